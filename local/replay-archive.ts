// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { failureName } from '../lambdas/failures.ts';
import type { Ports } from '../lambdas/ports.ts';
import { recognizersAt, yearOf } from '../lambdas/recognizers/index.ts';
import { sha256 } from '../lambdas/records/digest.ts';
import type { Policy } from '../lambdas/records/policy.ts';
import { type Sealed, SealedSchema, unseal } from '../lambdas/records/sealed.ts';
import { archiveKey, type Transcript, TranscriptSchema } from '../lambdas/records/transcript.ts';
import { type Replayed, replayCase } from '../lambdas/screening/replay.ts';
import { archivedKeys } from './archive-keys.ts';

/** Why a case cannot be replayed. */
export const obstacles = ['erased', 'no-sealed-text', 'unreadable'] as const;
export type Obstacle = (typeof obstacles)[number];

export type ReplayedCase = Readonly<{ caseId: string }> &
  (Readonly<{ obstacle: Obstacle }> | Readonly<{ obstacle?: undefined; replayed: Replayed }>);

type Needs = Pick<Ports, 'archive' | 'keys' | 'clock'>;

async function recordAt(ports: Needs, key: string): Promise<Transcript | undefined> {
  const object = await ports.archive.get(key).catch(() => undefined);
  if (object === undefined) return undefined;
  try {
    const record = TranscriptSchema.parse(JSON.parse(Buffer.from(object.bytes).toString()));
    return archiveKey('record', record) === key ? record : undefined;
  } catch {
    // Its error would quote what was read.
    return undefined;
  }
}

async function sealedOf(ports: Needs, record: Transcript): Promise<Sealed | Obstacle> {
  if (record.sealed === undefined) return 'no-sealed-text';
  try {
    const object = await ports.archive.get(archiveKey('sealed', record));
    if (object === undefined || sha256(object.bytes) !== record.sealed.sha256) return 'unreadable';
    const key = await ports.keys.caseKey(record);
    const opened = unseal(key, `sealed/${record.tenantId}/${record.caseId}`, object.bytes);
    return SealedSchema.parse(JSON.parse(opened.toString()));
  } catch (thrown) {
    return failureName(thrown) === 'KeyErased' ? 'erased' : 'unreadable';
  }
}

/**
 * Every archived case of the policy's name, one at a time, as `policy` would judge it. Reads at most one case
 * into memory; what it opens it forgets again, and it yields codes only.
 */
export async function* replayArchive(
  ports: Needs,
  folder: string,
  policy: Policy,
): AsyncGenerator<ReplayedCase, void, undefined> {
  const recognizers = recognizersAt(yearOf(ports.clock()));
  for await (const key of archivedKeys(join(folder, 'archive'))) {
    if (!key.startsWith('record/')) continue;
    const caseId = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
    const record = await recordAt(ports, key);
    if (record === undefined) {
      yield { caseId, obstacle: 'unreadable' };
      continue;
    }
    if (record.policy.id !== policy.id) continue;
    const sealed = await sealedOf(ports, record);
    if (typeof sealed === 'string') {
      yield { caseId, obstacle: sealed };
      continue;
    }
    const replayed = replayCase(record, sealed, policy, recognizers);
    yield replayed === undefined ? { caseId, obstacle: 'no-sealed-text' } : { caseId, replayed };
  }
}
