// SPDX-License-Identifier: Apache-2.0
import { releaseClaim } from '../api/claim-review.ts';
import { cases, keys, notify, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('release-claim', releaseClaim, [cases, keys, notify, policies]);
