// SPDX-License-Identifier: Apache-2.0
import { readReview } from '../api/read-review.ts';
import { cases, keys, notify, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-review', readReview, [cases, keys, notify, policies, vault]);
