// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type Line, linesOf } from '../../../local/commands/lines.ts';
import { fc } from '../../seeded.ts';

async function read(chunks: readonly Uint8Array[], limit?: number): Promise<Line[]> {
  const all: Line[] = [];
  for await (const line of linesOf(
    (async function* () {
      yield* chunks;
    })(),
    limit,
  ))
    all.push(line);
  return all;
}

describe('lines of a stream of bytes', () => {
  it('are the same however the bytes come in', async () => {
    const text = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', ' '), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const bytes = Buffer.from(parts.join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const expected = parts.join('').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(await read(chunks)).toEqual(expected.map((line, at) => ({ number: at + 1, text: line })));
      }),
    );
  });

  it.each<[string, Buffer, Line[]]>([
    ['nothing', Buffer.from(''), []],
    ['an empty line', Buffer.from('\n'), [{ number: 1, text: '' }]],
    ['a byte order mark', Buffer.from('\ufeffa\n'), [{ number: 1, text: 'a' }]],
    [
      'one that is exactly as long as it may be',
      Buffer.from('12345678\n'),
      [{ number: 1, text: '12345678' }],
    ],
    [
      'one that is too long between two that are not',
      Buffer.from('a\n123456789\nb'),
      [
        { number: 1, text: 'a' },
        { number: 2, problem: 'too long' },
        { number: 3, text: 'b' },
      ],
    ],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0x0a]), [{ number: 1, problem: 'not UTF-8' }]],
    ['half a character', Buffer.from([0xf0, 0x9f]), [{ number: 1, problem: 'not UTF-8' }]],
  ])('%s', async (_what, bytes, expected) => expect(await read([bytes], 8)).toEqual(expected));
});
