// SPDX-License-Identifier: Apache-2.0
import { releaseHold } from '../api/legal-hold.ts';
import { archive, cases, holds, keys, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('release-hold', releaseHold, [archive, cases, holds, keys, policies]);
