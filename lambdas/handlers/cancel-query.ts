// SPDX-License-Identifier: Apache-2.0
import { cancelQuery } from '../api/query-archive.ts';
import { archive, catalogueQueries, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('cancel-query', cancelQuery, [
  archive,
  catalogueQueries,
  keys,
  policies,
]);
