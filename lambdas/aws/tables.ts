// SPDX-License-Identifier: Apache-2.0
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { asking as askingAny, errorName, type Names } from './asking.ts';
import { clientsOf, type Connection } from './connection.ts';

const named: Names = {
  ConditionalCheckFailedException: 'Conflict',
  TransactionConflictException: 'Conflict',
  TransactionInProgressException: 'Conflict',
};

/** Calls DynamoDB; whatever it or the network throws becomes a failure of the closed list. A failed condition is Conflict. */
export const asking = <Result>(work: () => Promise<Result>): Promise<Result> => askingAny(work, named);

/** Whether DynamoDB refused a write because its condition did not hold. */
export const isConditionFailed = (thrown: unknown): boolean =>
  errorName(thrown) === 'ConditionalCheckFailedException';

/** DynamoDB clients: one a tenant, and the function's own. */
export const tableClients = (connection: Connection) =>
  clientsOf(connection, (options) => new DynamoDBClient(options));
