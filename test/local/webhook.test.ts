// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { CaseEvent } from '../../lambdas/ports.ts';
import { openEvents } from '../../local/notify.ts';
import { noticeLine } from '../../local/notify-line.ts';
import { notifySettings } from '../../local/notify-settings.ts';
import { noticeKinds, noticeOf } from '../../local/notices.ts';
import { startNotifying } from '../../local/start-notifying.ts';
import { openWebhook, type WebhookOptions } from '../../local/webhook.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const key = Buffer.alloc(32, 7);
const url = 'http://127.0.0.1:8787';
const event = (changes: Partial<CaseEvent> = {}): CaseEvent => ({
  tenantId: 'north',
  caseId: uuidv7(),
  kind: 'held',
  at: noon,
  ...changes,
});
const notice = (changes: Partial<CaseEvent> = {}) => noticeOf(event(changes), url)!;

type Received = { headers: IncomingHttpHeaders; body: string };
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A receiver that answers with these statuses, then with 204; `0`: it hangs up. */
async function receiver(...answers: number[]): Promise<{ at: string; received: Received[]; server: Server }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      const status = answers.shift() ?? 204;
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, server };
}

function webhook(at: string, changes: Partial<WebhookOptions> = {}) {
  const pauses: number[] = [];
  let lost = 0;
  const made = openWebhook({
    url: at,
    key,
    clock: () => noon,
    newId: uuidv7,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    lost: (count) => void (lost += count),
    ...changes,
  });
  closers.push(made.close);
  return { ...made, pauses, lost: () => lost };
}

describe('a webhook', () => {
  it('brings a notice with an id, a time and a signature that the receiver can check', async () => {
    const { at, received } = await receiver();
    const { tell, idle } = webhook(at);
    const told = notice({ kind: 'alert', code: 'own-request' });
    tell(told);
    await idle();
    expect(received).toHaveLength(1);
    const { headers, body } = received[0]!;
    expect(JSON.parse(body)).toEqual({
      kind: 'alert',
      code: 'own-request',
      tenantId: 'north',
      caseId: told.caseId,
      at: '2026-11-20T12:00:00.000Z',
      link: `${url}/reviews/${told.caseId}`,
    });
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const signature = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(headers['webhook-timestamp']).toBe(String(noon / 1000));
    expect(headers['content-type']).toBe('application/json');
  });

  it.each([
    ['an error of the receiver', 500],
    ['a receiver that is limiting calls', 429],
    ['a receiver that took too long', 408],
    ['a receiver that hangs up', 0],
    ['a redirection, which is not followed', 302],
  ])('comes again after %s, under the same id', async (_what, status) => {
    const { at, received } = await receiver(status, status);
    const { tell, idle, pauses, lost } = webhook(at);
    tell(notice());
    await idle();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(pauses).toEqual([1000, 5000]);
    expect(lost()).toBe(0);
  });

  it('is given up after six attempts, and the next one is sent', async () => {
    const { at, received } = await receiver(500, 500, 500, 500, 500, 500);
    const { tell, idle, pauses, lost } = webhook(at);
    const [first, second] = [notice(), notice()];
    tell(first);
    tell(second);
    await idle();
    expect(received.map(({ body }) => (JSON.parse(body) as { caseId: string }).caseId)).toEqual([
      ...Array.from({ length: 6 }, () => first.caseId),
      second.caseId,
    ]);
    expect(pauses).toEqual([1000, 5000, 30_000, 120_000, 300_000]);
    expect(lost()).toBe(1);
  });

  it.each([400, 401, 404, 410])('is not sent again when the receiver refuses it: %d', async (status) => {
    const { at, received } = await receiver(status);
    const { tell, idle, lost } = webhook(at);
    tell(notice());
    await idle();
    expect([received.length, lost()]).toEqual([1, 1]);
  });

  it('lets a bounded number wait for a receiver that is away: the oldest are given up', async () => {
    const { at, received } = await receiver(500);
    let wake: () => void = () => undefined;
    const { tell, idle, lost } = webhook(at, {
      most: 3,
      sleep: () => new Promise<void>((resolve) => (wake = resolve)),
    });
    const all = Array.from({ length: 10 }, () => notice());
    tell(all[0]!);
    // The first is under way; of the others three can wait.
    for (const each of all.slice(1)) tell(each);
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    wake();
    const ended = idle();
    const timer = setInterval(() => wake(), 1);
    await ended;
    clearInterval(timer);
    const seen = received.slice(1).map(({ body }) => (JSON.parse(body) as { caseId: string }).caseId);
    expect(seen).toEqual([all[0]!, ...all.slice(7)].map((each) => each.caseId));
    expect(lost()).toBe(6);
  });

  it('stops at once when the server stops', async () => {
    const { at, received } = await receiver(500);
    const { tell, close } = webhook(at, {
      sleep: (_milliseconds, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
        }),
    });
    tell(notice());
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await close();
    tell(notice());
    expect(received).toHaveLength(1);
  });
});

