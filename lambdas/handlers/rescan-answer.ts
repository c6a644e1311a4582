// SPDX-License-Identifier: Apache-2.0
import { cases, checks, guardrail, keys, medical, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { rescanAnswer } from '../steps/rescan-answer.ts';

export const handler = handleStep('rescan-answer', rescanAnswer, [
  cases,
  checks,
  guardrail,
  keys,
  medical,
  policies,
  vault,
]);
