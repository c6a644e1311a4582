// SPDX-License-Identifier: Apache-2.0
import { scanArchive } from '../api/scan-archive.ts';
import { archive, cases, catalogueFiles, keys, notify, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('scan-archive', scanArchive, [
  archive,
  cases,
  catalogueFiles,
  keys,
  notify,
  policies,
]);
