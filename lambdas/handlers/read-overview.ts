// SPDX-License-Identifier: Apache-2.0
import { readOverview } from '../api/overview.ts';
import { cases, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-overview', readOverview, [cases, policies]);
