// SPDX-License-Identifier: Apache-2.0
import { readWorkload } from '../api/workload.ts';
import { cases, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-workload', readWorkload, [cases, policies]);
