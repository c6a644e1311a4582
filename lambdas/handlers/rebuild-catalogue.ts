// SPDX-License-Identifier: Apache-2.0
import { rebuildCatalogue } from '../api/archive-catalogue.ts';
import { archiveReader, cases, catalogueFiles, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('rebuild-catalogue', rebuildCatalogue, [
  archiveReader,
  cases,
  catalogueFiles,
  keys,
  policies,
]);
