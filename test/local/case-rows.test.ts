// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { rowParser } from '../../local/case-rows.ts';

describe('rows that are read again', () => {
  let parsed = 0;
  const schema = z.strictObject({ n: z.int().refine(() => (parsed += 1) > 0) });

  it('are parsed once, and again when the row has another body', () => {
    parsed = 0;
    const parse = rowParser(schema);
    expect([parse({ body: '{"n":1}' }), parse({ body: '{"n":1}' }), parse({ body: '{"n":2}' })]).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 2 },
    ]);
    expect(parsed).toBe(2);
  });

  it('are refused every time when they are not what they should be', () => {
    const parse = rowParser(schema);
    for (const body of ['{"n":"1"}', '{"n":"1"}', '{', '{"n":1,"m":1}'])
      expect(() => parse({ body })).toThrow(expect.objectContaining({ name: 'Malformed' }));
  });

  it('are not all remembered', () => {
    parsed = 0;
    const parse = rowParser(schema, 2);
    for (const n of [1, 2, 3, 1]) parse({ body: `{"n":${n}}` });
    expect(parsed).toBe(4);
  });
});
