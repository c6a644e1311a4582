// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { V7Generator } from 'uuidv7';
import type { Ports, Retention } from '../../lambdas/ports.ts';
import { canonicalJson } from '../../lambdas/records/digest.ts';
import { type ArchiveEvent, eventKey } from '../../lambdas/records/event.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { sealArchive } from '../../lambdas/steps/seal-archive.ts';
import { openArchive } from '../../local/archive.ts';
import { openChain } from '../../local/chain.ts';

const day = 86_400_000;
export const noon = Date.UTC(2026, 4, 4, 12);
export const retention: Retention = { mode: 'COMPLIANCE', until: noon + 2000 * day };

/** An archive with its chain on a folder of its own: records and sealed objects of made-up cases, not of a pipeline. */
export async function openSealedArchive() {
  const parent = mkdtempSync(join(tmpdir(), 'airlock-chain-'));
  const folder = join(parent, 'data');
  const now = { value: noon };
  const clock = () => now.value;
  const ids = new V7Generator();
  const newId = () => ids.generateOrResetWithTs(now.value).toString();
  mkdirSync(folder);
  const headFile = join(parent, 'head.json');
  const open = async () => {
    const chain = openChain({ folder, headFile });
    const archive = chain.watching(
      await openArchive({ folder, synchronous: 'NORMAL', clock, randomBytes: (count) => randomBytes(count) }),
    );
    return { chain, archive, ports: { archive, chain, clock } as unknown as Ports };
  };
  let opened = await open();
  const tenantId = 'clinic';
  return {
    parent,
    folder,
    headFile,
    now,
    newId,
    get chain() {
      return opened.chain;
    },
    get archive() {
      return opened.archive;
    },
    get ports() {
      return opened.ports;
    },
    seal: () => sealArchive(opened.ports)(),
    /** A case's record and sealed object. */
    addCase: async (how: Retention = retention) => {
      now.value += 1000;
      const caseId = newId();
      const record = archiveKey('record', { tenantId, caseId });
      const sealed = archiveKey('sealed', { tenantId, caseId });
      await opened.archive.put(sealed, randomBytes(200), how);
      await opened.archive.put(record, Buffer.from(canonicalJson({ caseId, closedAt: now.value })), how);
      return { caseId, record, sealed };
    },
    addEvent: async (caseId: string, kind: ArchiveEvent['kind'], more: Partial<ArchiveEvent> = {}) => {
      now.value += 1000;
      const event: ArchiveEvent = {
        schema: 'airlock.event/1',
        eventId: newId(),
        tenantId,
        caseId,
        kind,
        at: now.value,
        by: 'conrad',
        second: 'clara',
        reason: 'litigation',
        ...more,
      };
      const key = eventKey(event);
      await opened.archive.put(key, Buffer.from(canonicalJson(event)), retention);
      return key;
    },
    reopen: async () => {
      opened.chain.close();
      opened = await open();
    },
    remove: () => {
      opened.chain.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
export type SealedArchive = Awaited<ReturnType<typeof openSealedArchive>>;
