// SPDX-License-Identifier: Apache-2.0
import type { CaseEvent, Ports } from '../ports.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';

export type EventSettings = Readonly<{
  /** Seconds between signs of life. */
  keepAliveSeconds: number;
  /** After this the stream ends and the client comes back with a token that still holds. */
  longestSeconds: number;
  /** Events that wait for a slow reader; with more it is told to read the queue again. */
  mostWaiting: number;
}>;
export const eventDefaults: EventSettings = { keepAliveSeconds: 15, longestSeconds: 600, mostWaiting: 200 };

const framed = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Ids, kinds and times; nothing of what a case says. */
const shown = ({ caseId, kind, at, code }: CaseEvent): string =>
  framed(kind, { caseId, kind, at: new Date(at).toISOString(), ...(code === undefined ? {} : { code }) });

/**
 * The tenant's events as they happen. What a slow reader does not take is bounded: then one `reset` stands for all that
 * was missed.
 */
async function* eventsOf(
  { listen, clock }: Readonly<{ listen: NonNullable<Ports['listen']>; clock: Ports['clock'] }>,
  tenantId: string,
  settings: EventSettings,
): AsyncGenerator<string, void, undefined> {
  const waiting: string[] = [];
  const missed = { some: false };
  let wake: () => void = () => undefined;
  const stop = listen((event) => {
    if (event.tenantId !== tenantId) return;
    if (waiting.length >= settings.mostWaiting) {
      waiting.length = 0;
      missed.some = true;
    }
    waiting.push(shown(event));
    wake();
  });
  const end = clock() + settings.longestSeconds * 1000;
  try {
    yield 'retry: 2000\n: listening\n\n';
    while (clock() < end) {
      if (missed.some) {
        missed.some = false;
        waiting.length = 0;
        yield framed('reset', {});
      }
      const next = waiting.shift();
      if (next !== undefined) {
        yield next;
        continue;
      }
      const woken = await new Promise<boolean>((resolve) => {
        // A reader who stays away does not keep the process.
        const timer = setTimeout(() => resolve(false), settings.keepAliveSeconds * 1000).unref();
        wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
      if (!woken) yield ': still here\n\n';
    }
  } finally {
    stop();
  }
}

/** GET /v1/reviews/events: what changes in the queue, as server-sent events. */
export const reviewEvents = (settings: EventSettings = eventDefaults) =>
  operation({
    id: 'reviewEvents',
    method: 'GET',
    path: '/v1/reviews/events',
    summary:
      'What happens to the tenant’s reviews, as server-sent events with ids and kinds only. `reset`: read the queue again.',
    groups: ['reviewer', 'senior-reviewer'],
    replies: {
      200: {
        description: 'Events until the stream ends after a while; then connect again.',
        contentType: 'text/event-stream',
      },
    },
    handle: (ports) => async (call) => {
      const { listen, clock } = ports;
      if (listen === undefined) throw new Problem('no-live-updates');
      return { status: 200, events: eventsOf({ listen, clock }, call.principal.tenantId, settings) };
    },
  });
