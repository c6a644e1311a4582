// SPDX-License-Identifier: Apache-2.0
import { openapiOf } from '../api/openapi.ts';
import { handleOperation } from '../runtime/operation.ts';

/** Put in by the build (lib/build-bundles.ts), which asks the operations once: the function needs none of their code. */
declare const API_DOCUMENT: object;

export const handler = handleOperation(
  'openapi',
  openapiOf(() => Promise.resolve(API_DOCUMENT)),
  [],
);
