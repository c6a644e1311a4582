// SPDX-License-Identifier: Apache-2.0
import type { AnswerCell, Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import { catalogueOf, failureCode, recordQuery } from './archive-query.ts';
import { type Asked, restricted } from './begin-query.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';

/** How long an operation waits for the catalogue before it gives up, milliseconds. */
const patience = 20_000;

/**
 * Asks the catalogue within one call, for operations that are made of questions; on record like any other.
 * @returns rows, at most 1000. @throws Problem query-too-long, query-too-large, unavailable
 */
export async function askNow(
  ports: Ports,
  principal: Principal,
  asked: Asked &
    Readonly<{
      /** What goes on record as having been asked. */
      recorded: unknown;
    }>,
): Promise<readonly (readonly AnswerCell[])[]> {
  const { tenantId } = principal;
  const catalogue = catalogueOf(ports);
  const { sql, values } = restricted(asked, tenantId);
  const ref = { tenantId, queryId: ports.newId() };
  const { queryId } = ref;
  await recordQuery(ports, principal, { queryId, question: asked.question, asked: asked.recorded });
  await catalogue.start({ ...ref, owner: await subjectOf(ports, principal), sql, values });
  const status = await catalogue.poll(ref, patience);
  if (status.state === 'succeeded') return (await catalogue.page(ref, 1000)).rows;
  if (status.state !== 'failed') await catalogue.cancel(ref);
  throw new Problem(failureCode(status) ?? 'query-too-long');
}
