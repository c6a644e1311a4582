// SPDX-License-Identifier: Apache-2.0
import { readArchive } from '../api/archive.ts';
import { archiveReader, cases } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-archive', readArchive, [archiveReader, cases]);
