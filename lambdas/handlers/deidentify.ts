// SPDX-License-Identifier: Apache-2.0
import { cases, checks, medical, policies, vault } from '../aws/ports.ts';
import { handleStep } from '../runtime/step.ts';
import { deidentify } from '../steps/deidentify.ts';

export const handler = handleStep('deidentify', deidentify, [cases, checks, medical, policies, vault]);
