// SPDX-License-Identifier: Apache-2.0
import { Failure, failureName } from './failures.ts';
import type { Ports } from './ports.ts';
import type { Case, CaseRef } from './records/case.ts';
import { talliesOf } from './records/tally.ts';

const attempts = 8;

/** The case. @throws NotFound */
export async function theCase(ports: Pick<Ports, 'cases'>, ref: CaseRef): Promise<Case> {
  const found = await ports.cases.get(ref);
  if (found?.caseId !== ref.caseId || found.tenantId !== ref.tenantId) throw new Failure('NotFound');
  return found;
}

/**
 * Reads the case, asks `next` what it should become, and writes that conditionally; reads again when somebody
 * else was faster. `next` returns undefined for "leave it", and may throw to refuse.
 * @returns the case as it now stands. @throws NotFound; Conflict after eight lost races.
 */
export async function changeCase(
  ports: Pick<Ports, 'cases' | 'clock'>,
  ref: CaseRef,
  next: (item: Case) => Case | undefined,
): Promise<Case> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const item = await theCase(ports, ref);
    const wanted = next(item);
    if (wanted === undefined) return item;
    const changed: Case = { ...wanted, version: item.version + 1, movedAt: ports.clock() };
    try {
      await ports.cases.replace(changed, talliesOf(item, changed));
      return changed;
    } catch (thrown) {
      if (failureName(thrown) !== 'Conflict') throw thrown;
    }
  }
  throw new Failure('Conflict');
}
