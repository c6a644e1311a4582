// SPDX-License-Identifier: Apache-2.0
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openDatabase } from '../../local/database.ts';
import { startAirlock } from '../../local/start.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';
import { filesBelow } from './files-below.ts';

const newFolder = temporaryFolders();
type Answered = Readonly<{ caseId: string; outcome?: string; answer?: { text: string } }>;

/** A data folder as a power cut would leave it now: of the databases nothing but what was synced. */
function leftOf(folder: string, synced: ReadonlyMap<string, Buffer>): string {
  const left = join(newFolder(), 'data');
  cpSync(folder, left, { recursive: true });
  for (const [path, bytes] of synced) writeFileSync(join(left, basename(path)), bytes);
  rmSync(join(left, 'cases.sqlite-shm'), { force: true });
  return left;
}

it.each([
  {
    when: 'in the middle of many',
    requests: 24,
    cutAfter: 16,
    waits: (number: number) => number % 2 === 0,
    letter: 'Draft a letter to Mrs. Anna Kowalska: her cough is better.',
  },
  {
    // A language that the detectors do not cover: it is held, and nothing after the answer waits for the disk.
    when: 'right after the only one was accepted',
    requests: 1,
    cutAfter: 1,
    waits: () => false,
    letter:
      'Proszę napisać list do pani Anny Kowalskiej, że jej kaszel jest już znacznie lepszy niż przedtem.',
  },
])(
  'what was answered is there after a power cut, and ends as was said, once: $when',
  async (each) => {
    const folder = join(newFolder(), 'data');
    const synced = new Map<string, Buffer>();
    const airlock = await startAirlock({
      folder,
      port: 0,
      environment: {},
      open: (options) =>
        openDatabase({
          ...options,
          sync: async () => {
            for (const path of [options.path, `${options.path}-wal`]) synced.set(path, readFileSync(path));
          },
        }),
    });
    await airlock.ports.onDisk();
    expect([...synced.keys()]).toContain(join(folder, 'cases.sqlite-wal'));
    const token = await airlock.server.identity.mintToken('rosa');
    const answered: Answered[] = [];
    let left: string | undefined;
    let atCut: readonly Answered[] = [];
    const ask = async (number: number) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(each.waits(number) ? { prefer: 'wait=30' } : {}),
      };
      const content = `${each.letter} MRN ${4815000 + number}`;
      const body = JSON.stringify({ policy: 'healthcare', messages: [{ role: 'user', content }] });
      const response = await fetch(`${airlock.url}/v1/requests`, { method: 'POST', headers, body });
      answered.push((await response.json()) as Answered);
      if (answered.length < each.cutAfter || left !== undefined) return;
      atCut = [...answered];
      left = leftOf(folder, synced);
    };
    await Promise.all(Array.from({ length: each.requests }, (_, number) => ask(number)));
    await airlock.close();
    // Some had ended where any could, and some were cut off in the middle, or this would prove nothing.
    expect(atCut.some(({ outcome }) => outcome === 'released')).toBe(each.requests > 1);
    expect(atCut.some(({ outcome }) => outcome === undefined)).toBe(true);

    const again = await startAirlock({ folder: left ?? '', port: 0, environment: {} });
    await again.machine.idle();
    await again.sweep(0);
    await again.machine.idle();
    const archive = join(left ?? '', 'archive', 'record');
    const records = filesBelow(archive).filter((path) => path.endsWith('.json'));
    for (const { caseId, outcome } of atCut) {
      const found = await again.ports.cases.get({ tenantId: 'clinic', caseId });
      // The policy has a person look at some of the answers, at random: those wait.
      if (outcome === undefined)
        expect([caseId, found?.status]).toEqual([caseId, expect.stringMatching(/^(?:closed|held)$/)]);
      else expect(found).toMatchObject({ caseId, status: 'closed', outcome });
      const its = records.filter((path) => basename(path) === `${caseId}.json`);
      expect(its).toHaveLength(found?.status === 'closed' ? 1 : 0);
      if (found?.outcome !== undefined)
        expect(readFileSync(its[0] ?? '', 'utf8')).toContain(`"outcome":"${found.outcome}"`);
    }
    await again.close();
  },
  120_000,
);
