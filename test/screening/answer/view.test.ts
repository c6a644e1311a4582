// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, test } from '@jest/globals';
import { view } from '../../../lambdas/screening/answer/view.ts';
import { fc } from '../../seeded.ts';

describe('the plain reading of a text', () => {
  it.each([
    ['bold and italic', '**Take** *two* __now__ _please_', 'Take two now please'],
    ['code marks', '`400 mg`', '400 mg'],
    ['an underscore in a word', '[NAME_1_7K] a_b', '[NAME_1_7K] a_b'],
    ['white space', 'a  b\t c', 'a b c'],
    ['a soft line end', 'take\n500 mg', 'take 500 mg'],
    ['a paragraph', 'a.\n\nb', 'a.\nb'],
    ['a list', 'a\n- b\n- c', 'a\n- b\n- c'],
    ['a numbered list', 'a\n1. b\n2. c', 'a\n1. b\n2. c'],
    ['a heading', '# a\nb', '# a\nb'],
    ['a no-break space', '500\u00a0mg', '500 mg'],
    ['a soft hyphen', 'ibu\u00adprofen', 'ibuprofen'],
    ['full width', '\uff15\uff10 mg', '50 mg'],
    ['curly quotes and dashes', '\u201ca\u201d \u2018b\u2019 4\u20135', '"a" \'b\' 4-5'],
    ['an emoji', 'ok \u{1f44d} ok', 'ok \u{1f44d} ok'],
    ['nothing', '', ''],
    ['space at the start', '  a', 'a'],
  ])('%s', (_what, text, plain) => expect(view(text).plain).toBe(plain));
});

describe('sentences', () => {
  it.each([
    ['two', 'One. Two.', ['One.', 'Two.']],
    ['a decimal', 'It is 7.8 percent. Fine.', ['It is 7.8 percent.', 'Fine.']],
    ['abbreviations', 'Dr. A. Smith, e.g. today, vs. none.', ['Dr. A. Smith, e.g. today, vs. none.']],
    ['items', 'a:\n- b\n- c', ['a:', '- b', '- c']],
    ['a question', 'Why? Because!', ['Why?', 'Because!']],
    ['a quotation', 'He said "yes." She left.', ['He said "yes."', 'She left.']],
    ['a semicolon', 'a; b', ['a;', 'b']],
    ['none', ' ', []],
  ])('%s', (_what, text, expected) =>
    expect(view(text).sentences.map((each) => each.text.trim())).toEqual(expected),
  );
});

test('hidden characters are told apart from those that shape', () => {
  expect(view('a\u202eb\u{e0041}').hidden).toEqual([1, 3]);
  expect(view('a\u00adb \u{1f468}\u200d\u{1f469} \u2764\ufe0f \ufeff').hidden).toEqual([]);
});

test('every offset leads back into the text, in order, and letters to themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { plain, lower, origin } = view(text);
      expect(lower).toHaveLength(plain.length);
      let last = 0;
      for (let at = 0; at <= plain.length; at += 1) {
        const from = origin(at);
        expect(from >= last && from <= text.length).toBe(true);
        if (/[a-z]/i.test(plain.charAt(at)) && text.charAt(from) <= '~')
          expect(text.charAt(from)).toBe(plain.charAt(at));
        last = from;
      }
    }),
  );
});

test('plain text is its own reading', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9,]+(?: [a-z0-9,]+)*$/), (text) => {
      const { plain, origin } = view(text);
      expect(plain).toBe(text);
      for (let at = 0; at < plain.length; at += 1) expect(origin(at)).toBe(at);
    }),
  );
});
