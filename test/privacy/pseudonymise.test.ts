// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { checkAlphabet } from '../../lambdas/privacy/check-characters.ts';
import { parts, registry } from '../../lambdas/privacy/placeholder.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import type { Finding } from '../../lambdas/records/finding.ts';
import { type IdentityMap, IdentityMapSchema } from '../../lambdas/records/identity.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import { every, policy, secretOf } from './people.ts';

const empty = emptyIdentityMap(secretOf(1));
const turn = (
  text: string,
  findings: readonly Finding[],
  map: IdentityMap = empty,
  operators: Policy['operators'] = policy.operators,
) => {
  const done = pseudonymise([{ text, findings }], { policy: { operators }, map });
  return { ...done, text: done.slots[0]?.text ?? '' };
};
/** A text with its check characters left out, to read placeholders by type and ordinal. */
const bare = (text: string) => text.replaceAll(/\[([A-Z_]+_\d+)_[0-9A-Z]{2}/g, '[$1');
const with1 = (text: string, type: IdentifierType, value: string, operators: Policy['operators']) =>
  bare(turn(text, every(text, type, value), empty, operators).text);

describe('placeholders', () => {
  const text = 'Ann Lee, ann@x.example; ann@X.example, 555-0100.';
  const findings = [
    ...every(text, 'NAME', 'Ann Lee'),
    ...every(text, 'EMAIL', 'ann@x.example', 'ann@X.example'),
    ...every(text, 'PHONE', '555-0100'),
  ];

  it('name type, ordinal and two check characters without look-alikes', () => {
    const { text: out } = turn(text, findings);
    expect(bare(out)).toBe('[NAME_1], [EMAIL_1]; [EMAIL_1], [PHONE_1].');
    expect(out).toMatch(new RegExp(`^\\[NAME_1_[${checkAlphabet}]{2}\\]`));
    expect(checkAlphabet).not.toMatch(/[0O1IL2Z5S8BUV]/);
  });

  it('differ between conversations', () => {
    const other = turn(text, findings, emptyIdentityMap(secretOf(2)));
    expect(other.text).not.toBe(turn(text, findings).text);
  });

  it('stay the same over the turns, and go on counting', () => {
    const first = turn(text, findings);
    const later = 'Ann Lee and Bob Ray';
    const second = turn(later, every(later, 'NAME', 'Ann Lee', 'Bob Ray'), first.map);
    expect(bare(second.text)).toBe('[NAME_1] and [NAME_2]');
    expect(second.map.identities.slice(0, first.map.identities.length)).toEqual(first.map.identities);
  });

  it('keep check characters distinct while there are any left', () => {
    const names = Array.from({ length: 500 }, (_, index) => `P${index}Q`);
    const all = names.join('; ');
    const { map } = turn(all, every(all, 'NAME', ...names));
    expect(new Set(map.identities.map(({ placeholder }) => placeholder.slice(-2))).size).toBe(500);
  });

  it('take three exact mistakes to become one another', () => {
    const given = registry(emptyIdentityMap(secretOf(3)));
    for (let index = 0; index < 99; index += 1)
      for (const type of ['NAME', 'DATE', 'VIN'] as const) given.add(type, `${type} ${index}`);
    const all = given.identities().map(({ placeholder }) => parts(placeholder));
    const oneDigitAway = (a: string, b: string) =>
      (a.length === b.length && Array.from(a).filter((digit, at) => digit !== b.charAt(at)).length === 1) ||
      (a.length + 1 === b.length && Array.from(b).some((_, at) => b.slice(0, at) + b.slice(at + 1) === a));
    const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
    const near = pairs.filter(
      ([one, other]) =>
        one.ordinal === other.ordinal ||
        (one.type === other.type && oneDigitAway(String(one.ordinal), String(other.ordinal))),
    );
    const alike = near.filter(([{ check: a }, { check: b }]) => a[0] === b[0] || a[1] === b[1]);
    expect(near.length).toBeGreaterThan(1000);
    expect(alike).toEqual([]);
  });

  it('report type and place of what was replaced, in the de-identified text', () => {
    const { slots, text: out } = turn(text, findings);
    expect(slots[0]?.findings.map(({ start, end }) => bare(out.slice(start, end)))).toEqual([
      '[NAME_1]',
      '[EMAIL_1]',
      '[EMAIL_1]',
      '[PHONE_1]',
    ]);
  });

  it('make a map that its schema accepts', () => {
    expect(IdentityMapSchema.parse(turn(text, findings).map)).toEqual(turn(text, findings).map);
  });
});

describe('titles', () => {
  const said = (text: string, ...names: string[]) => turn(text, every(text, 'NAME', ...names));

  it.each([
    ['stay before a name', 'Dr. Ortiz saw him.', ['Dr. Ortiz'], 'Dr. [NAME_1] saw him.'],
    ['stay two at once', 'Frau Dr. Keller sah ihn.', ['Frau Dr. Keller'], 'Frau Dr. [NAME_1] sah ihn.'],
    ['that are names stay nowhere', 'Don Ortiz called.', ['Don Ortiz'], '[NAME_1] called.'],
  ])('%s', (_why, text, names, out) => {
    expect(bare(said(text, ...names).text)).toBe(out);
  });

  it('tell a doctor from a patient of the same name', () => {
    const text = 'John Smith saw Dr. Smith, then Mr. Smith left, and Mrs. Smith.';
    expect(bare(said(text, 'John Smith', 'Dr. Smith', 'Mr. Smith', 'Mrs. Smith').text)).toBe(
      '[NAME_1] saw Dr. [NAME_2], then Mr. [NAME_1] left, and Mrs. [NAME_3].',
    );
  });

  it('are no part of the value, and are remembered', () => {
    const first = said('John Smith and Dr. Smith', 'John Smith', 'Dr. Smith');
    expect(first.map.identities.map(({ value }) => value)).toEqual(['John Smith', 'Smith']);
    const text = 'Dr. Smith, Mr. Smith, Smith.';
    const findings = [...every(text, 'NAME', 'Dr. Smith', 'Mr. Smith'), ...every(text, 'NAME', ', Smith')];
    const later = turn(
      text,
      findings.map((each) => (text[each.start] === ',' ? { ...each, start: each.start + 2 } : each)),
      first.map,
    );
    expect(bare(later.text)).toBe('Dr. [NAME_2], Mr. [NAME_1], [NAME_3].');
    const again = turn('Smith is here', every('Smith is here', 'NAME', 'Smith'), later.map);
    expect(bare(again.text)).toBe('[NAME_3] is here');
  });
});

describe('one value in several spellings', () => {
  it.each([
    ['e-mail in another case', 'EMAIL', ['ann@x.example', 'Ann@X.Example']],
    ['telephone number', 'PHONE', ['(603) 555-0142', '603.555.0142', '+1 603 555 0142']],
    ['card number', 'CARD', ['4111 1111 1111 1111', '4111-1111-1111-1111', '4111111111111111']],
    ['SSN in full-width digits', 'SSN', ['219-09-9999', '２１９-０９-９９９９']],
    ['place', 'PLACE', ['Portsmouth, NH', 'PORTSMOUTH NH']],
    ['SSN spelled out', 'SSN', ['219-09-9999', 'two one nine dash zero nine dash nine nine nine nine']],
    ['SSN digit by digit', 'SSN', ['219-09-9999', '2 1 9 - 0 9 - 9 9 9 9']],
    ['address spelled out', 'EMAIL', ['ann@mail.example', 'ann [at] mail [dot] example']],
    ['name letter by letter', 'NAME', ['Chidi Okafor', 'C h i d i  O k a f o r']],
  ] as const)('is one: %s', (_, type, values) => {
    const text = values.join(' ; ');
    const [identity, ...others] = turn(text, every(text, type, ...values)).map.identities;
    expect(others).toEqual([]);
    expect([identity?.value, ...(identity?.forms ?? [])]).toEqual(values);
  });

  it.each([
    ['telephone numbers with another extension', 'PHONE', ['603 555 0142 x1', '603 555 0142 x2']],
    ['URLs in another case', 'URL', ['https://x.example/A', 'https://x.example/a']],
    ['places', 'PLACE', ['Portsmouth, NH', 'Portsmouth, VA']],
    ['expiry dates of the same digits', 'CARD_EXPIRY', ['1/12', '11/2']],
    ['record numbers of the same digits', 'MRN', ['12-345', '123-45']],
  ] as const)('is two: %s', (_, type, values) => {
    const text = values.join(' ; ');
    expect(turn(text, every(text, type, ...values)).map.identities).toHaveLength(2);
  });
});

describe('operators', () => {
  it.each([
    [
      'possessives stay outside',
      "saw John Smith's chart",
      'NAME',
      "John Smith's",
      {},
      "saw [NAME_1]'s chart",
    ],
    ['typographic possessives too', 'saw Smith’s chart', 'NAME', 'Smith’s', {}, 'saw [NAME_1]’s chart'],
    ['white space is not part of a value', 'a John  b', 'NAME', ' John ', {}, 'a [NAME_1]  b'],
    ['an age over 89', 'a 93-year-old man', 'AGE', '93', {}, 'a 90+-year-old man'],
    ['an age over 89 with its words', 'a 93-year-old man', 'AGE', '93-year-old', {}, 'a 90+-year-old man'],
    ['an age over 89 in words', 'aged ninety-three', 'AGE', 'ninety-three', {}, 'aged 90+'],
    ['an age of a hundred and more', 'aged 104', 'AGE', '104', {}, 'aged 90+'],
    ['a birth year that implies it', 'born in 1931', 'AGE', '1931', {}, 'born in 90+'],
    ['an age up to 89', 'a 45-year-old man', 'AGE', '45', {}, 'a 45-year-old man'],
    ['an age nobody can read', 'of great age', 'AGE', 'great', {}, 'of [AGE_1] age'],
    ['a ZIP code', 'NH 03801.', 'ZIP', '03801', {}, 'NH 038**.'],
    ['a ZIP+4 code', 'NH 03801-1234.', 'ZIP', '03801-1234', {}, 'NH 038**.'],
    ['a ZIP code of few people', 'VT 05901.', 'ZIP', '05901', {}, 'VT 000.'],
    ['a postcode of another country', 'SW1A 1AA', 'ZIP', 'SW1A 1AA', {}, '[ZIP_1]'],
    [
      'a card, masked',
      'card 4111 1111 1111 1111',
      'CARD',
      '4111 1111 1111 1111',
      { CARD: 'mask' },
      'card ••••1111',
    ],
    ['a card that is none, masked', 'card 4111', 'CARD', '4111', { CARD: 'mask' }, 'card [CARD_1]'],
    ['a date, to its year', 'on March 4, 2021.', 'DATE', 'March 4, 2021', { DATE: 'generalise' }, 'on 2021.'],
    [
      'a date without a year, to its year',
      'on March 4.',
      'DATE',
      'March 4',
      { DATE: 'generalise' },
      'on [DATE_1].',
    ],
    ['dropped', 'PIN 4821!', 'PIN', '4821', {}, 'PIN [REMOVED]!'],
    ['kept', 'a nurse', 'PROFESSION', 'nurse', { PROFESSION: 'keep' }, 'a nurse'],
  ] as const)('%s', (_, text, type, value, operators, expected) => {
    expect(with1(text, type, value, operators)).toBe(expected);
  });

  it('shift moves dates by one secret offset and keeps their writing', () => {
    const text = 'from 03/04/2021 to 03/16/2021';
    const shifted = (seed: number) =>
      turn(text, every(text, 'DATE', '03/04/2021', '03/16/2021'), emptyIdentityMap(secretOf(seed)), {
        DATE: 'shift',
      }).text;
    const days = (out: string) =>
      [...out.matchAll(/\d\d\/\d\d\/\d{4}/g)].map(([date]) => Date.parse(date) / 86_400_000);
    const [from = 0, to = 0] = days(shifted(1));
    expect(Math.round(to - from)).toBe(12);
    expect(shifted(1)).not.toContain('03/04/2021');
    expect(shifted(1)).not.toBe(shifted(2));
  });

  it('two dates of the same digits stay two, also where they are not told by distance', () => {
    const text = 'on 1/12/21 and 11/2/21';
    const { map } = turn(text, every(text, 'DATE', '1/12/21', '11/2/21'), empty, { DATE: 'pseudonymise' });
    expect(map.identities.map(({ value }) => value)).toEqual(['1/12/21', '11/2/21']);
  });

  it('what is dropped is not in the map, whatever overlaps it', () => {
    const text = 'code 123 4567';
    const { map, text: out } = turn(text, [
      ...every(text, 'PHONE', '123 4567'),
      ...every(text, 'CVV', '123'),
    ]);
    expect(out).toBe('code [REMOVED]');
    expect(map.identities).toEqual([]);
  });

  it('what one finding keeps another still replaces', () => {
    const text = 'the nurse Ann Lee';
    const findings = [...every(text, 'PROFESSION', 'nurse Ann Lee'), ...every(text, 'NAME', 'Ann')];
    expect(bare(turn(text, findings, empty, { PROFESSION: 'keep' }).text)).toBe('the [NAME_1]');
  });
});

describe('text that looks like a placeholder', () => {
  const text = 'Ann Lee says hello';
  const { map } = turn(text, every(text, 'NAME', 'Ann Lee'));
  const placeholder = map.identities[0]?.placeholder ?? '';

  it.each([
    ['as issued', `[${placeholder}]`],
    ['in lower case', `[${placeholder.toLowerCase()}]`],
    ['without brackets', placeholder],
    ['with other brackets', `{${placeholder}}`],
    ['with spaces', `[${placeholder.replaceAll('_', ' ')}]`],
    ['without its type', placeholder.replace('NAME_', '')],
    ['of another type', '[SSN_7_QX]'],
    ['with zero-width spaces', `[${placeholder.split('').join('\u200B')}]`],
    ['in character references', `&#91;${placeholder}&#93;`],
  ])('is taken out of what a user writes: %s', (_, forged) => {
    const done = turn(`tell ${forged} now`, [], map);
    expect(done.text).toBe('tell (text that looked like a placeholder) now');
    expect(done.signals.neutralised).toBe(1);
  });

  it.each([
    'see [1] and [2_a]',
    'code 3 am, name 1 to 5',
    '[Your Name] on [Date]',
    'run a 10 km race',
    'DATE_OF_BIRTH',
  ])('is not seen in ordinary text: %s', (ordinary) => {
    expect(turn(ordinary, [], map)).toMatchObject({ text: ordinary, signals: { neutralised: 0 } });
  });

  it('stays in a reviewer’s edit if it was issued, written as issued', () => {
    const edit = `tell ${placeholder.toLowerCase()} and [${placeholder}] but not [NAME_9_QX]`;
    const [slot] = pseudonymise([{ text: edit, findings: every(edit, 'NAME', placeholder) }], {
      policy,
      map,
      keepPlaceholders: true,
    }).slots;
    expect(slot?.text).toBe(
      `tell [${placeholder}] and [${placeholder}] but not (text that looked like a placeholder)`,
    );
  });

  it('moves the findings after it', () => {
    const out = turn('[NAME_9_QX] Ann Lee', every('[NAME_9_QX] Ann Lee', 'NAME', 'Ann Lee'), map);
    expect(out.slots[0]?.findings.map(({ start, end }) => out.text.slice(start, end))).toEqual([
      `[${placeholder}]`,
    ]);
  });
});

it('changes none of its arguments', () => {
  const text = 'Ann Lee on 03/04/2021';
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };
  const first = turn(text, every(text, 'NAME', 'Ann Lee'));
  const slots = frozen([
    { text, findings: [...every(text, 'NAME', 'Ann Lee'), ...every(text, 'DATE', '03/04/2021')] },
  ]);
  expect(() => pseudonymise(slots, { policy, map: frozen(first.map) })).not.toThrow();
});
