// SPDX-License-Identifier: Apache-2.0
import { identifierTypes } from '../records/identifier.ts';

/** What stands between a placeholder's parts: hyphen and underscore variants, spaces, a line end, Markdown's marks. */
export const gap = String.raw`[\s_\\>*~\x60-]{1,6}`;

/** A known type word, in any case, its underscores in any variant. */
export const typeWord = `(?:${[...identifierTypes]
  .sort((a, b) => b.length - a.length)
  .map((type) => type.replaceAll('_', String.raw`[\s\\_-]{0,2}`))
  .join('|')})`;

const marks = String.raw`[*_~\x60]{0,3}`;
const opener = String.raw`\\?[[{<【〔«‹⟦⟨「]`;
const closer = String.raw`\\?[\]}>】〕»›⟧⟩」]`;

// Letters before a type word make another word of it (Führerschein is no EIN); digits and marks do not.
const typed = new RegExp(
  String.raw`(?<open>${opener}\s{0,2}${marks})?(?<![\p{L}\p{M}])(?<word>${typeWord})(?<gap>${gap})?$`,
  'iu',
);
const bracketed = new RegExp(
  String.raw`(?<open>${opener}\s{0,2}${marks})(?:(?<word>\p{L}[\p{L}\p{M} '_-]{0,39}?)(?<gap>${gap})?)?$`,
  'u',
);
const attached = /(?<![\p{L}\p{M}\p{N}])(?<word>\p{L}[\p{L}\p{M}]{0,29})(?<gap>\\?[_-])$/u;
/** Joined to something that is no word, or cut from it: "EM3AIL_", "DATE]_", "DATE_[" are types' names with a mistake in them. */
const joinedToNoWord = /[\p{L}\p{M}\p{N}](?:\\?[_[\](){}<>-]){0,3}$/u;
/** No language that is written in Latin letters has so short a word for a type. */
const stump = /^\p{Script=Latin}{1,2}$/u;
const distance = String.raw`(?<shift>\s{0,2}[+-]\s{0,2}\d{1,5}\s{0,2}(?:days?|weeks?|months?|years?|[dwmy]))`;
const right = new RegExp(String.raw`^(?:${distance}|(?<suffix>'?s))?\s{0,2}${marks}${closer}`, 'iu');
const bare = /^(?<shift>[+-]\d{1,5}(?:days?|weeks?|months?|years?|[dwmy])(?![\p{L}\d]))/iu;
const reach = 64;

export type Surroundings = Readonly<{
  start: number;
  end: number;
  /** The type word as written, if it is one that is known. */
  type: string | undefined;
  /** Another word in the type's place. */
  word: string | undefined;
  /** Something is joined to the ordinal that is neither a type nor another word. */
  broken: boolean;
  gap: string;
  bracketed: boolean;
  /** Brackets directly on both sides. */
  enclosed: boolean;
  shift: string | undefined;
  suffix: string | undefined;
}>;

/** What stands around an ordinal and its check characters, which lie at `from..to` of the text. */
export function surroundings(text: string, from: number, to: number): Surroundings {
  const before = text.slice(Math.max(0, from - reach), from);
  const after = text.slice(to, to + reach);
  const left = typed.exec(before) ?? bracketed.exec(before) ?? attached.exec(before);
  const word = left?.groups?.['word'];
  const opening = left?.groups?.['open'];
  const isType = word !== undefined && typed.test(before);
  const closing = right.exec(after);
  const pair = opening !== undefined && closing !== null;
  const lone = !pair && (opening?.includes('[') ?? false) && !/^[^[\]\n]{0,200}\]/.test(after);
  const loneEnd =
    !pair &&
    opening === undefined &&
    closing !== null &&
    closing[0].endsWith(']') &&
    !before.slice(before.lastIndexOf('\n') + 1).includes('[');
  const tail = pair || loneEnd ? closing : bare.exec(after);
  const lead = left === null ? 0 : pair || lone ? left[0].length : left[0].length - (opening?.length ?? 0);
  return {
    start: from - lead,
    end: to + (tail?.[0].length ?? 0),
    type: isType ? word : undefined,
    word: isType ? undefined : word,
    broken:
      left === null || word === undefined
        ? joinedToNoWord.test(before.slice(0, left?.index))
        : !isType && stump.test(word),
    gap: left?.groups?.['gap'] ?? '',
    bracketed: opening !== undefined || loneEnd,
    enclosed: pair,
    shift: tail?.groups?.['shift'],
    suffix: pair || loneEnd ? tail?.groups?.['suffix'] : undefined,
  };
}
