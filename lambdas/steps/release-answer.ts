// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase, theCase } from '../change.ts';
import { contentDigest, getContent } from '../contents.ts';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { ScanContentSchema } from '../records/content.ts';
import { sameDigest } from '../records/digest.ts';
import { lockedRecord } from './locked-record.ts';
import { rememberReleased } from './released-turns.ts';
import { refShape, revision, step } from './step.ts';

const Input = z.strictObject({ ...refShape, answer: revision });

/**
 * ReleaseAnswer: publishes the revision that was scanned, after reading the locked record back and finding
 * the same outcome and the same keyed digest of exactly this text. Publishing twice is publishing once.
 * @throws ArchiveMismatch, NotCleared, NotFound, Malformed, Conflict, Unavailable, StorageUnavailable
 */
export const releaseAnswer = (ports: Ports) =>
  step(Input, async (input) => {
    const item = await theCase(ports, input);
    const scan = await getContent(
      ports,
      { tenantId: item.tenantId, scope: item.caseId, revision: input.answer },
      ScanContentSchema,
    );
    const record = await lockedRecord(ports, input);
    const key = await ports.keys.caseKey(input);
    if (scan.restored === undefined) throw new Failure('NotCleared');
    const delivered = contentDigest(key, 'delivered', scan.restored);
    if (record?.outcome !== 'released' || !sameDigest(record.digests.delivered ?? '', delivered))
      throw new Failure('ArchiveMismatch');
    // Before its owner can have it, so that it is known when it comes back as history.
    await rememberReleased(ports, item, { restored: scan.restored, deidentified: scan.answer.text });
    const now = ports.clock();
    await changeCase(ports, input, (current) => {
      if (current.closing?.outcome !== 'released' || current.closing.answer !== input.answer)
        throw new Failure('NotCleared');
      return current.status === 'closed'
        ? undefined
        : { ...current, status: 'closed', outcome: 'released', released: input.answer, closedAt: now };
    });
    await ports
      .notify({ tenantId: item.tenantId, caseId: item.caseId, kind: 'closed', at: now })
      .catch(() => undefined);
    return { outcome: 'released' };
  });
