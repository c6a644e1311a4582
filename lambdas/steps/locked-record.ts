// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';
import { archiveKey, type Transcript, TranscriptSchema } from '../records/transcript.ts';

/** The locked record of a case, or undefined if there is none. @throws ArchiveMismatch when it cannot be read */
export async function lockedRecord(
  ports: Pick<Ports, 'archive'>,
  ref: CaseRef,
): Promise<Transcript | undefined> {
  const object = await ports.archive.get(archiveKey('record', ref));
  if (object === undefined) return undefined;
  let record: Transcript;
  try {
    record = TranscriptSchema.parse(JSON.parse(Buffer.from(object.bytes).toString()));
  } catch {
    throw new Failure('ArchiveMismatch');
  }
  if (record.caseId !== ref.caseId || record.tenantId !== ref.tenantId) throw new Failure('ArchiveMismatch');
  return record;
}
