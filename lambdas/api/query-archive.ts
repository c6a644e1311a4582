// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { askingOf } from '../archive/ask.ts';
import { type Bound, parametersSchema } from '../archive/parameters.ts';
import { questionOf } from '../archive/questions.ts';
import { queryLimits } from '../archive/query-limits.ts';
import { SqlRefused } from '../archive/sql/refused.ts';
import { longestSql } from '../archive/sql/tokens.ts';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import {
  catalogueOf,
  failureCode,
  ownQuery,
  QueryIdSchema,
  queryView,
  QueryViewSchema,
  recordQuery,
} from './archive-query.ts';
import { fieldErrors } from './field-errors.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { preferredWait } from './wait.ts';

/** How long a question is waited for where the caller does not say, and at most, seconds. */
const usualWait = 5;
const longestWait = 20;
/** Rows of a page. */
export const PageSizeSchema = z.int().min(1).max(1000);

const BodySchema = z
  .strictObject({
    question: z.string().max(64).optional(),
    /** Days are YYYY-MM-DD. */
    parameters: z.record(z.string().max(16), z.string().max(8000)).default({}),
    /** One SELECT over the catalogue’s tables, instead of a question. */
    sql: z.string().min(1).max(longestSql).optional(),
    /** Rows after which the answer is cut off; without it all are wanted, up to 100,000. */
    limit: z.int().min(1).max(queryLimits.rows).optional(),
    /** Rows of the first page. */
    page: PageSizeSchema.default(1000),
  })
  .refine(({ question, sql }) => (question === undefined) !== (sql === undefined), {
    error: 'must have either a question or sql',
  })
  .meta({ id: 'ArchiveQuery' });
type Body = z.infer<typeof BodySchema>;
type Asked = Readonly<{ question: string; sql: string; parameters: Bound }>;

/** A named question with its parameters as they are bound. @throws Problem unknown-question, invalid-request */
async function named(
  ports: Ports,
  principal: Principal,
  name: string,
  given: Body['parameters'],
): Promise<Asked> {
  const known = questionOf(name);
  if (known === undefined) throw new Problem('unknown-question');
  const parsed = parametersSchema(known.parameters).safeParse(given);
  if (!parsed.success)
    throw new Problem('invalid-request', { errors: fieldErrors('parameters', parsed.error.issues) });
  const parameters: Record<string, string | readonly string[]> = { ...parsed.data };
  for (const [each, { kind }] of Object.entries(known.parameters))
    // Records know requesters by a digest only.
    if (kind === 'requester')
      parameters[each] = await subjectOf(ports, { ...principal, subject: String(parameters[each]) });
  return { question: name, sql: known.sql, parameters };
}

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

/** POST /v1/archive/queries: about the caller's own tenant whatever they say. */
export const queryArchive = operation({
  id: 'queryArchive',
  method: 'POST',
  path: '/v1/archive/queries',
  summary: 'Ask the archive one of its questions, or in SQL. It is recorded who asked what.',
  groups: ['compliance'],
  body: BodySchema,
  headers: ['prefer'],
  replies: {
    200: { description: 'The answer, its first page.', schema: QueryViewSchema },
    202: { description: 'It takes longer: `GET /v1/archive/queries/{queryId}`.', schema: QueryViewSchema },
  },
  handle: (ports) => async (call) => {
    const { principal, body } = call;
    const { tenantId } = principal;
    const catalogue = catalogueOf(ports);
    const asked =
      body.question === undefined
        ? { question: 'sql', sql: body.sql ?? '', parameters: {} }
        : await named(ports, principal, body.question, body.parameters);
    const { sql, values } = restricted(asked, tenantId);
    const queryId = ports.newId();
    const { question, parameters } = body;
    await recordQuery(ports, principal, {
      queryId,
      question: asked.question,
      asked: question === undefined ? { sql: body.sql } : { question, parameters },
    });
    const owner = await subjectOf(ports, principal);
    const limit = body.limit === undefined ? {} : { limit: body.limit };
    await catalogue.start({ tenantId, queryId, owner, sql, values, ...limit });
    const { prefer } = call.headers;
    const wait = prefer === undefined ? usualWait : Math.min(preferredWait(prefer), longestWait);
    const own = await ownQuery(ports, principal, queryId, wait * 1000);
    const failed = failureCode(own.status);
    if (failed !== undefined) throw new Problem(failed, { members: { queryId } });
    return {
      status: own.status.state === 'succeeded' ? 200 : 202,
      body: await queryView(ports, own, { limit: body.page }),
    };
  },
});

export const QueryParamsSchema = z.strictObject({ queryId: QueryIdSchema });

/** GET /v1/archive/queries/{queryId}: how far it is, and a page of its answer. */
export const readQuery = operation({
  id: 'readQuery',
  method: 'GET',
  path: '/v1/archive/queries/{queryId}',
  summary: 'How far a query is, and a page of its answer. Answers are kept for 15 minutes.',
  groups: ['compliance'],
  params: QueryParamsSchema,
  query: z.strictObject({
    limit: z.coerce.number().pipe(PageSizeSchema).default(1000),
    after: z.string().max(512).optional(),
  }),
  headers: ['prefer'],
  replies: { 200: { description: 'The query as it stands.', schema: QueryViewSchema } },
  handle: (ports) => async (call) => {
    const wait = Math.min(preferredWait(call.headers.prefer), longestWait);
    const own = await ownQuery(ports, call.principal, call.params.queryId, wait * 1000);
    return { status: 200, body: await queryView(ports, own, call.query) };
  },
});

/** DELETE /v1/archive/queries/{queryId}: stops it. */
export const cancelQuery = operation({
  id: 'cancelQuery',
  method: 'DELETE',
  path: '/v1/archive/queries/{queryId}',
  summary: 'Stop a query. One that has ended stays as it is.',
  groups: ['compliance'],
  params: QueryParamsSchema,
  replies: { 200: { description: 'The query as it stands then.', schema: QueryViewSchema } },
  handle: (ports) => async (call) => {
    const { queryId } = call.params;
    const { ref, catalogue } = await ownQuery(ports, call.principal, queryId);
    await catalogue.cancel(ref);
    const own = await ownQuery(ports, call.principal, queryId);
    return { status: 200, body: await queryView(ports, own, { limit: 1 }) };
  },
});
