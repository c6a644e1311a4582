// SPDX-License-Identifier: Apache-2.0
import { askingOf } from '../archive/ask.ts';
import type { Bound } from '../archive/parameters.ts';
import { SqlRefused } from '../archive/sql/refused.ts';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import {
  catalogueOf,
  failureCode,
  ownQuery,
  queryView,
  type QueryView,
  recordQuery,
} from './archive-query.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { preferredWait } from './wait.ts';

/** How long a question is waited for where the caller does not say, and at most, seconds. */
const usualWait = 5;
export const longestWait = 20;

/** What is asked: the name it goes on record under, and the SQL with its parameters. */
export type Asked = Readonly<{ question: string; sql: string; parameters: Bound }>;

/** SQL bound to the tenant. @throws Problem sql-refused: where and why, without quoting it */
export function restricted({ sql, parameters }: Omit<Asked, 'question'>, tenantId: string) {
  try {
    return askingOf(sql, tenantId, parameters);
  } catch (thrown) {
    if (!(thrown instanceof SqlRefused)) throw thrown;
    const { why, position, message } = thrown;
    const before = sql.slice(0, position).split('\n');
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw new Problem('sql-refused', {
      errors: [{ path: 'sql', message: `line ${at.line}, column ${at.column}: ${message}` }],
      members: { why, position, ...at },
    });
  }
}

/**
 * Puts on record what is asked, has the catalogue begin with it, and waits for a while.
 * @throws Problem sql-refused, query-invalid, query-too-long, query-too-large, unavailable
 */
export async function beginQuery(
  ports: Ports,
  principal: Principal,
  asked: Asked,
  how: Readonly<{
    /** What goes on record as having been asked, sealed. */
    recorded: unknown;
    /** Rows after which the answer is cut off. */
    limit?: number | undefined;
    /** Rows of the first page. */
    page: number;
    /** The caller’s `Prefer`. */
    prefer: string | undefined;
  }>,
): Promise<Readonly<{ status: 200 | 202; body: QueryView }>> {
  const { tenantId } = principal;
  const catalogue = catalogueOf(ports);
  const { sql, values } = restricted(asked, tenantId);
  const queryId = ports.newId();
  await recordQuery(ports, principal, { queryId, question: asked.question, asked: how.recorded });
  const owner = await subjectOf(ports, principal);
  const limit = how.limit === undefined ? {} : { limit: how.limit };
  await catalogue.start({ tenantId, queryId, owner, sql, values, ...limit });
  const wait = how.prefer === undefined ? usualWait : Math.min(preferredWait(how.prefer), longestWait);
  const own = await ownQuery(ports, principal, queryId, wait * 1000);
  const failed = failureCode(own.status);
  if (failed !== undefined) throw new Problem(failed, { members: { queryId } });
  return {
    status: own.status.state === 'succeeded' ? 200 : 202,
    body: await queryView(ports, own, { limit: how.page }),
  };
}
