// SPDX-License-Identifier: Apache-2.0
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { Failure } from '../failures.ts';
import type { CaseEvent, Notify } from '../ports.ts';
import { asking } from './asking.ts';
import { clientsOf, type Connection } from './connection.ts';

/** What rules match on. */
export const eventSource = 'prompt-airlock';

/** For live updates of a console only: on AWS it asks again instead, so nobody listens. */
const forConsoles: readonly CaseEvent['kind'][] = ['claimed', 'returned', 'approved'];

/** Events on an EventBridge bus: `detail-type` is the kind, `detail` holds ids, codes and the time; never content. */
export function openNotify(connection: Connection, bus: string): Notify {
  const client = clientsOf(connection, (options) => new EventBridgeClient(options));
  return async ({ tenantId, caseId, kind, at, code }) => {
    if (forConsoles.includes(kind)) return;
    const command = new PutEventsCommand({
      Entries: [
        {
          EventBusName: bus,
          Source: eventSource,
          DetailType: kind,
          Time: new Date(at),
          Detail: JSON.stringify({ tenantId, caseId, at, ...(code === undefined ? {} : { code }) }),
        },
      ],
    });
    const { FailedEntryCount } = await asking(() => client().send(command));
    // 200, and not accepted all the same.
    if (FailedEntryCount !== 0) throw new Failure('Unavailable');
  };
}
