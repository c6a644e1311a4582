// SPDX-License-Identifier: Apache-2.0
import { listArchive } from '../api/archive.ts';
import { cases } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-archive', listArchive, [cases]);
