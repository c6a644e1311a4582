// SPDX-License-Identifier: Apache-2.0
import { cases, keys, notify, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { openReview } from '../steps/open-review.ts';

export const handler = handleStep('open-review', openReview, [cases, keys, notify, policies, vault]);
