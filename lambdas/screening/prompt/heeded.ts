// SPDX-License-Identifier: Apache-2.0
import type { Token } from './token.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const setAside = set(
  'ignore ignores break breaks bypass bypasses forget forgets disregard disregards override overrides evade violate dismiss neglect overlook circumvent disobey',
);
const people = set(
  'i we they he she one nurses staff doctors clinicians physicians patients providers employees people pharmacists surgeons teams members customers clients advisers advisors bankers nobody somebody anyone everyone',
);
const auxiliary = set('can could must should would will may might do does did need');
const shortened = set('can couldn mustn shouldn wouldn won don doesn didn needn');
const adverbs = set('ever just simply really also possibly ordinarily');
const keepers = set(
  'clinic clinics hospital hospitals ward department pharmacy practice surgery bank insurer plan employer manufacturer ministry government state county doctor doctors surgeon physician nurse dr team unit icu society college board who cdc fda nice ada aha nhs',
);

/** The index of the word before `at` that is no adverb. */
const back = (words: readonly string[], at: number): number => {
  let index = at - 1;
  while (adverbs.has(words[index] ?? '')) index -= 1;
  return index;
};

/** "We must not", "I cannot", "nurses should never", "they don't". */
function forbidden(words: readonly string[], verb: number): boolean {
  const at = back(words, verb);
  const [last = '', before = '', first = ''] = [words[at], words[at - 1], words[at - 2]];
  if (last === 'cannot') return people.has(before);
  if (last === 'never') return people.has(auxiliary.has(before) ? first : before);
  if (last === 'not') return auxiliary.has(before) && people.has(first);
  return last === 't' && shortened.has(before) && people.has(first);
}

/** "Can I …", "if nurses …". */
const asked = (words: readonly string[], verb: number): boolean =>
  people.has(words[verb - 1] ?? '') &&
  (auxiliary.has(words[verb - 2] ?? '') || ['if', 'when', 'why', 'that'].includes(words[verb - 2] ?? ''));

/** "… of the clinic", "… from our surgeon". */
const ofSomebody = (words: readonly string[], last: number): boolean =>
  ['of', 'from', 'by', 'at'].includes(words[last + 1] ?? '') &&
  words.slice(last + 2, last + 5).some((word) => keepers.has(word));

/**
 * Whether a phrase that sets rules aside says that people may not ("I cannot ignore the guidelines"), or asks whether
 * they may set aside rules that are not the assistant's ("Can I ignore the guidelines of the clinic?"). An order does neither.
 */
export function heeded(tokens: readonly Token[], first: number, last: number): boolean {
  if (!setAside.has(tokens[first]?.word ?? '')) return false;
  const clause = tokens[first]?.clause;
  const from = Math.max(0, first - 6);
  const around = tokens.slice(from, last + 6);
  // Words of another clause say nothing of this one.
  const words = around.map((token) => (token.clause === clause ? token.word : ''));
  return forbidden(words, first - from) || (asked(words, first - from) && ofSomebody(words, last - from));
}
