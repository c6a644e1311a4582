// SPDX-License-Identifier: Apache-2.0
import { readQuery } from '../api/query-archive.ts';
import { archive, catalogueQueries, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-query', readQuery, [archive, catalogueQueries, keys, policies]);
