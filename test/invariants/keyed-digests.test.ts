// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentDigest } from '../../lambdas/contents.ts';
import { ScanContentSchema } from '../../lambdas/records/content.ts';
import { lockedRecord } from '../../lambdas/steps/locked-record.ts';
import { openTestAirlock, type TestAirlock } from '../airlock.ts';
import { filesBelow } from '../product/canary.ts';

const identifying = [
  'anna.keller@mailbox.example',
  'Anna Keller',
  'end-user-77',
  'nora',
  'key-of-a-caller-1',
];
let airlock: TestAirlock;
let caseId: string;

beforeAll(async () => {
  airlock = await openTestAirlock();
  ({ caseId } = await airlock.submit('Write a letter to Anna Keller, anna.keller@mailbox.example.', {
    user: 'end-user-77',
  }));
});
afterAll(() => airlock.remove());

describe('invariant 10: digests of identifying text are keyed, and die with the key', () => {
  it('has no plain hash of an identifying text in any file', async () => {
    const plain = identifying.flatMap((text) =>
      ['sha256', 'sha1', 'md5'].flatMap((name) =>
        (['hex', 'base64', 'base64url'] as const).map((form) =>
          createHash(name).update(text).digest(form).replaceAll('=', ''),
        ),
      ),
    );
    for (const file of await filesBelow(airlock.folder)) {
      const bytes = (await readFile(file)).toString('latin1');
      expect(plain.filter((digest) => bytes.includes(digest))).toEqual([]);
    }
  });

  it('finds in the record exactly the digests that the case’s key makes', async () => {
    const record = (await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId }))!;
    const key = await airlock.ports.keys.caseKey({ tenantId: 'clinic', caseId });
    const row = (await airlock.ports.cases.get({ tenantId: 'clinic', caseId }))!;
    const scan = ScanContentSchema.parse(
      JSON.parse(
        await airlock.ports.vault.get({ tenantId: 'clinic', scope: caseId, revision: row.released! }),
      ),
    );
    expect(record.digests.delivered).toBe(contentDigest(key, 'delivered', scan.restored));
    expect(record.digests.delivered).not.toBe(contentDigest(Buffer.alloc(32), 'delivered', scan.restored));
  });

  it('cannot make them again once the key is destroyed', async () => {
    await airlock.ports.keys.erase({ tenantId: 'clinic', caseId });
    await expect(airlock.ports.keys.caseKey({ tenantId: 'clinic', caseId })).rejects.toMatchObject({
      name: 'KeyErased',
    });
    expect((await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId }))?.outcome).toBeDefined();
  });
});
