// SPDX-License-Identifier: Apache-2.0
import { health } from '../api/health.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('health', health, []);
