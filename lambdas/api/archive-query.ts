// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Catalogue, Ports, QueryRef, QueryStatus } from '../ports.ts';
import { canonicalJson } from '../records/digest.ts';
import type { Principal } from '../records/principal.ts';
import { lockTenantEvent } from '../steps/record-event.ts';
import { instant, InstantViewSchema } from './case-view.ts';
import { subjectOf } from './owner.ts';
import { Problem, type ProblemCode, problems } from './problems.ts';

/** @throws Problem unavailable where nothing can be asked */
export function catalogueOf(ports: Ports): Catalogue {
  if (ports.catalogue === undefined) throw new Problem('unavailable');
  return ports.catalogue;
}

export const CellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const QueryIdSchema = z.uuidv7();

/** A query as its owner sees it. */
export const QueryViewSchema = z
  .strictObject({
    queryId: QueryIdSchema,
    state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
    startedAt: InstantViewSchema,
    /** Milliseconds that it ran, or has been running. */
    elapsedMs: z.int(),
    /** While it runs: 0 to 100, where the engine can tell, or the bytes it has read, where it tells those. */
    percent: z.number().min(0).max(100).optional(),
    scannedBytes: z.int().nonnegative().optional(),
    /** Why it failed: the code and sentence of a problem. */
    failure: z.strictObject({ code: z.string(), detail: z.string() }).optional(),
    columns: z.array(z.strictObject({ name: z.string(), type: z.string() })).optional(),
    /** Rows of the whole answer. */
    total: z.int().optional(),
    /** Whether the limit that was asked for cut rows off. */
    more: z.boolean().optional(),
    /** A page of rows, in the order of the columns; `next` goes on after it. */
    rows: z.array(z.array(CellSchema)).optional(),
    next: z.string().optional(),
  })
  .meta({ id: 'Query' });
export type QueryView = z.infer<typeof QueryViewSchema>;

const codes: Readonly<Record<NonNullable<QueryStatus['failure']>, ProblemCode>> = {
  QueryTooLong: 'query-too-long',
  QueryTooLarge: 'query-too-large',
  QueryInvalid: 'query-invalid',
  Unavailable: 'unavailable',
};
export const failureCode = (status: QueryStatus): ProblemCode | undefined =>
  status.failure === undefined ? undefined : codes[status.failure];

/** The caller's own query. @throws Problem not-found: the same for another's, one that is forgotten, and none */
export async function ownQuery(
  ports: Ports,
  principal: Principal,
  queryId: string,
  withinMs = 0,
): Promise<{ ref: QueryRef; status: QueryStatus; catalogue: Catalogue }> {
  const catalogue = catalogueOf(ports);
  const ref = { tenantId: principal.tenantId, queryId };
  const status = await catalogue.poll(ref, withinMs);
  if (status.owner !== (await subjectOf(ports, principal))) throw new Problem('not-found');
  return { ref, status, catalogue };
}

/** What is told of a query, with a page of its answer once there is one. */
export async function queryView(
  ports: Ports,
  { ref, status, catalogue }: Awaited<ReturnType<typeof ownQuery>>,
  page: Readonly<{ limit: number; after?: string | undefined }>,
): Promise<QueryView> {
  const { state, startedAt, endedAt, percent, scannedBytes, columns, rows, more } = status;
  const code = failureCode(status);
  const found = state === 'succeeded' ? await catalogue.page(ref, page.limit, page.after) : undefined;
  return {
    queryId: ref.queryId,
    state,
    startedAt: instant(startedAt),
    elapsedMs: Math.max(0, (endedAt ?? ports.clock()) - startedAt),
    ...(percent === undefined ? {} : { percent }),
    ...(scannedBytes === undefined ? {} : { scannedBytes }),
    ...(code === undefined ? {} : { failure: { code, detail: problems[code].detail } }),
    ...(columns === undefined ? {} : { columns: [...columns] }),
    ...(rows === undefined ? {} : { total: rows }),
    ...(more === undefined ? {} : { more }),
    ...(found === undefined ? {} : { rows: found.rows.map((row) => [...row]) }),
    ...(found?.next === undefined ? {} : { next: found.next }),
  };
}

/**
 * Locks in the archive who asks what, before it is asked. What is asked is taken for identifying: it is sealed under the
 * tenant's key, beside its digest. @throws ArchiveMismatch
 */
export async function recordQuery(
  ports: Ports,
  principal: Principal,
  made: Readonly<{ queryId: string; question: string; asked: unknown }>,
): Promise<void> {
  const { tenantId, subject: by } = principal;
  const { queryId: eventId, question, asked } = made;
  const happened = { eventId, tenantId, kind: 'queried', at: ports.clock(), by, question } as const;
  await lockTenantEvent(ports, { ...happened, text: canonicalJson(asked) });
}
