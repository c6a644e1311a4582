// SPDX-License-Identifier: Apache-2.0
import { searchArchive } from '../api/search-archive.ts';
import { archive, catalogueQueries, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('search-archive', searchArchive, [
  archive,
  catalogueQueries,
  keys,
  policies,
]);
