// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';
import { drugEndings, drugNames, drugPhrases, notDrugs } from './drug-names.ts';
import { endsIn } from './endings.ts';

const word = /[a-z][a-z-]{3,30}/g;
/** A drug name has at least two letters before its ending: "statin" alone is a class, not a stem. */
const hasEnding = endsIn(drugEndings, 2);
const isDrug = (name: string): boolean => drugNames.has(name) || (hasEnding(name) && !notDrugs.has(name));

/** Where drugs are named in a text in lower case, by generic name, brand, or class. */
export function drugs(lower: string): readonly (Span & Readonly<{ name: string }>)[] {
  const found: (Span & { name: string })[] = [];
  for (const { 0: name, index } of lower.matchAll(word))
    if (isDrug(name)) found.push({ start: index, end: index + name.length, name });
  for (const { 0: name, index } of lower.matchAll(drugPhrases))
    found.push({ start: index, end: index + name.length, name });
  return found;
}
