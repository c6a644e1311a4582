// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { custodyReasons } from '../records/custody.ts';
import { SealSchema } from '../records/seal.ts';
import { lockTenantEvent } from '../steps/record-event.ts';
import { rotateSealKey } from '../steps/rotate-seal-key.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';

/** POST /v1/archive/seals/key: a new key for the seals from now on. */
export const rotateKey = operation({
  id: 'rotateSealKey',
  method: 'POST',
  path: '/v1/archive/seals/key',
  summary: 'Hand the signing of seals over to the next key: a seal that both sign says so.',
  groups: ['compliance'],
  body: z.strictObject({ reason: z.enum(custodyReasons) }).meta({ id: 'KeyRotation' }),
  replies: {
    200: {
      description: 'The seal that names the new key, and the event that says who wanted it.',
      schema: z.strictObject({ event: z.uuid(), seal: SealSchema, publicKey: z.string() }),
    },
  },
  handle: (ports) => async (call) => {
    if (ports.chain === undefined) throw new Problem('unavailable');
    const event = ports.newId();
    const { tenantId, subject } = call.principal;
    // First who wanted it: the seal takes that up.
    await lockTenantEvent(ports, {
      eventId: event,
      tenantId,
      kind: 'key-rotated',
      at: ports.clock(),
      by: subject,
      reason: call.body.reason,
    });
    const made = await rotateSealKey(ports)();
    return { status: 200, body: { event, seal: made, publicKey: made.nextKey ?? '' } };
  },
});
