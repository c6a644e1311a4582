// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { input, jsonProtocol, serving } from './json.ts';
import { openStub, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

const Entry = z.strictObject({
  EventBusName: z.string(),
  Source: z.string().regex(/^(?!aws\.)/),
  DetailType: z.string().max(128),
  Detail: z.string().max(262_144),
  Time: z.number(),
});
const Put = z.strictObject({ Entries: z.array(Entry).min(1).max(10) });
export type Entry = z.infer<typeof Entry>;
export type EventStub = Stub & Readonly<{ entries: Entry[]; refuse: (yes: boolean) => void }>;

/** EventBridge: PutEvents on one bus. `refuse`: 200, and no entry accepted. */
export async function openEventBus(principals: Principals, bus: string): Promise<EventStub> {
  const entries: Entry[] = [];
  let refused = false;
  const stub = await openStub({
    service: 'events',
    protocol: jsonProtocol('AWSEvents', '1.1'),
    principals,
    serve: serving({
      PutEvents: (call) => {
        const { Entries } = input(Put, call);
        const failed = refused || Entries.some((each) => each.EventBusName !== bus);
        if (!failed) entries.push(...Entries);
        return {
          FailedEntryCount: failed ? Entries.length : 0,
          Entries: Entries.map(() => (failed ? { ErrorCode: 'InternalFailure' } : { EventId: '1' })),
        };
      },
    }),
  });
  return { ...stub, entries, refuse: (yes) => (refused = yes) };
}
