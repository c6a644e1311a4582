// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { failureName } from '../failures.ts';
import { operation } from './operation.ts';

const HealthSchema = z.strictObject({ status: z.enum(['ok', 'read-only']), storesWritable: z.boolean() });

/** GET /healthz: alive, and whether it can accept anything. */
export const health = operation({
  id: 'health',
  method: 'GET',
  path: '/healthz',
  summary: 'Whether the service is up and its stores take writes.',
  groups: [],
  replies: {
    200: { description: 'Up, and requests are accepted.', schema: HealthSchema },
    503: { description: 'Up, but the stores cannot be written.', schema: HealthSchema },
  },
  handle: (ports) => async () => {
    try {
      await ports.probe?.();
      return { status: 200, body: { status: 'ok', storesWritable: true } };
    } catch (thrown) {
      if (failureName(thrown) !== 'StorageUnavailable') throw thrown;
      return { status: 503, body: { status: 'read-only', storesWritable: false } };
    }
  },
});
