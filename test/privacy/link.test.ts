// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { formKey, link } from '../../lambdas/privacy/link.ts';
import { type Person, person } from '../../lambdas/privacy/person.ts';
import { roll } from '../../lambdas/privacy/roll.ts';

/** The names grouped by bearer, in the order given. */
const groups = (names: readonly string[], known: readonly (readonly string[])[] = []): string[][] => {
  const bearers = link(
    names,
    known.map((forms) => ({ forms })),
  );
  const found = new Map<unknown, string[]>();
  for (const name of names) {
    const bearer = bearers.get(formKey(name));
    found.set(bearer, [...(found.get(bearer) ?? []), name]);
  }
  return [...found.values()];
};

describe('names of one person', () => {
  it.each([
    ['titles, given and family name alone', ['John Smith', 'Mr. Smith', 'John', 'Smith']],
    ['the short form first', ['Smith', 'Mr. Smith', 'John Smith']],
    ['family name first', ['Smith, John', 'John Smith']],
    ['upper case', ['JOHN SMITH', 'John Smith', 'smith']],
    ['a middle name or its initial', ['John Michael Smith', 'John M. Smith', 'John Smith']],
    ['an initial for the given name', ['Anna Schneider', 'A. Schneider']],
    ['an initial for the family name', ['Anna Schneider', 'Anna S.']],
    ['accents left out', ['José García', 'Jose Garcia', 'Sr. García']],
    ['a doctor with a degree', ['Emily Carter, MD', 'Dr. Carter', 'Dr. Emily Carter']],
    ['a particle', ['Jan van der Berg', 'Mr. van der Berg']],
    ['a hyphen', ['Maria Garcia-Lopez', 'Ms. Garcia-Lopez']],
    ['typographic apostrophes', ["Sean O'Brien", 'Mr. O’Brien']],
    ['a zero-width space inside', ['John Smith', 'Jo\u200Bhn Smith']],
    ['a Cyrillic letter inside', ['John Smith', 'Јohn Smith']],
  ])('are one: %s', (_, names) => {
    expect(groups(names)).toHaveLength(1);
  });
});

describe('names of two people', () => {
  it.each([
    ['two given names', ['John Smith', 'Mary Smith']],
    ['two family names', ['John Smith', 'John Baker']],
    ['father and son', ['John Smith Sr.', 'John Smith Jr.']],
    ['a son and the plain name', ['John Smith Jr.', 'John Smith']],
    ['husband and wife by title', ['Mr. Smith', 'Mrs. Smith']],
    ['a title against the given name', ['Mary Smith', 'Mr. Smith']],
    ['a doctor and a patient', ['John Smith', 'Dr. Smith']],
    ['a patient by title and a doctor', ['Mr. Smith', 'Dr. Smith']],
    ['two middle initials', ['John A. Smith', 'John B. Smith']],
    ['different given names alone', ['John', 'Mary']],
    ['a longer name that begins alike', ['Smith', 'Smithson']],
    ['two family names in another order', ['Maria Garcia Lopez', 'Maria Lopez Garcia']],
    ['a couple and the wife', ['and Mrs. Featherstone', 'Mrs. Featherstone']],
    ['a couple and their son', ['and Mrs. Featherstone', 'Ambrose Featherstone']],
  ])('stay two: %s', (_, names) => {
    expect(groups(names)).toHaveLength(2);
  });

  it.each([
    ['Smith', ['John Smith', 'Mary Smith', 'Smith']],
    ['Maria Garcia', ['Maria Garcia Lopez', 'Maria Lopez Garcia', 'Maria Garcia']],
    ['Mrs. Lopez', ['Maria Garcia Lopez', 'Maria Lopez Garcia', 'Mrs. Lopez']],
    ['Mr. Smith, although Mary is no man', ['John Smith', 'Mary Smith', 'Mr. Smith']],
    ['John', ['John Smith', 'John Baker', 'John']],
    ['Smith, who may be the doctor', ['John Smith', 'Dr. Smith', 'Smith']],
    ['J. Smith', ['John Smith', 'Jane Smith', 'J. Smith']],
  ])('a form that fits two is nobody of them: %s', (_, names) => {
    expect(groups(names)).toHaveLength(3);
  });
});

describe('over the turns of a conversation', () => {
  const indexOf = (name: string, known: readonly (readonly string[])[]) =>
    link(
      [name],
      known.map((forms) => ({ forms })),
    ).get(formKey(name))?.known;

  it('finds the one it knows', () => {
    expect(indexOf('Mr. Smith', [['Mary Jones'], ['John Smith']])).toBe(1);
  });

  it('lets a short name become a full one', () => {
    expect(indexOf('John Smith', [['Smith']])).toBe(0);
  });

  it('does not choose between two who could be the short name', () => {
    expect(groups(['John Smith', 'Mary Smith'], [['Smith']])).toHaveLength(2);
    const bearers = link(['John Smith', 'Mary Smith'], [{ forms: ['Smith'] }]);
    expect([...bearers.values()].map(({ known }) => known)).toEqual([undefined, undefined]);
  });

  it('keeps the ambiguous form it made', () => {
    expect(indexOf('Smith', [['John Smith'], ['Mary Smith'], ['Smith']])).toBe(2);
  });

  it('takes a second Smith out of the first one’s form', () => {
    expect(indexOf('Smith', [['John Smith', 'Smith'], ['Mary Smith']])).toBeUndefined();
  });
});

it('compares a name with few others, however many there are', () => {
  const compared = (people: number) => {
    const everybody = roll<{ whoever: Person }>();
    let count = 0;
    for (let index = 0; index < people; index += 1) {
      const letters = `${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + (Math.floor(index / 26) % 26))}`;
      const whoever = person(
        `X${letters}n Y${index}`.replace('X', letters.charAt(0)).replace('Y', letters.charAt(1)),
      );
      count += everybody.near(whoever).length;
      everybody.add({ whoever });
    }
    return count / people;
  };
  expect(compared(676)).toBeLessThan(2);
});
