// SPDX-License-Identifier: Apache-2.0
import { queryArchive } from '../api/query-archive.ts';
import { archive, catalogueQueries, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('query-archive', queryArchive, [
  archive,
  catalogueQueries,
  keys,
  policies,
]);
