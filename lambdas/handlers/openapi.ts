// SPDX-License-Identifier: Apache-2.0
import { operations } from '../api/index.ts';
import { handleOperation } from '../runtime/operation.ts';
import { openapi as document } from '../api/openapi.ts';

export const handler = handleOperation(
  'openapi',
  document(() => operations),
  [],
);
