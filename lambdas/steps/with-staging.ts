// SPDX-License-Identifier: Apache-2.0
import type { Archive, Retention, Staged } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';
import { archiveKey } from '../records/transcript.ts';

/** Stages one of the two objects of a case. */
export type Stage = (kind: 'sealed' | 'record', bytes: Uint8Array) => Promise<Staged>;

/**
 * Lets `work` stage objects of a case, and drops them however it ends: what is locked by then stays. In an archive that has
 * nothing to do before a lock, an object is not written until it is locked.
 */
export async function withStaging(
  archive: Archive,
  item: CaseRef,
  kept: Retention,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const staged: Promise<Staged>[] = [];
  const stage: Stage = (kind, bytes) => {
    const object = [archiveKey(kind, item), bytes, kept] as const;
    const made =
      archive.stage?.(...object) ??
      Promise.resolve({ lock: () => archive.put(...object), drop: async () => undefined });
    staged.push(made);
    return made;
  };
  try {
    await work(stage);
  } finally {
    for (const made of await Promise.allSettled(staged))
      if (made.status === 'fulfilled') await made.value.drop();
  }
}
