// SPDX-License-Identifier: Apache-2.0
import { seedReview } from '../api/seed-review.ts';
import {
  cases,
  checks,
  guardrail,
  intake,
  keys,
  medical,
  notify,
  policies,
  vault,
  workflow,
} from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('seed-review', seedReview, [
  cases,
  checks,
  guardrail,
  intake,
  keys,
  medical,
  notify,
  policies,
  vault,
  workflow,
]);
