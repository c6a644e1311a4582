// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { detect } from '../../lambdas/privacy/detect.ts';
import { email, finds, ssn } from './people.ts';

const recognizers = [ssn, email];
const tags = (text: string) =>
  text.replaceAll(/./g, (character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0)));
const found = (text: string) =>
  detect(text, { recognizers, threshold: 0.5 }).findings.map(({ start, end }) => text.slice(start, end));

describe('what a detector sees', () => {
  it.each([
    ['plain', 'SSN 123-45-6789.', '123-45-6789'],
    ['full width', 'SSN １２３-４５-６７８９.', '１２３-４５-６７８９'],
    ['Arabic-Indic digits', 'SSN ١٢٣-٤٥-٦٧٨٩.', '١٢٣-٤٥-٦٧٨٩'],
    ['mathematical digits', 'SSN 𝟏𝟐𝟑-𝟒𝟓-𝟔𝟕𝟖𝟗.', '𝟏𝟐𝟑-𝟒𝟓-𝟔𝟕𝟖𝟗'],
    ['zero-width spaces', 'SSN 12\u200B3-45-67\u200B89.', '12\u200B3-45-67\u200B89'],
    ['soft hyphens', 'SSN 12\u00AD3-45-67\u00AD89.', '12\u00AD3-45-67\u00AD89'],
    ['non-breaking hyphens', 'SSN 123\u201145\u20116789.', '123\u201145\u20116789'],
    ['bidi controls', 'SSN \u202A123-\u202C45-6789.', '123-\u202C45-6789'],
    ['digits one by one', 'SSN 1 2 3 - 4 5 - 6 7 8 9.', '1 2 3 - 4 5 - 6 7 8 9'],
    [
      'digits in words',
      'SSN one two three dash four five dash six seven eight nine.',
      'one two three dash four five dash six seven eight nine',
    ],
    ['character references', 'SSN &#49;&#x32;3-45-6789.', '&#49;&#x32;3-45-6789'],
    ['references of references', 'SSN &amp;#49;23-45-6789.', '&amp;#49;23-45-6789'],
    ['percent-encoding', 'SSN %31%32%33-45-6789.', '%31%32%33-45-6789'],
    ['percent-encoding twice', 'SSN %2531%2532%2533-45-6789.', '%2531%2532%2533-45-6789'],
    ['a line end', 'SSN 123-45-\n6789.', '123-45-\n6789'],
    ['tag characters', `SSN ${tags('123-45-6789')}.`, tags('123-45-6789')],
    ['right-to-left override', 'SSN \u202E9876-54-321\u202C.', '\u202E9876-54-321\u202C'],
    [
      'JSON escapes',
      String.raw`{"ssn":"\u0031\u0032\u0033-45-6789"}`,
      String.raw`\u0031\u0032\u0033-45-6789`,
    ],
    ['an address with [at] and [dot]', 'write jane [at] example [dot] com', 'jane [at] example [dot] com'],
    ['struck-out digits', 'SSN 1\u03362\u03363\u0336-45-6789.', '1\u03362\u03363\u0336-45-6789'],
    ['keycaps', 'SSN 1\uFE0F\u20E323-45-6789.', '1\uFE0F\u20E323-45-6789'],
    ['letters in squares', 'write 🅹🅰🅽🅴@example.com', '🅹🅰🅽🅴@example.com'],
    ['small capitals', 'write ᴊᴀɴᴇ@example.com', 'ᴊᴀɴᴇ@example.com'],
    ['an address with Cyrillic letters', 'write jаne@exаmple.com', 'jаne@exаmple.com'],
  ])('shows through %s', (_, text, value) => {
    expect(found(text)).toEqual([value]);
  });

  it.each([
    ['base64', Buffer.from('SSN: 123-45-6789, thanks').toString('base64')],
    ['base64 of nothing but the number', Buffer.from('123-45-6789').toString('base64')],
    ['base64 for URLs', Buffer.from('SSN: 123-45-6789, thanks??>>').toString('base64url')],
    ['hexadecimal', Buffer.from('SSN: 123-45-6789').toString('hex')],
    [
      'base64 of base64',
      Buffer.from(Buffer.from('SSN: 123-45-6789, thanks').toString('base64')).toString('base64'),
    ],
  ])('covers the whole run of %s', (_, run) => {
    expect(found(`see ${run} please`)).toEqual([run]);
  });

  it.each([
    'Blood pressure 120/80, pulse 72, saturation 98 %.',
    'Take 1 or 2 tablets, 3 times a day, for 4 or 5 days.',
    'One or two of the three said that four of five were seen.',
    'The path /usr/local/share/applications is not a secret.',
    'AT&T and R&D; 50%20 and 100%.',
  ])('reads nothing into ordinary text: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says that a text is encoded more deeply than it reads', () => {
    const complete = (text: string) => detect(text, { recognizers, threshold: 0.5 }).complete;
    const encoded = (times: number, encode: (text: string) => string, text: string) =>
      Array.from({ length: times }).reduce<string>(encode, text);
    const reference = (text: string) => text.replaceAll('&', '&amp;');
    expect([2, 3].map((times) => complete(encoded(times, encodeURIComponent, '%31')))).toEqual([true, false]);
    expect([2, 3].map((times) => complete(encoded(times, reference, '&#49;')))).toEqual([true, false]);
  });
});

describe('a detector that fails', () => {
  const broken = {
    ...finds('NAME', /x/g),
    name: 'broken',
    find: () => {
      throw new Error('Jane Roe');
    },
  };
  const unsound = {
    ...finds('NAME', /x/g),
    name: 'unsound',
    find: () => [
      { type: 'NAME' as const, start: 3, end: 99, score: 1, because: { detector: 'u', pattern: 'u' } },
    ],
  };

  it('is named, without its message, and the others still count', () => {
    const { failed, findings } = detect('SSN 123-45-6789', {
      recognizers: [broken, ssn, unsound],
      threshold: 0.5,
    });
    expect(failed).toEqual(['broken', 'unsound']);
    expect(findings).toHaveLength(1);
  });
});

describe('the threshold', () => {
  const faint = finds('PHONE', /\d{3}-\d{4}/g, 0.3);

  it('parts findings from uncertain ones', () => {
    const { findings, uncertain } = detect('call 555-0100', { recognizers: [faint], threshold: 0.5 });
    expect([findings.length, uncertain.length]).toEqual([0, 1]);
  });

  it('does not call uncertain what a certain finding holds whole', () => {
    const { findings, uncertain } = detect('SSN 123-45-6789', {
      recognizers: [finds('PHONE', /\d{2}-\d{4}/g, 0.3), ssn],
      threshold: 0.5,
    });
    expect([findings.length, uncertain.length]).toEqual([1, 0]);
  });
});

describe('long text', () => {
  const card = finds('CARD', /(?<=card no: )\d{4}(?: \d{4}){3}/g);

  it('finds what lies across the border of two pieces, once', () => {
    for (let shift = 0; shift < 40; shift += 1) {
      const text = `${'word '.repeat(3270)}${'x'.repeat(shift)} card no: 4111 1111 1111 1111 ${'word '.repeat(4000)}`;
      const { findings } = detect(text, { recognizers: [card], threshold: 0.5 });
      expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['4111 1111 1111 1111']);
    }
  });
});
