// SPDX-License-Identifier: Apache-2.0
import { giveFeedback } from '../api/give-feedback.ts';
import { cases, keys, medical, notify, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('give-feedback', giveFeedback, [
  cases,
  keys,
  medical,
  notify,
  policies,
  vault,
]);