describe('what people are told', () => {
  it('is nothing of what only the console needs', () => {
    for (const kind of ['claimed', 'returned', 'approved'] as const)
      expect(noticeOf(event({ kind }), url)).toBeUndefined();
    for (const kind of noticeKinds) expect(noticeOf(event({ kind }), url)).toMatchObject({ kind });
  });

  it('is a line with a link for what somebody has to look at', () => {
    const held = notice();
    expect(noticeLine(held, 'terminal')).toBe(`Held for review: ${held.link}`);
    expect(noticeLine(notice({ kind: 'alert', code: 'case-failed' }), 'terminal')).toMatch(
      /^Needs attention \(case-failed\): http/,
    );
    expect(noticeLine(held, 'desktop')).toBe(
      `\u001B]9;prompt-airlock: Held for review\u0007Held for review: ${held.link}`,
    );
    expect(noticeLine(notice({ kind: 'closed' }), 'terminal')).toBeUndefined();
    expect(noticeLine(notice({ kind: 'decided' }), 'desktop')).toBeUndefined();
  });

  it('goes to the terminal, and of the kinds that were asked for to the webhook', async () => {
    const { at, received } = await receiver();
    const events = openEvents();
    const lines: string[] = [];
    const stop = startNotifying(
      { events, clock: () => noon, newId: uuidv7 },
      { screen: 'terminal', webhook: { url: at, key, kinds: ['revealed', 'decided'] } },
      { url, print: (line) => lines.push(line), report: () => undefined },
    );
    for (const kind of ['held', 'claimed', 'revealed', 'decided', 'closed'] as const)
      await events.notify(event({ kind }));
    while (received.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await stop();
    await events.notify(event({ kind: 'revealed' }));
    expect(lines.map((line) => line.split(':')[0])).toEqual(['Held for review', 'A value was revealed']);
    expect(received.map(({ body }) => (JSON.parse(body) as { kind: string }).kind)).toEqual([
      'revealed',
      'decided',
    ]);
  });

  it('reports a notice that was lost, by name only', async () => {
    const { at } = await receiver(404);
    const events = openEvents();
    const reported: unknown[] = [];
    const stop = startNotifying(
      { events, clock: () => noon, newId: uuidv7 },
      { screen: 'off', webhook: { url: at, key, kinds: noticeKinds } },
      { url, print: () => undefined, report: (_id, thrown) => reported.push(thrown) },
    );
    await events.notify(event());
    while (reported.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await stop();
    expect(reported).toMatchObject([{ name: 'NoticeLost', message: '' }]);
  });
});

describe('the settings of notifications', () => {
  const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const hook = { AIRLOCK_NOTIFY_URL: 'https://hooks.example/a', AIRLOCK_NOTIFY_SECRET: secret };

  it.each<[string, Record<string, string>, unknown]>([
    ['a terminal unless told otherwise', {}, { screen: 'terminal' }],
    ['nobody', { AIRLOCK_NOTIFY: 'off' }, { screen: 'off' }],
    ['a webhook with all kinds', hook, { webhook: { url: 'https://hooks.example/a', kinds: noticeKinds } }],
    [
      'a webhook with some',
      { ...hook, AIRLOCK_NOTIFY_KINDS: 'held, expired' },
      { webhook: { kinds: ['held', 'expired'] } },
    ],
  ])('name %s', (_what, environment, expected) =>
    expect(notifySettings(environment)).toMatchObject(expected as object),
  );

  it.each<[string, Record<string, string>, RegExp]>([
    ['a screen that is none', { AIRLOCK_NOTIFY: 'pager' }, /terminal, desktop, off/],
    ['no secret', { AIRLOCK_NOTIFY_URL: hook.AIRLOCK_NOTIFY_URL }, /whsec_/],
    ['a short secret', { ...hook, AIRLOCK_NOTIFY_SECRET: 'whsec_c2hvcnQ=' }, /24 bytes/],
    [
      'a secret of another form',
      { ...hook, AIRLOCK_NOTIFY_SECRET: 'hunter2hunter2hunter2hunter2' },
      /whsec_/,
    ],
    ['an address that is none', { ...hook, AIRLOCK_NOTIFY_URL: 'hooks.example' }, /http or https/],
    ['a file', { ...hook, AIRLOCK_NOTIFY_URL: 'file:///etc/passwd' }, /http or https/],
    ['a kind that nobody knows', { ...hook, AIRLOCK_NOTIFY_KINDS: 'held,claimed' }, /may name/],
  ])('refuse %s without quoting the secret', (_what, environment, sentence) => {
    expect(() => notifySettings(environment)).toThrow(sentence);
    expect(() => notifySettings(environment)).not.toThrow(/hunter2|c2hvcnQ/);
  });
});
