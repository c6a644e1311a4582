// SPDX-License-Identifier: Apache-2.0
import type { Execution } from './execution.ts';
import type { StoredEvent } from './journal.ts';
import { Refusal } from './refusals.ts';
import type { Store } from './store.ts';

/** HistoryEvent of https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html; details under AWS's names. */
export type HistoryEvent = Omit<StoredEvent, 'timestamp'> &
  Readonly<{ timestamp: Date; type: string; id: number; previousEventId: number }>;

export interface HistoryQuery {
  /** Default 100, at most 1000. */
  readonly limit?: number;
  /** From the page before. */
  readonly nextToken?: string;
  /** Newest first. */
  readonly reverse?: boolean;
}

export interface HistoryPage {
  readonly events: readonly HistoryEvent[];
  /** Absent on the last page. */
  readonly nextToken?: string;
}

/** One page of an execution's events. @throws Refusal `ValidationException` for a page token that is not one. */
export function historyPage(store: Store, execution: Execution, query: HistoryQuery): HistoryPage {
  const { limit = 100, nextToken, reverse = false } = query;
  const size = Math.max(1, Math.min(limit, 1000));
  const last = execution.lastEvent;
  const begin = nextToken === undefined ? (reverse ? last : 1) : Number(nextToken);
  if (nextToken !== undefined && !/^\d{1,6}$/.test(nextToken)) throw new Refusal('ValidationException');
  const from = reverse ? Math.max(1, begin - size + 1) : begin;
  const to = reverse ? begin : Math.min(last, begin + size - 1);
  const events = store
    .events(execution.seq, from, to)
    .map((event) => ({ ...event, timestamp: new Date(event.timestamp) }));
  const next = reverse ? from - 1 : to + 1;
  const more = reverse ? next >= 1 : next <= last;
  return { events: reverse ? events.reverse() : events, ...(more ? { nextToken: String(next) } : {}) };
}
