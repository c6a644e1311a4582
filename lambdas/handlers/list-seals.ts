// SPDX-License-Identifier: Apache-2.0
import { listSeals } from '../api/archive-seals.ts';
import { archiveReader, chain } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-seals', listSeals, [archiveReader, chain]);
