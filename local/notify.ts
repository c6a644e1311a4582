// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';
import type { CaseEvent, Notify } from '../lambdas/ports.ts';
import type { CaseRef } from '../lambdas/records/case.ts';

export type Listener = (event: CaseEvent) => void;

export type LocalEvents = Readonly<{
  notify: Notify;
  /** Hears every event until the returned function is called. @throws Throttled when too many listen */
  listen: (listener: Listener) => () => void;
  /**
   * The next event of a case, or undefined after `milliseconds`, or when `signal` says that nobody waits any more.
   * Ask for the case again either way. @throws Throttled when too many wait
   */
  waitForChange: (ref: CaseRef, milliseconds: number, signal?: AbortSignal) => Promise<CaseEvent | undefined>;
  /** Ends every wait. */
  close: () => void;
}>;

const nameOf = ({ tenantId, caseId }: CaseRef) => `${tenantId}/${caseId}`;

/** Events within the process, without content. A listener that throws is let go: it may not stop a step. */
export function openEvents(most = 10_000): LocalEvents {
  const listeners = new Set<Listener>();
  const waiting = new Map<string, Set<(event: CaseEvent | undefined) => void>>();
  let waits = 0;

  return {
    notify: async (event) => {
      for (const wake of [...(waiting.get(nameOf(event)) ?? [])]) wake(event);
      for (const listener of [...listeners])
        try {
          listener(event);
        } catch {
          listeners.delete(listener);
        }
    },

    listen: (listener) => {
      if (listeners.size >= most) throw new Failure('Throttled');
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    waitForChange: (ref, milliseconds, signal) => {
      if (waits >= most) return Promise.reject(new Failure('Throttled'));
      if (signal?.aborted === true) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const name = nameOf(ref);
        const others = waiting.get(name) ?? new Set();
        const wake = (event: CaseEvent | undefined) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          others.delete(wake);
          if (others.size === 0 && waiting.get(name) === others) waiting.delete(name);
          waits -= 1;
          resolve(event);
        };
        const onAbort = () => wake(undefined);
        // Nothing is lost when the process ends: the wait does not keep it alive.
        const timer = setTimeout(() => wake(undefined), milliseconds).unref();
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.set(name, others.add(wake));
        waits += 1;
      });
    },

    close: () => {
      for (const others of [...waiting.values()]) for (const wake of [...others]) wake(undefined);
      listeners.clear();
    },
  };
}
