// SPDX-License-Identifier: Apache-2.0
import { KMSClient } from '@aws-sdk/client-kms';
import { asking as askingAny, type Names } from './asking.ts';
import { clientsOf, type Connection } from './connection.ts';

const named: Names = {
  // Ciphertext that is not of this key or this context: what was stored has been changed.
  InvalidCiphertextException: 'Malformed',
  IncorrectKeyException: 'Malformed',
};

/** Calls KMS; whatever it or the network throws becomes a failure of the closed list. */
export const asking = <Result>(work: () => Promise<Result>): Promise<Result> => askingAny(work, named);

/** KMS clients: one a tenant, and the function's own. */
export const keyClients = (connection: Connection) =>
  clientsOf(connection, (options) => new KMSClient(options));
