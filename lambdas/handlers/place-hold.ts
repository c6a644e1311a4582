// SPDX-License-Identifier: Apache-2.0
import { placeHold } from '../api/legal-hold.ts';
import { archive, cases, holds, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('place-hold', placeHold, [archive, cases, holds, keys, policies]);
