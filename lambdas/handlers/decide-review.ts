// SPDX-License-Identifier: Apache-2.0
import { decideReview } from '../api/decide-review.ts';
import { cases, keys, medical, notify, policies, vault, workflow } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('decide-review', decideReview, [
  cases,
  keys,
  medical,
  notify,
  policies,
  vault,
  workflow,
]);
