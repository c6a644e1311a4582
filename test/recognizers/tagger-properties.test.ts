// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { FindingSchema } from '../../lambdas/records/finding.ts';
import { blocks, longestBlock } from '../../lambdas/recognizers/tagger/blocks.ts';
import { tagger } from '../../lambdas/recognizers/tagger/index.ts';
import { tokenise } from '../../lambdas/recognizers/tagger/tokenise.ts';
import { roomFor } from '../../lambdas/recognizers/tagger/tokens.ts';
import { fc } from '../seeded.ts';

const anything = fc.string({ unit: 'binary', maxLength: 400 });
const textual = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Dr.',
        'Anna',
        'S.',
        'SMITH,',
        'mr',
        "O'Neil",
        'lives',
        'in',
        'Boston',
        '\n',
        '\n\n',
        ':',
        '😀',
        '\u200d',
        'e\u0301',
        '—',
        '7',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('whatever the text', () => {
  it('findings are well formed, inside it, and never end inside a surrogate pair', () => {
    fc.assert(
      fc.property(fc.oneof(anything, textual), (text) => {
        for (const finding of tagger.find(text)) {
          expect(FindingSchema.safeParse(finding).success).toBe(true);
          expect(finding.start).toBeLessThan(finding.end);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          if (text.isWellFormed()) expect(text.slice(finding.start, finding.end).isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same text gives the same findings, whatever was read before', () => {
    fc.assert(
      fc.property(textual, anything, (text, other) => {
        const first = tagger.find(text);
        tagger.find(other);
        expect(tagger.find(text)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it('tokens come in order, do not overlap and leave out only white space', () => {
    fc.assert(
      fc.property(fc.oneof(anything, textual), (text) => {
        const tokens = tokenise(text, 0, text.length, roomFor(text.length));
        let end = 0;
        for (let at = 0; at < tokens.count; at += 1) {
          expect(text.slice(end, tokens.start[at]).trim()).toBe('');
          expect(tokens.end[at]).toBeGreaterThan(tokens.start[at] ?? 0);
          end = tokens.end[at] ?? 0;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a long text', () => {
  const sentence = 'Patient Orla Fitzwilliam of Duluth was seen by Dr. Pemberton on Friday. ';

  it.each([
    ['prose', sentence.repeat(3000)],
    ['one word', 'a'.repeat(100_000)],
    ['line breaks', '\n'.repeat(100_000)],
    ['symbols', '.,'.repeat(50_000)],
    ['emoji', '😀'.repeat(50_000)],
    ['apostrophes', "o'".repeat(50_000)],
  ])('is cut into blocks without gaps and of bounded length: %s', (_, text) => {
    let end = 0;
    let count = 0;
    for (const [from, to] of blocks(text)) {
      expect(from).toBe(end);
      expect(to - from).toBeLessThanOrEqual(longestBlock);
      expect((text.charCodeAt(to) & 0xfc00) === 0xdc00).toBe(false);
      end = to;
      count += 1;
    }
    expect(end).toBe(text.length);
    // Each cut lies in the second half of a block, so the work grows with the length and no faster.
    expect(count).toBeLessThanOrEqual((2 * text.length) / longestBlock + 1);
  });

  it('is tagged as its parts are', () => {
    const once = tagger.find(sentence).length;
    expect(once).toBeGreaterThanOrEqual(3);
    expect(tagger.find(sentence.repeat(200)).length).toBeGreaterThanOrEqual(once * 200);
  });
});
