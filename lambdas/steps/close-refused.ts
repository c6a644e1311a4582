// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { CaseRef, Outcome } from '../records/case.ts';
import type { Left } from '../screening/last-scan.ts';
import { carryOut, containmentOf } from './contain-finding.ts';

/**
 * Closes a case that is not released. Its working copies go now, the sealed object stays. Of one whose text was `left`
 * with an identifier nothing was sealed: it stays in the vault, which is not locked, until compliance has looked at it or
 * its time is over.
 */
export async function closeRefused(
  ports: Ports,
  input: CaseRef & Readonly<{ outcome: Outcome }>,
  left: Left | undefined,
): Promise<void> {
  const now = ports.clock();
  const contained =
    left === undefined ? undefined : containmentOf(ports, { by: 'last-scan', types: left.types });
  const after = await changeCase(ports, input, (item) =>
    item.status === 'closed'
      ? undefined
      : {
          ...item,
          status: 'closed',
          outcome: input.outcome,
          closedAt: now,
          ...(contained === undefined ? {} : { custody: { ...item.custody, contained } }),
        },
  );
  const { tenantId, caseId } = after;
  const opened = after.custody?.contained;
  if (opened === undefined) await ports.vault.purge({ tenantId, scope: caseId }).catch(() => undefined);
  else await carryOut(ports, after, opened);
  await ports.notify({ tenantId, caseId, kind: 'closed', at: now }).catch(() => undefined);
  if (after.outcome === 'failed')
    await ports
      .notify({ tenantId, caseId, kind: 'alert', at: now, code: 'case-failed' })
      .catch(() => undefined);
}
