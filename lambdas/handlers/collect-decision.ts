// SPDX-License-Identifier: Apache-2.0
import { cases } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { collectDecision } from '../steps/collect-decision.ts';

export const handler = handleStep('collect-decision', collectDecision, [cases]);
