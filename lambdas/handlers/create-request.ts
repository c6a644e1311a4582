// SPDX-License-Identifier: Apache-2.0
import { createRequest } from '../api/create-request.ts';
import { cases, intake, keys, policies, vault, workflow } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('create-request', createRequest, [
  cases,
  intake,
  keys,
  policies,
  vault,
  workflow,
]);
