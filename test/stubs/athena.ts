// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { tableNames } from '../../lambdas/archive/tables.ts';
import type { AnswerCell, AnswerColumn } from '../../lambdas/ports.ts';
import { type Files, runQuery } from '../../local/catalogue/run-query.ts';
import type { Bucket } from './buckets.ts';
import { input, jsonProtocol, serving } from './json.ts';
import { type Call, openStub, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

const Start = z.strictObject({
  QueryString: z.string().min(1).max(262_144),
  ClientRequestToken: z.string().min(32).max(128),
  WorkGroup: z.string(),
  QueryExecutionContext: z.strictObject({ Database: z.string() }),
  // As Athena takes them: strings in quotes.
  ExecutionParameters: z
    .array(z.string().regex(/^'(?:[^']|'')*'$/))
    .min(1)
    .optional(),
});
const Named = z.strictObject({ QueryExecutionId: z.string() });
const Results = Named.extend({
  MaxResults: z.int().min(1).max(1000).optional(),
  NextToken: z.string().optional(),
});

type Execution = {
  id: string;
  tenant: string | undefined;
  state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  columns: readonly AnswerColumn[];
  rows: (readonly AnswerCell[])[];
  error?: Readonly<{ category: number; reason: string }>;
};
export type AthenaStub = Stub &
  Readonly<{
    /** Holds queries back, to be looked at while they run; undefined lets them end. */
    hold: (on: boolean) => void;
    /** What the next queries end with instead. */
    failWith: (error: Execution['error']) => void;
  }>;

const textOf = (cell: AnswerCell, { type }: AnswerColumn): string =>
  type === 'timestamp' && typeof cell === 'string' ? cell.replace('T', ' ').replace('Z', '') : String(cell);

/** Athena over the service's protocol: DuckDB answers, from what the stub of S3 holds of the session's tenant. */
export async function openAthena(principals: Principals, catalogue: Bucket): Promise<AthenaStub> {
  const executions = new Map<string, Execution>();
  const byToken = new Map<string, string>();
  let [held, failure]: [boolean, Execution['error']] = [false, undefined];

  async function run(execution: Execution, sql: string, values: readonly string[]): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'airlock-athena-'));
    try {
      const keys = catalogue.keys().filter((key) => key.includes(`/tenant=${execution.tenant ?? ''}/`));
      for (const key of keys) {
        const path = join(folder, key);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, catalogue.current(key)?.body ?? Buffer.alloc(0));
      }
      const files = Object.fromEntries(
        tableNames.map((table) => [
          table,
          keys.filter((key) => key.startsWith(`${table}/`)).map((key) => join(folder, key)),
        ]),
      ) as unknown as Files;
      const spill = join(folder, 'spill');
      await runQuery(
        { sql, values, files, folders: [folder], spill, signal: new AbortController().signal },
        {
          columns: (columns) => (execution.columns = columns),
          rows: (rows) => execution.rows.push(...rows) > 0,
        },
      );
      if (execution.state === 'RUNNING') execution.state = 'SUCCEEDED';
    } catch {
      execution.state = 'FAILED';
      execution.error = { category: 2, reason: 'leaked@example.org' };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  const executionOf = (call: Call, id: string): Execution => {
    const found = executions.get(id);
    // Whether a session may see another's query is the workgroup's and IAM's affair; here it may not.
    if (found === undefined || found.tenant !== call.who.tenant)
      throw new ServiceError('InvalidRequestException');
    return found;
  };
  const stub = await openStub({
    service: 'athena',
    protocol: jsonProtocol('AmazonAthena', '1.1'),
    principals,
    serve: serving({
      StartQueryExecution: (call) => {
        const { QueryString, ClientRequestToken, ExecutionParameters = [] } = input(Start, call);
        const id = byToken.get(ClientRequestToken) ?? `execution-${executions.size}`;
        if (!byToken.has(ClientRequestToken)) {
          byToken.set(ClientRequestToken, id);
          const execution: Execution = {
            id,
            tenant: call.who.tenant,
            state: 'RUNNING',
            columns: [],
            rows: [],
          };
          executions.set(id, execution);
          if (failure !== undefined) Object.assign(execution, { state: 'FAILED', error: failure });
          else if (!held)
            void run(
              execution,
              QueryString,
              ExecutionParameters.map((each) => each.slice(1, -1).replaceAll("''", "'")),
            );
        }
        return { QueryExecutionId: id };
      },
      GetQueryExecution: (call) => {
        const { state, error } = executionOf(call, input(Named, call).QueryExecutionId);
        return {
          QueryExecution: {
            Status: {
              State: state,
              ...(state === 'RUNNING' ? {} : { CompletionDateTime: Date.now() / 1000 }),
              ...(error === undefined
                ? {}
                : { StateChangeReason: error.reason, AthenaError: { ErrorCategory: error.category } }),
            },
            Statistics: { DataScannedInBytes: 4096 },
          },
        };
      },
      GetQueryRuntimeStatistics: (call) => {
        const { rows } = executionOf(call, input(Named, call).QueryExecutionId);
        const OutputBytes = JSON.stringify(rows).length;
        return { QueryRuntimeStatistics: { Rows: { OutputRows: rows.length, OutputBytes } } };
      },
      GetQueryResults: (call) => {
        const { QueryExecutionId, MaxResults = 1000, NextToken } = input(Results, call);
        const { state, columns, rows } = executionOf(call, QueryExecutionId);
        if (state !== 'SUCCEEDED') throw new ServiceError('InvalidRequestException');
        const heading = columns.map(({ name }) => ({ VarCharValue: name }));
        const data = rows.map((row) =>
          columns.map((column, index) => {
            const cell = row[index] ?? null;
            return cell === null ? {} : { VarCharValue: textOf(cell, column) };
          }),
        );
        const all = [heading, ...data];
        const from = Number(NextToken ?? 0);
        const end = from + MaxResults;
        return {
          ResultSet: {
            ResultSetMetadata: { ColumnInfo: columns.map(({ name, type }) => ({ Name: name, Type: type })) },
            Rows: all.slice(from, end).map((Data) => ({ Data })),
          },
          ...(end < all.length ? { NextToken: String(end) } : {}),
        };
      },
      StopQueryExecution: (call) => {
        const execution = executionOf(call, input(Named, call).QueryExecutionId);
        if (execution.state === 'RUNNING') execution.state = 'CANCELLED';
        return {};
      },
    }),
  });
  return { ...stub, hold: (on) => (held = on), failWith: (error) => (failure = error) };
}
