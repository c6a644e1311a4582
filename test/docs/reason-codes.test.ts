// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ReasonCode, reasonCodes, riskOf } from '../../lambdas/records/reason.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const rows = read('docs/reason-codes.md')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('docs/reason-codes.md', () => {
  it('has every code once, in the order of the table, and no other', () =>
    expect(rows.map(([code]) => code)).toEqual(Object.keys(reasonCodes).map((code) => `\`${code}\``)));

  it.each(Object.entries(reasonCodes))('says of %s what the table says', (code, { waivable, sentence }) => {
    const row = rows.find(([each]) => each === `\`${code}\``);
    expect(row?.slice(1, 3)).toEqual([waivable ? 'yes' : 'no', sentence]);
    expect(row?.at(-1)).toBe(riskOf(code as ReasonCode));
  });

  it.each(rows.map(([code = '', , , files = '']) => [code.slice(1, -1), files] as const))(
    'names files that give %s',
    (code, files) => {
      const paths = [...files.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) expect([path, read(path).includes(`'${code}'`)]).toEqual([path, true]);
    },
  );
});
