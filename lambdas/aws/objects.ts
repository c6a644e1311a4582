// SPDX-License-Identifier: Apache-2.0
import { S3Client } from '@aws-sdk/client-s3';
import { clientsOf, type Connection } from './connection.ts';

/** S3 clients: one a tenant, and the function's own. Checksums are computed and checked wherever S3 has them. */
export const objectClients = (connection: Connection) =>
  clientsOf(
    connection,
    (options) =>
      new S3Client({
        ...options,
        requestChecksumCalculation: 'WHEN_SUPPORTED',
        responseChecksumValidation: 'WHEN_SUPPORTED',
      }),
  );

/** The encryption context of an object, as S3 wants it in a header. S3 adds the object's own ARN. */
export const contextHeader = (context: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(context)).toString('base64');

/** Whether somebody else is writing the same key at this moment: S3 asks for another try (409). */
export const isRace = (name: string): boolean => name === 'ConditionalRequestConflict';
/** Whether there is an object under the key already (412). */
export const isTaken = (name: string): boolean => name === 'PreconditionFailed';
