// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../context.ts';
import { codeOf } from './problem.ts';
import { type ServerEvent, serverEvents } from './server-events.ts';

/** `live`: told as it happens. `polling`: this server tells nothing, so it is asked. `offline`: neither works now. */
export type Liveness = 'live' | 'polling' | 'offline';

/** Where nothing is told, and after a connection was lost, milliseconds. */
const askEvery = 10_000;
const reconnectAfter = 2000;

/**
 * Calls `changed` when a review of the tenant changes; `reset` stands for anything, as after a lost connection.
 * It goes on for as long as the page is open.
 */
export function useLive(changed: (event: ServerEvent) => void): Liveness {
  const api = useApi();
  const [liveness, setLiveness] = useState<Liveness>('live');
  const tell = useRef(changed);
  useEffect(() => {
    tell.current = changed;
  });
  useEffect(() => {
    let stop: AbortController | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const anything = () => tell.current({ kind: 'reset', caseId: undefined });
    const listen = async (signal: AbortSignal): Promise<void> => {
      let wait = reconnectAfter;
      try {
        const stream = await api.stream('/v1/reviews/events', { signal });
        setLiveness('live');
        for await (const event of serverEvents(stream)) tell.current(event);
      } catch (thrown) {
        if (signal.aborted) return;
        const none = codeOf(thrown) === 'no-live-updates' || codeOf(thrown) === 'not-found';
        if (none) wait = askEvery;
        setLiveness(none ? 'polling' : 'offline');
      }
      timer = setTimeout(() => {
        anything();
        if (!signal.aborted) void listen(signal);
      }, wait);
    };
    const end = () => {
      stop?.abort();
      stop = undefined;
      clearTimeout(timer);
    };
    const begin = () => {
      stop = new AbortController();
      void listen(stop.signal);
    };
    // A page nobody looks at holds no connection: a browser has few of them for one server.
    const turned = () => {
      end();
      if (document.visibilityState === 'hidden') return;
      anything();
      begin();
    };
    begin();
    document.addEventListener('visibilitychange', turned);
    return () => {
      document.removeEventListener('visibilitychange', turned);
      end();
    };
  }, [api]);
  return liveness;
}
