// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type ParameterKind, parameterKinds } from '../archive/parameters.ts';
import { type Question, questionNames, questions } from '../archive/questions.ts';
import { queryLimits } from '../archive/query-limits.ts';
import { functions } from '../archive/sql/allowed.ts';
import { catalogue, type Column, type TableName, tableNames } from '../archive/tables.ts';
import { catalogueOf } from './archive-query.ts';
import { operation } from './operation.ts';

const kinds = Object.keys(parameterKinds) as [ParameterKind, ...ParameterKind[]];
const all: Readonly<Record<string, Question>> = questions;
const partition: Column = {
  type: 'varchar',
  says: 'The day (UTC) the case was accepted, or the event happened: a date. Naming days makes a query fast.',
};

/** GET /v1/archive/queries: what can be asked by name. */
export const listQuestions = operation({
  id: 'listQuestions',
  method: 'GET',
  path: '/v1/archive/queries',
  summary:
    'The questions that the archive answers by name, their parameters, and how an answer is best drawn.',
  groups: ['compliance'],
  replies: {
    200: {
      description: 'All of them.',
      schema: z.strictObject({
        items: z.array(
          z.strictObject({
            question: z.enum(questionNames),
            title: z.string(),
            asks: z.string(),
            parameters: z.array(z.strictObject({ name: z.string(), kind: z.enum(kinds), label: z.string() })),
            /** The question as SQL, to begin one’s own with; `:name` stands for a parameter. */
            sql: z.string(),
            chart: z
              .strictObject({
                kind: z.enum(['bar', 'line']),
                x: z.string(),
                y: z.string(),
                series: z.string().optional(),
              })
              .optional(),
          }),
        ),
      }),
    },
  },
  handle: () => async () => ({
    status: 200,
    body: {
      items: questionNames.map((question) => {
        const { title, asks, parameters, sql, chart }: Question = all[question] ?? questions[question];
        return {
          question,
          title,
          asks,
          parameters: Object.entries(parameters).map(([name, each]) => ({ name, ...each })),
          sql: sql.replaceAll(/\n {10}/g, '\n'),
          ...(chart === undefined ? {} : { chart }),
        };
      }),
    },
  }),
});

const columnsIn = (table: TableName): { name: string; type: string; says: string }[] => [
  ...Object.entries<Column>(catalogue[table]).map(([name, { type, says }]) => ({
    name,
    type: type === 'instant' ? 'timestamp' : type,
    says,
  })),
  { name: 'day', type: 'date', says: partition.says },
];

/** GET /v1/archive/tables: what SQL may be about. */
export const listTables = operation({
  id: 'listTables',
  method: 'GET',
  path: '/v1/archive/tables',
  summary:
    'The tables and columns of the catalogue, the functions that SQL may use, and what no query may exceed.',
  groups: ['compliance'],
  replies: {
    200: {
      description: 'All of them.',
      schema: z.strictObject({
        items: z.array(
          z.strictObject({
            table: z.enum(tableNames as [TableName, ...TableName[]]),
            columns: z.array(z.strictObject({ name: z.string(), type: z.string(), says: z.string() })),
          }),
        ),
        functions: z.array(z.string()),
        limits: z.strictObject({ rows: z.int(), bytes: z.int(), ms: z.int() }),
      }),
    },
  },
  handle: () => async () => ({
    status: 200,
    body: {
      items: tableNames.map((table) => ({ table, columns: columnsIn(table) })),
      functions: [...functions.keys()].sort(),
      limits: queryLimits,
    },
  }),
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
  handle: (ports) => async (call) => ({
    status: 200,
    body: await catalogueOf(ports).rebuild(call.principal.tenantId),
  }),
});
