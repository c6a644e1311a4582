// SPDX-License-Identifier: Apache-2.0
import { readProof } from '../api/archive-seals.ts';
import { archiveReader, cases, chain } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-proof', readProof, [archiveReader, cases, chain]);
