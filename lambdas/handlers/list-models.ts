// SPDX-License-Identifier: Apache-2.0
import { listModels } from '../api/list-models.ts';
import { policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('list-models', listModels, [policies]);
