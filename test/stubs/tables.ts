// SPDX-License-Identifier: Apache-2.0

export type Index = Readonly<{ name: string; projection: 'ALL' | 'KEYS_ONLY' }>;
export type TableShape = Readonly<{
  /** Partition key, and sort key where there is one. */
  key: readonly [string, string?];
  /** Keys of an index are called after it: `<name>Pk`, `<name>Sk`. */
  indexes: readonly Index[];
  /** Whether its rows are tenants', reached in their sessions only. */
  tenants: boolean;
}>;

/** The tables that the adapters stand on; test/lib compares them with the synthesised ones. */
export const tables = {
  cases: {
    key: ['pk', 'sk'],
    indexes: [
      { name: 'queue', projection: 'ALL' },
      { name: 'closed', projection: 'ALL' },
      { name: 'contained', projection: 'ALL' },
      { name: 'owned', projection: 'KEYS_ONLY' },
      { name: 'stale', projection: 'KEYS_ONLY' },
      { name: 'expired', projection: 'KEYS_ONLY' },
      { name: 'due', projection: 'KEYS_ONLY' },
    ],
    tenants: true,
  },
  caseKeys: { key: ['pk'], indexes: [], tenants: true },
  seals: { key: ['pk'], indexes: [{ name: 'pending', projection: 'KEYS_ONLY' }], tenants: true },
  control: { key: ['name'], indexes: [], tenants: false },
} as const satisfies Readonly<Record<string, TableShape>>;

const schema = (names: readonly (string | undefined)[]) =>
  names.flatMap((name, index) =>
    name === undefined ? [] : [{ AttributeName: name, KeyType: index === 0 ? 'HASH' : 'RANGE' }],
  );

/** What CreateTable is asked for. */
export function tableOf(name: string, { key, indexes }: TableShape): Record<string, unknown> {
  const attributes = [...key, ...indexes.flatMap((index) => [`${index.name}Pk`, `${index.name}Sk`])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.flatMap((each) =>
      each === undefined ? [] : [{ AttributeName: each, AttributeType: 'S' }],
    ),
    KeySchema: schema(key),
    ...(indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: schema([`${index.name}Pk`, `${index.name}Sk`]),
            Projection: { ProjectionType: index.projection },
          })),
        }),
  };
}
