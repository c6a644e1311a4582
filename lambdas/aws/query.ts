// SPDX-License-Identifier: Apache-2.0
import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Item, text } from './case-items.ts';
import { asking } from './tables.ts';

/** One partition of the table or of an index (whose keys are called after it), in the order of its sort key. */
export type Range = Readonly<{
  table: string;
  index?: string;
  partition: string;
  /** Sort keys that come after this one, or before it. */
  above?: string;
  below?: string;
  between?: readonly [string, string];
  startsWith?: string;
  descending?: boolean;
}>;

function condition({ index, above, below, between, startsWith }: Range) {
  const sort = (expression: string, values: Record<string, string>) => ({
    expression: ` AND ${expression}`,
    values,
    names: { '#sk': index === undefined ? 'sk' : `${index}Sk` },
  });
  if (between !== undefined)
    return sort('#sk BETWEEN :low AND :high', { ':low': between[0], ':high': between[1] });
  if (above !== undefined) return sort('#sk > :above', { ':above': above });
  if (below !== undefined) return sort('#sk < :below', { ':below': below });
  if (startsWith !== undefined) return sort('begins_with(#sk, :start)', { ':start': startsWith });
  return { expression: '', values: {}, names: {} };
}

async function* pages(dynamo: DynamoDBClient, range: Range, limit?: number): AsyncGenerator<Item[]> {
  const { expression, values, names } = condition(range);
  let from: Record<string, AttributeValue> | undefined;
  do {
    const command = new QueryCommand({
      TableName: range.table,
      IndexName: range.index,
      KeyConditionExpression: `#pk = :pk${expression}`,
      ExpressionAttributeNames: { '#pk': range.index === undefined ? 'pk' : `${range.index}Pk`, ...names },
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries({ ':pk': range.partition, ...values }).map(([name, value]) => [name, text(value)]),
      ),
      ScanIndexForward: range.descending !== true,
      ExclusiveStartKey: from,
      Limit: limit,
    });
    const answer = await asking(() => dynamo.send(command));
    from = answer.LastEvaluatedKey;
    yield answer.Items ?? [];
  } while (from !== undefined);
}

/** The first `limit` items of a range. A page of DynamoDB may end early, after one megabyte: it is asked on. */
export async function queryPage(
  dynamo: DynamoDBClient,
  range: Range & Readonly<{ limit: number }>,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const items of pages(dynamo, range, range.limit)) {
    found.push(...items);
    if (found.length >= range.limit) break;
  }
  return found.slice(0, range.limit);
}

/** Every item of a range. */
export async function queryAll(dynamo: DynamoDBClient, range: Range): Promise<Item[]> {
  const found: Item[] = [];
  for await (const items of pages(dynamo, range)) found.push(...items);
  return found;
}
