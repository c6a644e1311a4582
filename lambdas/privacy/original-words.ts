// SPDX-License-Identifier: Apache-2.0
import type { Identity, IdentityMap } from '../records/identity.ts';
import type { Evidence } from '../records/verdict.ts';
import { folded } from './folded.ts';
import { legible } from './normalise.ts';
import { person } from './person.ts';

// A single word is an original value only if it is long enough, written with a capital, and no ordinary word.
const leastLetters = 4;
const ordinary = new Set(
  'able april august baker banks bell best bill black blue bond bishop brown butler carpenter case chance christian clay cook cross daisy dale dawn dean drew early east faith ford forest fox frank gates gene glen good grace grant gray green hand hardy hill hope hunter iris ivory jade joy july june king knight lake lane large lily little long love march mark marsh mason max may miles mills moon moss north olive page paige park parker patience piper pope porter price prince queen rain ray read reed rice rich rivers rock rose rowan ruby rush sage sharp short singer small snow south star stone storm strong summer sunny swift taylor temple turner violet wade walker ward waters weaver webb wells west white will winter wise wolf wood woods young center centre clinic county general hospital medical memorial saint university'.split(
    ' ',
  ),
);
const eponym =
  /^(?:['’]s)?\s(?:disease|syndrome|lymphoma|sign|score|scale|test|criteria|reflex|palsy|fracture|procedure|catheter|maneuver|manoeuvre|law|formula|index|classification|contracture|phenomenon|ring|method|tumou?r|thyroiditis|ulcer)\b/i;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]{0,80}/gu;

type Word = Readonly<{ plain: string; start: number; end: number; capital: boolean }>;

/** The words of a text; a hyphen ends one, a possessive is no part of one. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    let start = match.index;
    for (const part of match[0].split('-')) {
      const bare = part.replace(/'[sS]?$/, '');
      const place = { start, end: start + bare.length };
      if (bare !== '') words.push({ plain: folded(bare), ...place, capital: /^\p{Lu}/u.test(bare) });
      start += part.length + 1;
    }
  }
  return words;
}

/** The sequences of words that give a value away: as written, and a person's name the other way round. */
function sequences({ type, value, forms }: Identity): string[][] {
  return [value, ...forms].map(legible).flatMap((form) => {
    const plain = wordsOf(form).map((each) => each.plain);
    if (type !== 'NAME') return [plain];
    const { given, family, mononym } = person(form);
    const last = (family ?? mononym ?? '').split(' ').flatMap((part) => part.split('-'));
    const full = given.filter((name) => name.length > 1).flatMap((name) => name.split('-'));
    const bare = last.filter((part) => part !== '');
    return full.length === 0
      ? [bare]
      : [[...full, ...bare], [...bare, ...full], [full[0] ?? '', ...bare], bare];
  });
}

/** Whether words that are those of a value give it away here: ordinary words only with capitals, one word only if it is rare. */
function tells(stretch: readonly Word[], after: string): boolean {
  const [first] = stretch;
  if (first === undefined || !stretch.some(({ plain }) => /\p{L}/u.test(plain))) return false;
  if (stretch.length > 1) return stretch.some(({ plain, capital }) => capital || !ordinary.has(plain));
  return (
    first.capital && first.plain.length >= leastLetters && !ordinary.has(first.plain) && !eponym.test(after)
  );
}

/** Names, places, addresses: values of words. */
export function wordMatches(text: string, map: IdentityMap): Evidence[] {
  const words = wordsOf(text);
  const byFirst = new Map<string, string[][]>();
  for (const identity of map.identities) {
    if (identity.type === 'DATE' || identity.type === 'AGE') continue;
    for (const sequence of sequences(identity)) {
      const [first] = sequence;
      if (first === undefined || (sequence.length > 1 && !sequence.some((each) => /\p{L}{2}/u.test(each))))
        continue;
      const same = byFirst.get(first) ?? [];
      if (!same.some((other) => other.join(' ') === sequence.join(' ')))
        byFirst.set(first, [...same, sequence]);
    }
  }
  return words.flatMap((start, at) =>
    (byFirst.get(start.plain) ?? []).flatMap((sequence) => {
      const stretch = words.slice(at, at + sequence.length);
      const last = stretch.at(-1);
      if (last === undefined || stretch.length < sequence.length) return [];
      if (stretch.some((each, index) => each.plain !== sequence[index])) return [];
      if (!tells(stretch, text.slice(last.end, last.end + 20))) return [];
      return [{ slot: 0, start: start.start, end: last.end }];
    }),
  );
}
