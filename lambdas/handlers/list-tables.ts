// SPDX-License-Identifier: Apache-2.0
import { listTables } from '../api/archive-catalogue.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-tables', listTables, []);
