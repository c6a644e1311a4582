// SPDX-License-Identifier: Apache-2.0
import { exportQuery } from '../api/export-query.ts';
import { archive, catalogueExports, keys, policies } from '../aws/ports.ts';
import { streamOperation } from '../runtime/stream.ts';

export const handler = streamOperation('export-query', exportQuery, [
  archive,
  catalogueExports,
  keys,
  policies,
]);
