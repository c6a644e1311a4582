// SPDX-License-Identifier: Apache-2.0
declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** A server of DynamoDB's protocol in memory. Tables are ready after `createTableMs`. */
  function dynalite(options: Readonly<{ createTableMs: number }>): Server;
  export = dynalite;
}
