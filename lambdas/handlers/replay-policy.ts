// SPDX-License-Identifier: Apache-2.0
import { replayPolicy } from '../api/replay-policy.ts';
import { archive, catalogueQueries, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('replay-policy', replayPolicy, [
  archive,
  catalogueQueries,
  keys,
  policies,
]);
