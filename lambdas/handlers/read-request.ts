// SPDX-License-Identifier: Apache-2.0
import { readRequest } from '../api/read-request.ts';
import { cases, keys, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-request', readRequest, [cases, keys, vault]);
