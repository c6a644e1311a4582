// SPDX-License-Identifier: Apache-2.0
import { slots as featureSlots } from '../lambdas/recognizers/tagger/features.ts';
import type { Random } from './random.ts';

/** Slots whose features give away which word it is, and those that look it up in the lists. */
const spelling = new Set([0, 1, 2, 3, 4, 27, 28]);
const looking = new Set([6, 7, 8, 9, 18, 19, 20, 21, 31, 35, 36, 39]);
const masks = { none: 0, spelling: 1, looking: 2 } as const;

/** The trainer's options: the step, how fast weights decay, and how often which features of a token are left out. */
export type Options = Readonly<{
  rate: number;
  decay: number;
  dropSpelling: number;
  dropLists: number;
  dropAny: number;
}>;

/** The rows of a text's features, some left out as chance will: so the tagger learns to do without any one of them. */
export function dropped(options: Options, random: Random, rows: Int32Array, count: number): Int32Array {
  const { dropSpelling, dropLists, dropAny } = options;
  const kept = new Int32Array(rows);
  for (let at = 0; at < count; at += 1) {
    const luck = random.next();
    const mask =
      luck < dropSpelling ? masks.spelling : luck < dropSpelling + dropLists ? masks.looking : masks.none;
    for (let slot = 0; slot < featureSlots; slot += 1)
      if (
        (mask === masks.spelling && spelling.has(slot)) ||
        (mask === masks.looking && looking.has(slot)) ||
        random.chance(dropAny)
      )
        kept[at * featureSlots + slot] = -1;
  }
  return kept;
}
