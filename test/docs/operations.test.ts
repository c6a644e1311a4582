// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const page = read('docs/operations.md');

describe('docs/operations.md', () => {
  it('has a heading for every alarm, and none for an alarm that is not there', () => {
    const source = read('lib/watch/alarms.ts');
    const alarms = [...source.matchAll(/^ {4,6}'?([a-z-]+)'?: (?:\{$|\{ metric)/gm)].map(([, name]) => name);
    const alarmsPart = page.slice(page.indexOf('## Alarms'));
    const headings = [...alarmsPart.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name);
    expect(alarms.length).toBeGreaterThan(10);
    expect([...headings].sort()).toEqual([...alarms].sort());
  });

  it.each([
    'Deploy',
    'First user',
    'Tenants on and off',
    'Rotate',
    'Raise quotas',
    'Stop everything',
    'Restore',
    'Erase a person',
    'Investigate',
    'Upgrade',
    'Alarms',
  ])('says how to: %s', (heading) => expect(page).toContain(`## ${heading}\n`));

  it('names only settings that there are', () => {
    const schema = read('lib/settings-schema.ts');
    const named = [...page.matchAll(/`(?:[a-z]+\.)?([a-z][A-Za-z]*)`/g)].map(([, name]) => name ?? '');
    const settings = [
      'monthlyUsd',
      'charactersPerSecond',
      'signingKeys',
      'backupDays',
      'federation',
      'signingProfiles',
      'keyArn',
    ];
    for (const setting of settings) {
      expect(named.join(' ')).toContain(setting);
      expect(schema).toContain(`${setting}:`);
    }
  });

  it('names only groups that tokens have', () => {
    const groups = read('lambdas/records/principal.ts');
    for (const group of ['requester', 'reviewer', 'senior-reviewer', 'junior-reviewer', 'compliance']) {
      expect(page).toContain(`\`${group}\``);
      expect(groups).toContain(`'${group}'`);
    }
  });
});
