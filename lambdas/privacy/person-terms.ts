// SPDX-License-Identifier: Apache-2.0
import { digest } from '../records/digest.ts';
import { type IdentifierType, identifiers } from '../records/identifier.ts';
import type { Identity } from '../records/identity.ts';
import { canonical } from './canonical.ts';
import { plainName } from './folded.ts';
import { legible } from './normalise.ts';
import { person } from './person.ts';
import { particles } from './titles.ts';

/** What a person can be looked for by. `identifier`: any number or code that is theirs: of a record, a card, a passport. */
export const searchKinds = ['name', 'email', 'phone', 'identifier'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** How well a case matches: `name-part` is one part of a name alone, where no more of it was written. */
export type MatchKind = SearchKind | 'name-part';
/** One normalised value. It is text of a person: it goes into `blind` and nowhere else. */
export type Term = Readonly<{ match: MatchKind; text: string }>;

/** Types of family ID that say nothing about one person. */
const impersonal: readonly IdentifierType[] = ['ROUTING', 'BIC', 'CARD_EXPIRY', 'PHOTO', 'BIOMETRIC'];

/** By what a type of identifier can be looked for; undefined for places, dates, ages and the like. */
export function kindOf(type: IdentifierType): SearchKind | undefined {
  const { family } = identifiers[type];
  if (family === 'NAME') return 'name';
  if (family === 'EMAIL') return 'email';
  if (family === 'PHONE') return 'phone';
  return (family === 'ID' || family === 'IP') && !impersonal.includes(type) ? 'identifier' : undefined;
}

/** The parts of a name that are written out: without titles, degrees, particles and initials; "Smith, John" is John Smith. */
function partsOf(written: string): string[] {
  const { given, family, mononym } = person(written);
  const words = [...given, ...(family ?? mononym ?? '').split(' ')].flatMap((word) =>
    word.replaceAll(/['’]/g, '').split('-'),
  );
  return [...new Set(words)].filter((word) => word.length > 1 && !particles.has(word)).sort();
}

/** Every two parts together, so that a middle name more or less changes nothing. */
const pairsOf = (parts: readonly string[]): string[] =>
  parts.flatMap((part, index) => parts.slice(index + 1).map((other) => `${part} ${other}`));

/** The last nine digits: with or without the country's or the trunk's, a number is the same; an extension is not of it. */
function phoneTerm(written: string): string | undefined {
  const digits = canonical('PHONE', written).split('x')[0]?.replaceAll(/\D/g, '') ?? '';
  return digits.length < 5 ? undefined : digits.slice(-9);
}

function single(kind: Exclude<SearchKind, 'name'>, written: string): Term[] {
  const text =
    kind === 'email'
      ? canonical('EMAIL', written)
      : kind === 'phone'
        ? phoneTerm(written)
        : plainName(legible(written)).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return text === undefined || text.length < 4 ? [] : [{ match: kind, text }];
}

/** What a search for a value looks for. Empty where too little of it is left to look for. */
export function searchTerms(kind: SearchKind, written: string): Term[] {
  if (kind !== 'name') return single(kind, written);
  const parts = partsOf(written);
  return [
    ...pairsOf(parts).map((text) => ({ match: 'name' as const, text })),
    ...parts.map((text) => ({ match: 'name-part' as const, text })),
  ];
}

/** What a case is found by for one of its identities: parts of a name alone only where no more of it was written. */
export function identityTerms({ type, value, forms }: Pick<Identity, 'type' | 'value' | 'forms'>): Term[] {
  const kind = kindOf(type);
  if (kind === undefined) return [];
  if (kind !== 'name') return [value, ...forms].flatMap((written) => single(kind, written));
  const written = [value, ...forms].map(partsOf);
  const pairs = written.flatMap(pairsOf);
  return pairs.length > 0
    ? pairs.map((text) => ({ match: 'name', text }))
    : written.flat().map((text) => ({ match: 'name-part', text }));
}

/** Keyed digests of terms (HMAC-SHA256 under the tenant's index key), each once, in an order that says nothing. */
export const blind = (indexKey: Uint8Array, terms: readonly Term[]): string[] =>
  [...new Set(terms.map(({ match, text }) => digest(indexKey, 'person', match, text)))].sort();
