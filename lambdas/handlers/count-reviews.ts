// SPDX-License-Identifier: Apache-2.0
import { countReviews } from '../api/count-reviews.ts';
import { cases } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('count-reviews', countReviews, [cases]);
