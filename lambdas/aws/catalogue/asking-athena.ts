// SPDX-License-Identifier: Apache-2.0
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  GetQueryRuntimeStatisticsCommand,
  type QueryExecutionStatus,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { setTimeout } from 'node:timers/promises';
import { queryLimits } from '../../archive/query-limits.ts';
import { Failure } from '../../failures.ts';
import type { Catalogue, Clock, QueryRef, QueryStatus } from '../../ports.ts';
import { asking, type Names } from '../asking.ts';
import { clientsOf, type Connection } from '../connection.ts';
import { tableClients } from '../tables.ts';
import { cellsOf, columnsFrom } from './answer-cells.ts';
import { readPlace, writePlace } from './page-place.ts';
import { type QueryRow, queryRows } from './query-row.ts';

export type AthenaOptions = Readonly<{
  workgroup: string;
  database: string;
  /** Of cases: queries are remembered beside them. */
  table: string;
  clock: Clock;
  sleep?: (ms: number) => Promise<unknown>;
}>;
export type CatalogueAsking = Pick<Catalogue, 'start' | 'poll' | 'page' | 'cancel'>;

const lookAgainMs = 300;
const invalid: Names = { InvalidRequestException: 'InvalidInput' };
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Why Athena gave up, by its categories: 1 its own, 2 the query's, 3 others'. Its sentence may quote the query: it goes nowhere. */
function failureOf({
  AthenaError: error,
  StateChangeReason: reason = '',
}: QueryExecutionStatus): QueryStatus['failure'] {
  if (/bytes scanned limit|EXCEEDED_\w*LIMIT|exhausted resources/i.test(reason)) return 'QueryTooLarge';
  return error?.ErrorCategory === 2 ? 'QueryInvalid' : 'Unavailable';
}

/** Questions to the catalogue, answered by Athena in a session of the tenant. Results stay with Athena, encrypted. */
export function openAsking(connection: Connection, options: AthenaOptions): CatalogueAsking {
  const { workgroup, database, table, clock, sleep = setTimeout } = options;
  const clients = clientsOf(connection, (given) => new AthenaClient(given));
  const rows = queryRows(tableClients(connection), table);
  const executionOf = (tenantId: string, execution: string) =>
    asking(async () => {
      const command = new GetQueryExecutionCommand({ QueryExecutionId: execution });
      const { Status = {}, Statistics } = (await clients(tenantId).send(command)).QueryExecution ?? {};
      return { status: Status, scannedBytes: Statistics?.DataScannedInBytes };
    });
  const stop = (tenantId: string, { execution }: QueryRow) =>
    asking(
      () => clients(tenantId).send(new StopQueryExecutionCommand({ QueryExecutionId: execution })),
      invalid,
    );

  /** Of an answer: its columns, how large it is, and whether that is more than anybody may have. */
  const outcome = async (tenantId: string, { execution, limit }: QueryRow): Promise<Partial<QueryStatus>> => {
    const results = new GetQueryResultsCommand({ QueryExecutionId: execution, MaxResults: 1 });
    const [{ ResultSet }, { QueryRuntimeStatistics }] = await Promise.all([
      asking(() => clients(tenantId).send(results)),
      asking(() =>
        clients(tenantId).send(new GetQueryRuntimeStatisticsCommand({ QueryExecutionId: execution })),
      ),
    ]);
    const { OutputRows = 0, OutputBytes = 0 } = QueryRuntimeStatistics?.Rows ?? {};
    const most = Math.min(limit ?? Infinity, queryLimits.rows);
    const tooMany = OutputRows > most && (limit === undefined || limit > queryLimits.rows);
    if (tooMany || OutputBytes > queryLimits.bytes) return { state: 'failed', failure: 'QueryTooLarge' };
    return {
      columns: columnsFrom(ResultSet?.ResultSetMetadata?.ColumnInfo ?? []),
      rows: Math.min(OutputRows, most),
      more: OutputRows > most,
    };
  };

  const look = async ({ tenantId }: QueryRef, row: QueryRow): Promise<QueryStatus> => {
    const { owner, startedAt } = row;
    const { status, scannedBytes } = await executionOf(tenantId, row.execution);
    const { State, CompletionDateTime: ended } = status;
    const endedAt = ended === undefined ? {} : { endedAt: ended.getTime() };
    if (State === 'QUEUED') return { owner, startedAt, state: 'queued' };
    if (State === 'SUCCEEDED')
      return { owner, startedAt, ...endedAt, state: 'succeeded', ...(await outcome(tenantId, row)) };
    if (State === 'CANCELLED') return { owner, startedAt, ...endedAt, state: 'cancelled' };
    if (State === 'FAILED') {
      const failure = failureOf(status);
      return { owner, startedAt, ...endedAt, state: 'failed', ...(failure === undefined ? {} : { failure }) };
    }
    // Athena tells no share: what it has read says at least that it goes on.
    return { owner, startedAt, state: 'running', ...(scannedBytes === undefined ? {} : { scannedBytes }) };
  };
  const isOver = ({ state }: QueryStatus) => state !== 'queued' && state !== 'running';

  return {
    start: async ({ tenantId, queryId, owner, sql, values, limit }) => {
      const command = new StartQueryExecutionCommand({
        QueryString: sql,
        // The same query asked again is the same execution.
        ClientRequestToken: queryId,
        WorkGroup: workgroup,
        QueryExecutionContext: { Database: database },
        ...(values.length === 0 ? {} : { ExecutionParameters: values.map(quoted) }),
      });
      const { QueryExecutionId: execution } = await asking(() => clients(tenantId).send(command), invalid);
      if (execution === undefined) throw new Failure('Malformed');
      const row = { owner, execution, startedAt: clock(), ...(limit === undefined ? {} : { limit }) };
      await rows.put({ tenantId, queryId }, row);
    },

    poll: async (ref, withinMs = 0) => {
      const row = await rows.get(ref, clock());
      const until = clock() + withinMs;
      for (;;) {
        const status = await look(ref, row);
        if (isOver(status)) return status;
        if (clock() > row.startedAt + queryLimits.ms) {
          await stop(ref.tenantId, row);
          return { ...status, state: 'failed', failure: 'QueryTooLong', endedAt: clock() };
        }
        const left = until - clock();
        if (left <= 0) return status;
        await sleep(Math.min(left, lookAgainMs));
      }
    },

    page: async (ref, limit, after) => {
      const row = await rows.get(ref, clock());
      const from = readPlace(after);
      const most = Math.min(row.limit ?? Infinity, queryLimits.rows);
      const count = Math.min(limit, most - from.row);
      const command = new GetQueryResultsCommand({
        QueryExecutionId: row.execution,
        // The first row of the first page is the heading.
        MaxResults: Math.min(1000, count + (from.row === 0 ? 1 : 0)),
        NextToken: from.token,
      });
      const { ResultSet, NextToken } = await asking(() => clients(ref.tenantId).send(command), invalid);
      const columns = columnsFrom(ResultSet?.ResultSetMetadata?.ColumnInfo ?? []);
      const found = (ResultSet?.Rows ?? [])
        .slice(from.row === 0 ? 1 : 0)
        .slice(0, count)
        .map((each) => cellsOf(columns, each));
      const end = from.row + found.length;
      return {
        rows: found,
        ...(NextToken === undefined || end >= most
          ? {}
          : { next: writePlace({ row: end, token: NextToken }) }),
      };
    },

    cancel: async (ref) => {
      const row = await rows.get(ref, clock());
      if (!isOver(await look(ref, row))) await stop(ref.tenantId, row);
    },
  };
}
