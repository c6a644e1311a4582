// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import { markdown, type MarkdownNode } from '../../lambdas/privacy/markdown.ts';
import { isPlainText } from '../../lambdas/privacy/plain-text.ts';
import { fc } from '../seeded.ts';

const token = /qzx(\d)q/g;
/** Pieces from which Markdown's trouble is made, and the values of people and things. */
const piece = fc.constantFrom(
  'qzx0q',
  'qzx1q',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '. ',
  '.',
  ')',
  '- ',
  '1. ',
  '# ',
  '> ',
  'a',
  'word',
  '(',
  ')',
  '[',
  ']',
  ':',
  '"',
  '!',
  ',',
  '    ',
  '=',
  '-',
  '--',
  '+',
  '*',
  '_',
  '`',
  '<',
  '|',
  '&amp;',
  'http',
  '://',
  'www.',
);
const value = fc.constantFrom(
  'Anna Keller',
  'Anna S.',
  'O’Brien',
  '(212) 555-0143',
  '+1 212 555 0143',
  '4482913',
  '12 March 1961',
  '3/4/1961',
  '12.',
  '1)',
  '+',
  '+ x',
  '- x',
  '# x',
  '![x](https://x.example)',
  '*x*',
  'a@b.org',
  '4-12',
  '2024. 3',
  '7) a',
  'ab\ncd',
);

const shape = (node: MarkdownNode, say: (text: string) => string): unknown => [
  node.type,
  node.kind,
  node.url,
  say(node.value ?? ''),
  node.children.map((child) => shape(child, say)),
];

it('calls an answer plain only if putting the values in leaves its Markdown as it was', () => {
  let plain = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 14 }),
      fc.tuple(value, value),
      (pieces, values) => {
        const answer = pieces.join('');
        if (!isPlainText(answer, values, token)) return;
        plain += 1;
        const put = (text: string) => text.replaceAll(token, (_, index: string) => values[Number(index)]!);
        expect(shape(markdown(put(answer)), (text) => text)).toEqual(shape(markdown(answer), put));
      },
    ),
    { numRuns: 20_000, seed: 7 },
  );
  expect(plain).toBeGreaterThan(500);
});
