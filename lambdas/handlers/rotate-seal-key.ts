// SPDX-License-Identifier: Apache-2.0
import { rotateKey } from '../api/rotate-key.ts';
import { archive, chain, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('rotate-seal-key', rotateKey, [archive, chain, keys, policies]);
