// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type IdentifierType, identifiers } from '../../lambdas/records/identifier.ts';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/compliance.md', root), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('docs/compliance.md', () => {
  it.each([
    ...new Set(
      [...text.matchAll(/`((?:test|lambdas|local|lib|policies|statemachines)\/[^`]{1,80})`/g)].map(
        ([, path]) => path!,
      ),
    ),
  ])('names %s, which is there', (path) => expect(existsSync(new URL(path, root))).toBe(true));

  it('shows every row by a test or a measurement', () => {
    const claims = rows.filter((cells) => !cells.includes('test'));
    expect(claims.length).toBeGreaterThan(40);
    for (const cells of claims) expect(cells.at(-1)).toMatch(/`test\/[\w/-]+\.test\.ts`|accuracy\.md/);
  });

  it('says of every rule where it is kept', () => {
    const ruled = rows.filter((cells) => cells.length === 4 && !cells.includes('test'));
    expect(ruled.length).toBeGreaterThan(30);
    for (const cells of ruled)
      expect(cells[2]).toMatch(/`(?:lambdas|local|lib|statemachines)\/[\w/.-]+`|accuracy\.md/);
  });

  it('has every letter of Safe Harbor once, with the types that answer to it', () => {
    const letters = rows.filter((cells) => /^[A-R]$/.test(cells[0] ?? ''));
    expect(letters.map(([letter]) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQR');
    for (const [letter, , types = ''] of letters)
      for (const [, type] of types.matchAll(/`(\w+)`/g))
        expect([type, identifiers[type as IdentifierType].letter]).toEqual([type, letter]);
    const named = letters.flatMap(([, , types = '']) =>
      [...types.matchAll(/`(\w+)`/g)].map(([, type]) => type),
    );
    const left = Object.entries(identifiers).filter(
      ([type, { letter }]) => letter !== '-' && !named.includes(type),
    );
    // Kept by the shipped policy, which the document says under what is not there.
    expect(left.map(([type]) => type).sort()).toEqual(['ORG', 'PROFESSION']);
  });
});
