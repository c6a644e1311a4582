// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import {
  blind,
  identityTerms,
  kindOf,
  type MatchKind,
  type SearchKind,
  searchTerms,
} from '../../lambdas/privacy/person-terms.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';

/** How a search for one spelling meets a case that has another. */
function matches(
  [type, value, ...forms]: [IdentifierType, ...string[]],
  [kind, written]: [SearchKind, string],
): MatchKind | undefined {
  const stored = identityTerms({ type, value: value ?? '', forms });
  const met = searchTerms(kind, written).filter((term) =>
    stored.some(({ match, text }) => match === term.match && text === term.text),
  );
  return met[0]?.match;
}

describe('what a person is looked for by', () => {
  it.each<[IdentifierType, string, SearchKind, string, MatchKind | undefined]>([
    // Titles, order, case, accents and middle names change nothing.
    ['NAME', 'Anna Kowalska', 'name', 'Mrs. Anna KOWALSKA', 'name'],
    ['NAME', 'Kowalska, Anna', 'name', 'Anna Kowalska', 'name'],
    ['NAME', 'Anna Maria Kowalska', 'name', 'Anna Kowalska', 'name'],
    ['NAME', 'José Núñez', 'name', 'Jose Nunez', 'name'],
    ['NAME', 'Dr. Ludwig van der Berg', 'name', 'Ludwig Berg', 'name'],
    ['NAME', 'Mary Smith-Jones', 'name', 'Mary Smith Jones', 'name'],
    ['NAME', "Sean O'Neill", 'name', 'Sean ONeill', 'name'],
    // A part of a name alone is found as such.
    ['NAME', 'Mr. Smith', 'name', 'John Smith', 'name-part'],
    ['NAME', 'A. Kowalska', 'name', 'Anna Kowalska', 'name-part'],
    // Somebody else of one of the names is not.
    ['NAME', 'Anna Nowak', 'name', 'Anna Kowalska', undefined],
    ['NAME', 'Otto Kowalska', 'name', 'Anna Kowalska', undefined],
    ['NAME', 'Otto Kowalska', 'name', 'Kowalska', undefined],
    ['EMAIL', 'Anna.K@Example.org', 'email', 'anna.k@example.org', 'email'],
    ['EMAIL', 'anna.k@example.org', 'email', 'annak@example.org', undefined],
    ['PHONE', '(415) 555-0132', 'phone', '+1 415 555 0132', 'phone'],
    ['PHONE', '415-555-0132 ext. 12', 'phone', '4155550132', 'phone'],
    ['FAX', '+48 600 700 800', 'phone', '600700800', 'phone'],
    ['PHONE', '415-555-0132', 'phone', '415-555-0133', undefined],
    ['MRN', '48-15162', 'identifier', '4815162', 'identifier'],
    ['SSN', '219-09-9999', 'identifier', '219099999', 'identifier'],
    ['IBAN', 'DE89 3704 0044 0532 0130 00', 'identifier', 'de89370400440532013000', 'identifier'],
    // Whatever type a number was taken for, it is the same number.
    ['ACCOUNT', '4815162', 'identifier', '4815162', 'identifier'],
    ['MRN', '4815162', 'identifier', '4815163', undefined],
    ['MRN', '4815162', 'phone', '4815162', undefined],
    // What many people share is nobody's.
    ['DATE', '3/4/1961', 'identifier', '3/4/1961', undefined],
    ['PLACE', 'Springfield', 'name', 'Springfield', undefined],
    ['ROUTING', '021000021', 'identifier', '021000021', undefined],
  ])('a case with %s %j by %s %j: %s', (type, value, kind, written, match) =>
    expect(matches([type, value], [kind, written])).toBe(match),
  );

  it('takes every form in which somebody was written', () => {
    expect(matches(['NAME', 'Anna Kowalska', 'Anna Nowak'], ['name', 'Anna Nowak'])).toBe('name');
    expect(matches(['NAME', 'Anna Kowalska', 'Mrs. Kowalska'], ['name', 'Kowalska'])).toBeUndefined();
  });

  it.each<[SearchKind, string]>([
    ['name', 'A.'],
    ['name', '. - .'],
    ['phone', '0132'],
    ['identifier', '12-'],
    ['email', '@'],
  ])('finds too little to look for in %s %j', (kind, written) =>
    expect(searchTerms(kind, written)).toEqual([]),
  );

  it('knows a kind for what is one person’s', () => {
    expect(
      (['NAME', 'FAX', 'PASSPORT', 'IP', 'AGE', 'ORG', 'URL'] as const).map((type) => kindOf(type)),
    ).toEqual(['name', 'phone', 'identifier', 'identifier', undefined, undefined, undefined]);
  });

  it('is blind: another key, another kind and another value give other digests, and no text', () => {
    const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const terms = searchTerms('name', 'Anna Maria Kowalska');
    const digests = blind(key, terms);
    expect(digests).toHaveLength(6);
    expect(blind(key, [...terms, ...terms].reverse())).toEqual(digests);
    expect(blind(other, terms).some((each) => digests.includes(each))).toBe(false);
    expect(blind(key, [{ match: 'name', text: 'x' }])).not.toEqual(
      blind(key, [{ match: 'name-part', text: 'x' }]),
    );
    expect(digests.join().toLowerCase()).not.toContain('kowalska');
  });
});
