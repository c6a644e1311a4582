// SPDX-License-Identifier: Apache-2.0
import { seedReview } from '../api/seed-review.ts';
import {
  cases,
  checks,
  guardrail,
  keys,
  medical,
  modelNames,
  notify,
  policies,
  vault,
} from '../aws/ports.ts';
import { seedHeld } from '../api/seed-held.ts';
import { ofAnnouncedCase } from '../runtime/announced-case.ts';
import { either } from '../runtime/either.ts';
import { handleOperation } from '../runtime/operation.ts';
import { handleTask } from '../runtime/task.ts';

const name = 'seed-review';
const openers = [cases, checks, guardrail, keys, medical, modelNames, notify, policies, vault];

export const handler = either(
  handleOperation(name, seedReview, openers),
  handleTask(name, ofAnnouncedCase(seedHeld), openers),
);
