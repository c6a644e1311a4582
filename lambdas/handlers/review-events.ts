// SPDX-License-Identifier: Apache-2.0
import { reviewEvents } from '../api/review-events.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('review-events', reviewEvents(), []);
