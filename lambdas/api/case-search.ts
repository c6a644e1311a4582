// SPDX-License-Identifier: Apache-2.0
import { type CaseFilter, caseFilterSql } from '../archive/case-filter.ts';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import type { Asked } from './begin-query.ts';
import { subjectOf } from './owner.ts';

export type { CaseFilter };

/** A search as it is asked of the catalogue, at most `limit` rows, after a case. Records know requesters by a digest only. */
export async function searched(
  ports: Ports,
  principal: Principal,
  filter: CaseFilter,
  limit: number,
  after?: string,
): Promise<Asked> {
  const { requester } = filter;
  const known =
    requester === undefined
      ? filter
      : { ...filter, requester: await subjectOf(ports, { ...principal, subject: requester }) };
  return { question: 'search', ...caseFilterSql(known, limit, after) };
}
