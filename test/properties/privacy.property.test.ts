// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { chunks } from '../../lambdas/privacy/chunks.ts';
import { cover } from '../../lambdas/privacy/cover.ts';
import { detect } from '../../lambdas/privacy/detect.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { normalise } from '../../lambdas/privacy/normalise.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import { restore } from '../../lambdas/privacy/restore.ts';
import type { Finding } from '../../lambdas/records/finding.ts';
import { identifierTypes } from '../../lambdas/records/identifier.ts';
import { prose, secret, story } from './people.ts';
import { fc } from '../seeded.ts';

const policy = { operators: { DATE: 'relative' } } as const;
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), prose, fc.string());
const findingsIn = (length: number): fc.Arbitrary<Finding[]> =>
  fc.array(
    fc
      .tuple(
        fc.nat(length),
        fc.nat(length),
        fc.constantFrom(...identifierTypes),
        fc.integer({ min: 0, max: 10 }),
      )
      .filter(([a, b]) => a !== b)
      .map(([a, b, type, tenths]) => ({
        type,
        start: Math.min(a, b),
        end: Math.max(a, b),
        score: tenths / 10,
        because: { detector: 'test', pattern: 'test' },
      })),
    { maxLength: 12 },
  );

describe('cover', () => {
  it('covers exactly the union, in disjoint order, whatever overlaps', () => {
    fc.assert(
      fc.property(findingsIn(60), (findings) => {
        const covered = cover(findings, 60);
        const union = (stretches: readonly { start: number; end: number }[]) =>
          Array.from({ length: 60 }, (_, at) => stretches.some(({ start, end }) => start <= at && at < end));
        expect(union(covered)).toEqual(union(findings));
        for (const [index, { start }] of covered.entries())
          expect(start).toBeGreaterThanOrEqual(covered[index - 1]?.end ?? 0);
      }),
    );
  });

  it('does not depend on the order of the findings', () => {
    fc.assert(
      fc.property(findingsIn(40), (findings) => {
        const brief = (all: readonly Finding[]) =>
          cover(all, 40).map(({ start, end, type }) => ({ start, end, type }));
        expect(brief([...findings].reverse())).toEqual(brief(findings));
      }),
    );
  });

  it('with the text, never cuts a character and never covers less', () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), findingsIn(Math.max(1, text.length)))),
        ([text, findings]) => {
          const covered = cover(findings, text.length, text);
          for (const { start, end } of findings)
            for (let at = start; at < Math.min(end, text.length); at += 1)
              expect(covered.some((each) => each.start <= at && at < each.end)).toBe(true);
          if (text.isWellFormed())
            for (const { start, end } of covered) expect(text.slice(start, end).isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('normalise', () => {
  it('maps every stretch of every reading into the original, outward and in order', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const normalised = normalise(text);
        for (const view of [normalised, ...normalised.views]) {
          if (view.text.length === 0) continue;
          const [from, to] = [a % view.text.length, b % view.text.length].sort((x, y) => x - y);
          const inner = view.toOriginal(from ?? 0, (to ?? 0) + 1);
          const outer = view.toOriginal(0, view.text.length);
          expect(inner.start).toBeGreaterThanOrEqual(outer.start);
          expect(inner.end).toBeLessThanOrEqual(outer.end);
          expect(inner.start).toBeLessThanOrEqual(inner.end);
          expect(outer.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('leaves plain text alone, with the identity for a map', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'X', 'Z', ' ', '.', ',', '\n') }),
        fc.nat(30),
        (text, at) => {
          const { text: read, toOriginal, hidden, complete } = normalise(text);
          expect([read, hidden, complete]).toEqual([text, 0, true]);
          if (at < text.length) expect(toOriginal(at, at + 1)).toEqual({ start: at, end: at + 1 });
        },
      ),
    );
  });

  const disguises: readonly ((text: string) => string)[] = [
    (text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    (text) => text.replaceAll(/./g, '$&\u200B'),
    (text) => text.replaceAll('-', '\u2011'),
    (text) => text.replaceAll(/\d/g, (digit) => `&#${digit.charCodeAt(0)};`),
    (text) => text.replaceAll(/\d/g, (digit) => `%${digit.charCodeAt(0).toString(16)}`),
    (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
    (text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    (text) => text.split('').join(' '),
    (text) => text.replaceAll(/\d/g, (digit) => `\\u003${digit}`),
    (text) => Buffer.from(`ssn ${text} end`).toString('base64'),
  ];

  it('shows a number through any disguise, and covers all of it', () => {
    const ssn = {
      name: 'ssn',
      types: ['SSN' as const],
      cites: 'test',
      find: (text: string): Finding[] =>
        [...text.matchAll(/(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g)].map((match) => ({
          type: 'SSN',
          start: match.index,
          end: match.index + match[0].length,
          score: 1,
          because: { detector: 'ssn', pattern: 'test' },
        })),
    };
    fc.assert(
      fc.property(
        prose,
        fc.integer({ min: 100_000_000, max: 999_999_999 }),
        fc.constantFrom(...disguises),
        prose,
        (before, number, disguise, after) => {
          const digits = String(number);
          const hidden = disguise(`${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`);
          const text = `${before}; ${hidden} ;${after}`;
          const start = before.length + 2;
          const { findings } = detect(text, { recognizers: [ssn], threshold: 0.5 });
          const bare = hidden.replace(/\u200B$/, '');
          expect(
            findings.some((finding) => finding.start <= start && finding.end >= start + bare.length),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('pseudonymise and restore', () => {
  it('are each other’s inverse for what keeps its form', () => {
    fc.assert(
      fc.property(story, secret, ({ text, findings }, key) => {
        const { slots, map } = pseudonymise([{ text, findings }], { policy, map: emptyIdentityMap(key) });
        expect(restore(slots[0]?.text ?? '', map, { format: 'text' })).toMatchObject({ text, anomalies: [] });
      }),
    );
  });

  it('leave no identifier in the text', () => {
    fc.assert(
      fc.property(story, secret, ({ text, findings }, key) => {
        const [slot] = pseudonymise([{ text, findings }], { policy, map: emptyIdentityMap(key) }).slots;
        for (const { start, end } of findings) expect(slot?.text).not.toContain(text.slice(start, end));
      }),
    );
  });

  it('keep every character that nobody reported, and none that somebody did', () => {
    const mark = '\uE000';
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('ab ', 'c', ', ', '\r\n', '😀'), fc.boolean()), { maxLength: 20 }),
        secret,
        (pieces, key) => {
          let text = '';
          const findings: Finding[] = [];
          for (const [piece, reported] of pieces) {
            const written = reported ? mark : piece;
            if (reported)
              findings.push({
                type: 'MRN',
                start: text.length,
                end: text.length + 1,
                score: 1,
                because: { detector: 'test', pattern: 'test' },
              });
            text += written;
          }
          const out =
            pseudonymise([{ text, findings }], { policy, map: emptyIdentityMap(key) }).slots[0]?.text ?? '';
          expect(out).not.toContain(mark);
          expect(out.replaceAll(/\[MRN_1_..\]/g, '')).toBe(text.replaceAll(mark, ''));
        },
      ),
    );
  });

  it('change nothing in what is de-identified already', () => {
    fc.assert(
      fc.property(story, secret, ({ text, findings }, key) => {
        const once = pseudonymise([{ text, findings }], { policy, map: emptyIdentityMap(key) });
        const [slot] = once.slots;
        const twice = pseudonymise([{ text: slot?.text ?? '', findings: [...(slot?.findings ?? [])] }], {
          policy,
          map: once.map,
          keepPlaceholders: true,
        });
        expect(twice.slots[0]?.text).toBe(slot?.text);
        expect(twice.map).toEqual(once.map);
        expect(twice.signals.neutralised).toBe(0);
      }),
    );
  });

  it('say the same over again, whatever was said before', () => {
    fc.assert(
      fc.property(story, story, secret, (first, second, key) => {
        const once = pseudonymise([first], { policy, map: emptyIdentityMap(key) });
        const other = pseudonymise([second], { policy, map: once.map });
        const again = pseudonymise([second], { policy, map: other.map });
        expect(again.slots).toEqual(other.slots);
        expect(again.map).toEqual(other.map);
        expect(
          other.map.identities
            .slice(0, once.map.identities.length)
            .map(({ placeholder, value }) => [placeholder, value]),
        ).toEqual(once.map.identities.map(({ placeholder, value }) => [placeholder, value]));
      }),
    );
  });

  it('let no text of a user be restored that nobody issued', () => {
    const fragments = fc.array(
      fc.constantFrom(
        '[',
        ']',
        'NAME',
        '_',
        '1',
        '2',
        ' ',
        'MRN',
        '7K',
        '\\',
        '&#91;',
        '{',
        '}',
        '**',
        '\u200B',
        '-',
        '\n',
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(story, secret, fragments, fragments, ({ text, findings }, key, before, after) => {
        const lead = before.join('');
        const forged = lead + text + after.join('');
        const moved = findings.map((finding) => ({
          ...finding,
          start: finding.start + lead.length,
          end: finding.end + lead.length,
        }));
        const { slots, map } = pseudonymise([{ text: forged, findings: moved }], {
          policy,
          map: emptyIdentityMap(key),
        });
        const values = map.identities.map(({ value }) => value);
        const restored = restore(slots[0]?.text ?? '', map, { format: 'text' });
        const count = (where: string) =>
          values.reduce((sum, value) => sum + where.split(value).length - 1, 0);
        expect(count(restored.text)).toBe(count(forged));
        expect(restored.anomalies).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('chunks', () => {
  it('own every code unit once, and cost what the text costs', () => {
    fc.assert(
      fc.property(fc.nat(80_000), fc.constantFrom('word ', 'x', '😀', 'a\n'), (length, unit) => {
        const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
        const cut = chunks(text);
        expect(cut.map(({ ownStart }) => ownStart).slice(1)).toEqual(
          cut.map(({ ownEnd }) => ownEnd).slice(0, -1),
        );
        expect([cut[0]?.ownStart, cut.at(-1)?.ownEnd]).toEqual([0, length]);
        const read = cut.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(read).toBeLessThanOrEqual(length * 1.1 + 1024);
      }),
      { numRuns: 60 },
    );
  });

  it('give a recognizer a number of characters that grows with the text, in every reading', () => {
    const read = (length: number) => {
      let characters = 0;
      const counting = {
        name: 'count',
        types: [],
        cites: 'test',
        find: (text: string) => ((characters += text.length), []),
      };
      detect('The number is 4111 1111 %41 &amp; one two three four five.\n'.repeat(Math.ceil(length / 60)), {
        recognizers: [counting],
        threshold: 0.5,
      });
      return characters / length;
    };
    const [small, large] = [read(20_000), read(400_000)];
    expect(large / small).toBeLessThan(1.15);
  });
});
