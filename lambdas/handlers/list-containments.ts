// SPDX-License-Identifier: Apache-2.0
import { listContainments } from '../api/containments.ts';
import { cases } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-containments', listContainments, [cases]);
