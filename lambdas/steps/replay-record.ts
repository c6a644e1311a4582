// SPDX-License-Identifier: Apache-2.0
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import { sha256 } from '../records/digest.ts';
import type { Policy } from '../records/policy.ts';
import { type Sealed, SealedSchema, unseal } from '../records/sealed.ts';
import { archiveKey, type Transcript, TranscriptSchema } from '../records/transcript.ts';
import { type Replayed, replayCase } from '../screening/replay.ts';

/** Why a case cannot be replayed. */
export const obstacles = ['erased', 'not-allowed', 'no-sealed-text', 'unreadable'] as const;
export type Obstacle = (typeof obstacles)[number];

export type ReplayedCase = Readonly<{ caseId: string }> &
  (Readonly<{ obstacle: Obstacle }> | Readonly<{ obstacle?: undefined; replayed: Replayed }>);

type Needs = Pick<Ports, 'archive' | 'keys' | 'policies'>;

/** As what a case is judged, and how many officers want to know. */
export type Replaying = Readonly<{
  policy: Policy;
  recognizers: readonly Recognizer[];
  officers: 1 | 2;
}>;

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

/** Whether the policy that a case was decided under lets so many officers open it for this. */
async function isAllowed(ports: Needs, record: Transcript, officers: 1 | 2): Promise<boolean> {
  const { archive } = await ports.policies.byHash(record.policy.hash);
  return archive.replay === 'one-officer' || (archive.replay === 'two-officers' && officers === 2);
}

/**
 * The archived case whose record has that key, as `policy` would judge it; undefined where it began under another policy.
 * What is opened is forgotten again: codes only come out.
 */
export async function replayRecord(
  ports: Needs,
  key: string,
  { policy, recognizers, officers }: Replaying,
): Promise<ReplayedCase | undefined> {
  const caseId = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
  const record = await recordAt(ports, key);
  if (record === undefined) return { caseId, obstacle: 'unreadable' };
  if (record.policy.id !== policy.id) return undefined;
  if (!(await isAllowed(ports, record, officers))) return { caseId, obstacle: 'not-allowed' };
  const sealed = await sealedOf(ports, record);
  if (typeof sealed === 'string') return { caseId, obstacle: sealed };
  const replayed = replayCase(record, sealed, policy, recognizers);
  return replayed === undefined ? { caseId, obstacle: 'no-sealed-text' } : { caseId, replayed };
}
