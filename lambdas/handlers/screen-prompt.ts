// SPDX-License-Identifier: Apache-2.0
import { cases, guardrail, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { screenPrompt } from '../steps/screen-prompt.ts';

export const handler = handleStep('screen-prompt', screenPrompt, [cases, guardrail, policies, vault]);
