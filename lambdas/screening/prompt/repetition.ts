// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';

const longestUnit = 8;
const enough = 8;

/**
 * The same words over and over: a flood that pushes instructions out of a model's attention, or makes it
 * repeat what it learned by heart (Nasr et al. 2023). Tables of figures repeat too: a unit must contain letters or be a whole message's bulk.
 */
export const repetition: PromptCheck = {
  name: 'repetition',
  looksAt: 'message',
  check(slot) {
    const { tokens } = slot;
    for (let unit = 1; unit <= longestUnit; unit += 1) {
      let run = 0;
      for (let index = unit; index < tokens.length; index += 1) {
        run = tokens[index]?.word === tokens[index - unit]?.word ? run + 1 : 0;
        if (run < unit * (enough - 1)) continue;
        const first = tokens[index - run - unit + 1];
        const last = tokens[index];
        if (first === undefined || last === undefined) continue;
        return [
          {
            code: 'payload-smuggling',
            weight: 0.5,
            ...slot.place(first.start, last.end),
          },
        ];
      }
    }
    return [];
  },
};
