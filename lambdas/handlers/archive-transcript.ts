// SPDX-License-Identifier: Apache-2.0
import { archive, cases, keys, notify, people, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { archiveTranscript } from '../steps/archive-transcript.ts';

export const handler = handleStep('archive-transcript', archiveTranscript, [
  archive,
  cases,
  keys,
  notify,
  people,
  policies,
  vault,
]);
