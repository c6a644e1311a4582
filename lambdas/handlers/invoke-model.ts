// SPDX-License-Identifier: Apache-2.0
import { cases, keys, models, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { invokeModel } from '../steps/invoke-model.ts';

export const handler = handleStep('invoke-model', invokeModel, [cases, keys, models, policies, vault]);
