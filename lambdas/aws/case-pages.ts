// SPDX-License-Identifier: Apache-2.0
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { readCursor, writeCursor } from '../cursor.ts';
import { Failure, failureName } from '../failures.ts';
import type { Cases, Page } from '../ports.ts';
import type { Case, CaseRef } from '../records/case.ts';
import { type Item, padded, readable, shards } from './case-items.ts';
import { queryPage } from './query.ts';

type Clients = (tenantId?: string) => DynamoDBClient;
type Get = Cases['get'];
type Pages = Pick<Cases, 'stale' | 'closed' | 'owned' | 'expired' | 'due' | 'contained'>;

/** The first millisecond of a day in UTC. @throws InvalidInput */
function startOf(day: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(at)) throw new Failure('InvalidInput');
  return at;
}

/** The parts of a sort key: `<padded number>#<case>#<tenant>`. */
function partsOf(item: Item, index: string): [number, string, string] {
  const [at = '', caseId = '', tenantId = ''] = (item[`${index}Sk`]?.S ?? '').split('#');
  return [Number(at), caseId, tenantId];
}

function pageOf(items: readonly Item[], limit: number, index: string): Page<Case> {
  const shown = items.slice(0, limit);
  const cases = shown.flatMap((item) => readable(item) ?? []);
  const last = shown.at(-1);
  const unreadable = shown.length - cases.length;
  const [at, caseId] = last === undefined ? [0, ''] : partsOf(last, index);
  return {
    items: cases,
    ...(items.length > limit && last !== undefined ? { next: writeCursor([at, caseId]) } : {}),
    ...(unreadable > 0 ? { unreadable } : {}),
  };
}

/**
 * The cases of rows that hold keys only, each read in a session of its own tenant, without those that do not stand any
 * more: an index follows its table with a delay.
 */
async function casesOf(
  get: Get,
  rows: readonly CaseRef[],
  stands: (item: Case) => boolean,
): Promise<Page<Case>> {
  let unreadable = 0;
  const read = (ref: CaseRef): Promise<Case | undefined> =>
    get(ref).catch((thrown: unknown) => {
      if (failureName(thrown) !== 'Malformed') throw thrown;
      unreadable += 1;
      return undefined;
    });
  const found = await Promise.all(rows.map(read));
  const items = found.flatMap((item) => (item !== undefined && stands(item) ? [item] : []));
  return { items, ...(unreadable > 0 ? { unreadable } : {}) };
}

/** What all shards of an index hold from `from` to before `before`, merged: the first `limit`. */
async function merged(
  dynamo: DynamoDBClient,
  range: Readonly<{ table: string; index: string; from: string; before: number; limit: number }>,
): Promise<Item[]> {
  const { table, index, from, before, limit } = range;
  const found = await Promise.all(
    Array.from({ length: shards }, (_, shard) =>
      queryPage(dynamo, {
        table,
        index,
        partition: `${index}#${shard}`,
        // A key goes on after its number: the bare number comes before all keys of that moment.
        between: [from, padded(before)],
        limit,
      }),
    ),
  );
  const key = (item: Item) => item[`${index}Sk`]?.S ?? '';
  return found
    .flat()
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, limit);
}

/** A page over an index of all tenants. The index holds keys only: each case is read in a session of its own tenant. */
async function pageOfAll(
  { clients, table, get }: Readonly<{ clients: Clients; table: string; get: Get }>,
  index: string,
  { before, limit, after }: Readonly<{ before: number; limit: number; after?: string }>,
  stands: (item: Case) => boolean,
): Promise<Page<Case>> {
  const [at, id, tenant] = readCursor(after, 3);
  const from = at === undefined ? '' : `${padded(at)}#${id ?? ''}#${tenant ?? ''}!`;
  if (from > padded(before)) return { items: [] };
  const rows = await merged(clients(), {
    table,
    index,
    from: from === '' ? '0' : from,
    before,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const refs = shown.map((row): CaseRef => {
    const [, caseId, tenantId] = partsOf(row, index);
    return { tenantId, caseId };
  });
  const last = shown.at(-1);
  return {
    ...(await casesOf(get, refs, stands)),
    ...(rows.length > limit && last !== undefined ? { next: writeCursor(partsOf(last, index)) } : {}),
  };
}

/** The queries of the case store. Each has an index, and goes on after the last item by its keys. */
export const casePages = (clients: Clients, table: string, get: Get): Pages => {
  const all = { clients, table, get };
  return {
    stale: (query) =>
      pageOfAll(all, 'stale', query, (item) => item.status !== 'closed' && item.movedAt < query.before),

    due: (query) =>
      pageOfAll(
        all,
        'due',
        query,
        (item) => item.status === 'closed' && (item.retainUntil ?? Infinity) < query.before,
      ),

    closed: async ({ tenantId, day, limit, after }) => {
      startOf(day);
      const [at, id] = readCursor(after, 2);
      const found = await queryPage(clients(tenantId), {
        table,
        index: 'closed',
        partition: `${tenantId}#closed#${day}`,
        ...(at === undefined ? {} : { below: `${padded(at)}#${id ?? ''}` }),
        descending: true,
        limit: limit + 1,
      });
      return pageOf(found, limit, 'closed');
    },

    owned: async ({ tenantId, owner, limit, after }) => {
      const [at, id] = readCursor(after, 2);
      const rows = await queryPage(clients(tenantId), {
        table,
        index: 'owned',
        partition: `${tenantId}#owner#${owner}`,
        ...(at === undefined ? {} : { below: `${padded(at)}#${id ?? ''}` }),
        descending: true,
        limit: limit + 1,
      });
      const shown = rows.slice(0, limit).map((row) => partsOf(row, 'owned'));
      const last = shown.at(-1);
      const refs = shown.map(([, caseId]): CaseRef => ({ tenantId, caseId }));
      return {
        ...(await casesOf(get, refs, (item) => item.owner === owner)),
        ...(rows.length > limit && last !== undefined ? { next: writeCursor([last[0], last[1]]) } : {}),
      };
    },

    contained: async ({ tenantId, limit, after }) => {
      const [at, id] = readCursor(after, 2);
      const found = await queryPage(clients(tenantId), {
        table,
        index: 'contained',
        partition: `${tenantId}#contained`,
        ...(at === undefined ? {} : { above: `${padded(at)}#${id ?? ''}` }),
        limit: limit + 1,
      });
      return pageOf(found, limit, 'contained');
    },

    expired: async ({ before, limit }) => {
      const rows = await merged(clients(), { table, index: 'expired', from: '0', before, limit });
      return rows.map((row): CaseRef => {
        const [, caseId, tenantId] = partsOf(row, 'expired');
        return { tenantId, caseId };
      });
    },
  };
};
