// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock, NewId } from '../lambdas/ports.ts';
import type { Notice } from './notices.ts';

export type WebhookOptions = Readonly<{
  url: string;
  /** Key of the signature: at least 24 bytes. */
  key: Uint8Array;
  clock: Clock;
  newId: NewId;
  fetch?: typeof globalThis.fetch;
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  /** Hears how many notices were given up at once. */
  lost?: (count: number) => void;
  /** Notices that wait for a receiver that is slow or away; the oldest are given up first. */
  most?: number;
}>;

export type Webhook = Readonly<{
  /** Sends it as soon as those before it are through. Never throws and never waits. */
  tell: (notice: Notice) => void;
  /** Resolves when nothing waits any more. */
  idle: () => Promise<void>;
  /** Gives up what waits. */
  close: () => Promise<void>;
}>;

/** Pauses before each further attempt, milliseconds. */
const pauses = [1000, 5000, 30_000, 120_000, 300_000];
const timeout = 5000;
/** Answers that another attempt can change; what the receiver refuses otherwise is not sent again. */
const worthAnother = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/** `v1,<base64>`: HMAC-SHA256 over id, seconds and body (Standard Webhooks 1.0). */
export const signatureOf = (key: Uint8Array, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;

const patiently = (milliseconds: number, signal: AbortSignal) =>
  sleepFor(milliseconds, undefined, { signal });

/**
 * Sends notices to a URL, one after the other, signed (https://www.standardwebhooks.com). In memory: what waits when the
 * process ends is not sent; the queue of the console shows what is held in any case.
 */
export function openWebhook(options: WebhookOptions): Webhook {
  const { url, key, clock, newId, most = 1000, lost = () => undefined } = options;
  const { fetch = globalThis.fetch, sleep = patiently } = options;
  const waiting: { id: string; body: string }[] = [];
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  /** Whether another attempt makes sense. */
  const attempt = async (id: string, body: string): Promise<'done' | 'again'> => {
    const seconds = Math.floor(clock() / 1000);
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signatureOf(key, id, seconds, body),
        },
        body,
        signal: AbortSignal.any([AbortSignal.timeout(timeout), closing.signal]),
      });
      await response.body?.cancel();
      if (response.ok) return 'done';
      if (worthAnother(response.status)) return 'again';
      lost(1);
      return 'done';
    } catch {
      return 'again';
    }
  };

  const deliver = async ({ id, body }: { id: string; body: string }): Promise<void> => {
    for (const pause of [...pauses, undefined]) {
      if ((await attempt(id, body)) === 'done' || closing.signal.aborted) return;
      if (pause !== undefined) await sleep(pause, closing.signal).catch(() => undefined);
    }
    lost(1);
  };

  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await deliver(next);
    running = undefined;
  };

  return {
    tell: (notice) => {
      if (closing.signal.aborted) return;
      if (waiting.length >= most) {
        waiting.shift();
        lost(1);
      }
      waiting.push({ id: newId(), body: JSON.stringify(notice) });
      running ??= run();
    },
    idle: async () => {
      while (running !== undefined) await running;
    },
    close: async () => {
      waiting.length = 0;
      closing.abort();
      await running;
    },
  };
}
