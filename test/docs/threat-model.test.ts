// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const text = read('docs/threat-model.md');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const paths = [
  ...new Set([...text.matchAll(/`([\w-]+(?:\/[\w.-]+)+|package-lock\.json)`/g)].map(([, path = '']) => path)),
];

describe('docs/threat-model.md', () => {
  it('names many files and tests', () => {
    expect(paths.length).toBeGreaterThan(70);
    expect(paths.filter((path) => path.startsWith('test/')).length).toBeGreaterThan(30);
  });

  it.each(paths)('names %s, which is there', (path) => expect(existsSync(new URL(path, root))).toBe(true));

  it('links to pages that are there', () => {
    const links = [...text.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page = '']) => page);
    expect(links.length).toBeGreaterThan(0);
    for (const page of links) expect([page, existsSync(new URL(`docs/${page}`, root))]).toEqual([page, true]);
  });

  it('has the ten risks in order, each row with a file, a test and what is left', () => {
    const start = rows.findIndex(([risk]) => risk === 'risk');
    const risks = rows.slice(
      start + 1,
      rows.findIndex(([first]) => first === 'what fails'),
    );
    expect(risks.map(([risk = '']) => /^LLM\d\d/.exec(risk)?.[0]).filter(Boolean)).toEqual(
      Array.from({ length: 10 }, (_, index) => `LLM${String(index + 1).padStart(2, '0')}`),
    );
    for (const [, control = '', where = '', test = '', left = ''] of risks) {
      expect(control).not.toBe('');
      expect(where).toMatch(/^`/);
      expect(test).toMatch(/^`test\/[\w/.-]+\.test\.ts`/);
      expect(left).not.toBe('');
    }
  });
});

it('pins every package to one version, and locks it', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string }>;
  };
  const all = Object.entries({ ...dependencies, ...devDependencies });
  expect(all.length).toBeGreaterThan(10);
  for (const [name, version] of all) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
    expect([name, lock.packages[`node_modules/${name}`]]).toEqual([
      name,
      expect.objectContaining({ version }),
    ]);
  }
});
