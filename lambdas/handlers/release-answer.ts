// SPDX-License-Identifier: Apache-2.0
import { archiveReader, cases, keys, notify, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { releaseAnswer } from '../steps/release-answer.ts';

export const handler = handleStep('release-answer', releaseAnswer, [
  archiveReader,
  cases,
  keys,
  notify,
  policies,
  vault,
]);
