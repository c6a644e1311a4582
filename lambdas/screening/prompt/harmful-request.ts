// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { harmfulPhrases } from './harmful-phrases.ts';
import { harmfulSpanish } from './harmful-spanish.ts';
import { phrases, signalled } from './phrase.ts';

const search = phrases([...harmfulPhrases, ...harmfulSpanish]);

// Who asks what something means, or how to be safe from it, asks about harm, not for it.
const protective = new Set(
  'trata tratar tratamiento intoxicacion sobredosis denuncio empleados personal prevenir proteger denunciar detectar reconocer evitar significa victima victimas prevent preventing prevention protect protecting protection report reporting detect detecting recognize recognise recognizing awareness educate educating combat combating challenge challenging challenges address addressing dispel dispelling debunk debunking define definition mean means meaning recover recovering counter countering risks victim victims deter deal freeze block lost dispute legal legally law laws defend defending safeguard stop stopping correct correcting fight overcome history training train staff employees developers nurses students colleagues awareness engineers safely safety pharmacy policy spot recognised recognized spotted avoided stopped prevented reported detected clue investigate investigating investigation hotline simulation monitoring catch gaps audit auditor compliance onboarding minecraft gta fortnite payday doom skyrim roblox kombat theft'.split(
    ' ',
  ),
);
const before = 10;
const after = 6;
const softened = 0.4;

export const harmfulRequest: PromptCheck = {
  name: 'harmful-request',
  // A document may report a crime or an overdose: only what is asked can be a request.
  looksAt: 'message',
  check(slot) {
    const found = search(slot.tokens).map((occurrence) => {
      const { first, last, weight } = occurrence;
      const sentence = slot.tokens[first]?.sentence;
      const about = slot.tokens
        .slice(Math.max(0, first - before), last + 1 + after)
        .some((token) => token.sentence === sentence && protective.has(token.word));
      return about ? { ...occurrence, weight: weight * softened } : occurrence;
    });
    return signalled(slot, 'harmful-request', found);
  },
};
