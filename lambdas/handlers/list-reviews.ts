// SPDX-License-Identifier: Apache-2.0
import { listReviews } from '../api/list-reviews.ts';
import { cases, keys } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-reviews', listReviews, [cases, keys]);
