// SPDX-License-Identifier: Apache-2.0
import { claimReviews } from '../api/claim-reviews.ts';
import { cases, keys, notify, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('claim-reviews', claimReviews, [cases, keys, notify, policies]);
