// SPDX-License-Identifier: Apache-2.0
import { listRequests } from '../api/list-requests.ts';
import { cases, keys } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-requests', listRequests, [cases, keys]);
