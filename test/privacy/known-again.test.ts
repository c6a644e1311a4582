// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { withKnown } from '../../lambdas/privacy/known-again.ts';
import { registry } from '../../lambdas/privacy/placeholder.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import { restore } from '../../lambdas/privacy/restore.ts';
import type { Finding } from '../../lambdas/records/finding.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';
import { processorTime } from '../processor-time.ts';
import { every, policy, secretOf } from './people.ts';

const empty = emptyIdentityMap(secretOf(5));
const mapOf = (...values: readonly (readonly [IdentifierType, string])[]) => {
  const given = registry(empty);
  for (const [type, value] of values) given.add(type, value);
  return { ...empty, identities: [...given.identities()] };
};
/** What a text without findings of its own gets from a conversation. */
const again = (text: string, ...values: readonly (readonly [IdentifierType, string])[]) =>
  (withKnown([{ text, findings: [] }], mapOf(...values))[0]?.findings ?? []).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('what a conversation knows is found again', () => {
  it.each([
    ['a family name', "Seamus O'Rourke", "O'Rourke has fever.", ["O'Rourke"]],
    ['a given name', 'Chidi Okafor', 'Is Chidi better?', ['Chidi']],
    ['a nickname between quotes', 'Robert "Bob" Tillman', 'Bob smokes.', ['Bob']],
    ['half of a double name', 'Odile Barton-Reyes', 'Ms. Reyes called.', ['Reyes']],
    ['capitals', 'Chidi Okafor', 'OKAFOR IS STABLE', ['OKAFOR']],
    ['a possessive', 'Chidi Okafor', "Okafor's wound", ['Okafor']],
    ['accents left out', 'Sigrún Halldórsdóttir', 'Halldorsdottir agreed.', ['Halldorsdottir']],
    ['a name that is a word, where somebody acts', 'Grace Baker', 'Baker has fever.', ['Baker']],
    ['a name that is a word, in a sentence', 'Grace Baker', 'We asked Grace to come.', ['Grace']],
  ])('%s', (_what, value, text, found) => {
    expect(again(text, ['NAME', value])).toEqual(found);
  });

  it.each([
    ['a disease', 'John Parkinson', "Parkinson's disease and Parkinson disease"],
    ['a word in small letters', 'Grace Baker', 'a baker by grace'],
    ['a word at the start of a sentence', 'Will Long', 'Will it take long? Long waits are usual.'],
    ['a word in a heading', 'Mary Long', 'The Long Term Plan'],
    ['a country', 'Jordan Quillfeather', 'Refugees from Jordan'],
    ['a title or a particle', 'Dr. Ada van der Quill', 'Van and Dr and Der'],
    ['a part of a longer word', 'Ann Quill', 'Annual Quillwork'],
    ['a part of a login', 'Ann Quill', 'the login x_Quill'],
  ])('but not %s', (_what, value, text) => {
    expect(again(text, ['NAME', value])).toEqual([]);
  });

  it('also numbers, without their labels', () => {
    expect(again('And what of 8834521?', ['MRN', '8834521'])).toEqual(['8834521']);
    expect(again('88345210, A8834521 and 12', ['MRN', '8834521'], ['MRN', '12'])).toEqual([]);
  });

  it('each of many numbers, in the time that the text takes', () => {
    const labelled = Array.from({ length: 40_000 }, (_, index) => String(10_000_000 + 7919 * index)).join(
      ' ',
    );
    const findings = [...labelled.matchAll(/\d+/g)].map(({ 0: value, index: start }): Finding => {
      const end = start + value.length;
      return { type: 'MRN', start, end, score: 0.95, because: { detector: 'd', pattern: 'p' } };
    });
    const slots = [
      { text: labelled, findings },
      { text: labelled, findings: [] },
    ];
    let found: number | undefined;
    const taken = processorTime(() => {
      found = withKnown(slots, empty)[1]?.findings.length;
    });
    expect(found).toBe(40_000);
    expect(taken).toBeLessThan(2000);
  });

  it('in the same request, from a name that is sure', () => {
    const text = "Sean O'Brien was seen. O'Brien has fever.";
    const [sure] = every(text, 'NAME', "Sean O'Brien");
    if (sure === undefined) throw new RangeError('no finding');
    const found = (score: number) =>
      withKnown([{ text, findings: [{ ...sure, score }] }], empty)[0]?.findings.length;
    expect([found(0.95), found(0.5)]).toEqual([2, 1]);
  });

  it('leaves what another finding touches to it', () => {
    const text = 'Okafor Motors called.';
    const findings = every(text, 'ORG', 'Okafor Motors');
    expect(withKnown([{ text, findings }], mapOf(['NAME', 'Chidi Okafor']))[0]?.findings).toEqual(findings);
  });
});

describe('in a prompt', () => {
  it('a later turn has the placeholder of the first', () => {
    const first = "Seamus O'Rourke is 60.";
    const { map, slots } = pseudonymise(
      [{ text: first, findings: every(first, 'NAME', "Seamus O'Rourke") }],
      {
        policy,
        map: empty,
      },
    );
    const second = pseudonymise([{ text: "O'Rourke has fever.", findings: [] }], { policy, map });
    expect(second.slots[0]?.text).toBe(`${slots[0]?.text.slice(0, -7) ?? ''} has fever.`);
    expect(restore(second.slots[0]?.text ?? '', second.map).text).toBe("Seamus O'Rourke has fever.");
  });

  it('a name found in two parts with a comma is one placeholder', () => {
    const text = 'John Smith came. SMITH, JOHN is on the list.';
    const findings = ['John Smith', 'SMITH', 'JOHN'].flatMap((value) => every(text, 'NAME', value));
    const { slots } = pseudonymise([{ text, findings }], { policy, map: empty });
    expect(slots[0]?.text).toMatch(/^(\[NAME_1_..\]) came\. \1 is on the list\.$/);
  });

  it('and two people with a comma are two', () => {
    const text = 'Ada Quill, Bea Moss came.';
    const findings = ['Ada Quill', 'Bea Moss'].flatMap((value) => every(text, 'NAME', value));
    const { slots } = pseudonymise([{ text, findings }], { policy, map: empty });
    expect(slots[0]?.text).toMatch(/^\[NAME_1_..\], \[NAME_2_..\] came\.$/);
  });
});
