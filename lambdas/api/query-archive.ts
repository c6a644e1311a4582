// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { positional, type QuestionName, questionNames, questions } from '../archive/questions.ts';
import { fieldErrors } from './field-errors.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';

/** Longest a question may take, milliseconds; most rows of an answer. */
const withinMs = 10_000;
const mostRows = 10_000;

/** GET /v1/archive/queries: what can be asked. */
export const listQuestions = operation({
  id: 'listQuestions',
  method: 'GET',
  path: '/v1/archive/queries',
  summary: 'The questions that the archive answers, and their parameters.',
  groups: ['compliance'],
  replies: {
    200: {
      description: 'All of them.',
      schema: z.strictObject({
        items: z.array(
          z.strictObject({ question: z.string(), asks: z.string(), parameters: z.array(z.string()) }),
        ),
      }),
    },
  },
  handle: () => async () => ({
    status: 200,
    body: {
      items: questionNames.map((question) => ({
        question,
        asks: questions[question].asks,
        parameters: Object.keys(questions[question].parameters.shape),
      })),
    },
  }),
});

const isQuestion = (name: string): name is QuestionName =>
  (questionNames as readonly string[]).includes(name);

/** POST /v1/archive/queries: one question, about the caller's own tenant whatever they say. */
export const queryArchive = operation({
  id: 'queryArchive',
  method: 'POST',
  path: '/v1/archive/queries',
  summary: 'Ask the archive one of its questions.',
  groups: ['compliance'],
  body: z
    .strictObject({
      question: z.string().max(64),
      /** Days are YYYY-MM-DD. */
      parameters: z.record(z.string().max(16), z.string().max(200)).default({}),
      limit: z.int().min(1).max(mostRows).default(1000),
    })
    .meta({ id: 'Question' }),
  replies: {
    200: {
      description: 'Rows in the order of the columns; `more` says that the limit cut them off.',
      schema: z.strictObject({
        question: z.string(),
        columns: z.array(z.string()),
        rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
        more: z.boolean(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    const { question, parameters, limit } = call.body;
    if (!isQuestion(question)) throw new Problem('unknown-question');
    if (ports.catalogue === undefined) throw new Problem('unavailable');
    const known = questions[question];
    const parsed = known.parameters.safeParse(parameters);
    if (!parsed.success)
      throw new Problem('invalid-request', { errors: fieldErrors('parameters', parsed.error.issues) });
    const { tenantId } = call.principal;
    const { sql, values } = positional(known.sql, { ...parsed.data, tenant: tenantId });
    const answers = await ports.catalogue.ask({ tenantId, sql, values, limit, withinMs });
    return { status: 200, body: { question, ...answers } };
  },
});

/** POST /v1/archive/catalogue: makes it again, and takes out the texts in which today's recognizers find somebody. */
export const rebuildCatalogue = operation({
  id: 'rebuildCatalogue',
  method: 'POST',
  path: '/v1/archive/catalogue',
  summary:
    'Make the catalogue again from the archive, scanning every text anew with the recognizers of today.',
  groups: ['compliance'],
  replies: {
    200: {
      description:
        'How many days were made, and how many texts are left out because something was found in them.',
      schema: z.strictObject({ days: z.int(), contained: z.int() }),
    },
  },
  handle: (ports) => async (call) => {
    if (ports.catalogue === undefined) throw new Problem('unavailable');
    return { status: 200, body: await ports.catalogue.rebuild(call.principal.tenantId) };
  },
});
