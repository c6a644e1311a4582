// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseFilterSchema } from '../archive/case-filter.ts';
import { parametersSchema } from '../archive/parameters.ts';
import { questionOf, questions } from '../archive/questions.ts';
import { queryLimits } from '../archive/query-limits.ts';
import { longestSql } from '../archive/sql/tokens.ts';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import { ownQuery, QueryIdSchema, queryView, QueryViewSchema } from './archive-query.ts';
import { type Asked, beginQuery, longestWait } from './begin-query.ts';
import { searched } from './case-search.ts';
import { fieldErrors } from './field-errors.ts';
import { operation } from './operation.ts';
import { subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import { preferredWait } from './wait.ts';

/** Rows of a page. */
export const PageSizeSchema = z.int().min(1).max(1000);

/** Every name that a parameter of some question has: a mistake at another would quote it. */
const names = Object.values(questions).flatMap(({ parameters }) => Object.keys(parameters));
const ParameterNameSchema = z.enum([...new Set(names)]);

const BodySchema = z
  .strictObject({
    question: z.string().max(64).optional(),
    /** Days are YYYY-MM-DD. */
    parameters: z.partialRecord(ParameterNameSchema, z.string().max(8000)).default({}),
    /** One SELECT over the catalogue’s tables, instead of a question. */
    sql: z.string().min(1).max(longestSql).optional(),
    /** All that POST /v1/archive/search finds, for a file of it, instead of either. */
    search: CaseFilterSchema.optional(),
    /** Rows after which the answer is cut off; without it all are wanted, up to 100,000. */
    limit: z.int().min(1).max(queryLimits.rows).optional(),
    /** Rows of the first page. */
    page: PageSizeSchema.default(1000),
  })
  .refine(
    ({ question, sql, search }) => [question, sql, search].filter((each) => each !== undefined).length === 1,
    {
      error: 'must have one of question, sql and search',
    },
  )
  .meta({ id: 'ArchiveQuery' });
type Body = z.infer<typeof BodySchema>;

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
    const { question, parameters, search, sql } = body;
    const [asked, recorded] =
      question !== undefined
        ? [await named(ports, principal, question, parameters), { question, parameters }]
        : search !== undefined
          ? [await searched(ports, principal, search, queryLimits.rows + 1), search]
          : [{ question: 'sql', sql: sql ?? '', parameters: {} }, { sql }];
    const { limit, page } = body;
    return beginQuery(ports, principal, asked, { recorded, limit, page, prefer: call.headers.prefer });
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
