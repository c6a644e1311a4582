// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reviewEvents } from '../../lambdas/api/review-events.ts';
import { serve } from '../../lambdas/api/serve.ts';
import type { CaseEvent, Ports } from '../../lambdas/ports.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { codeOf, openStage, people, type Stage } from './stage.ts';

describe('live updates', () => {
  let stage: Stage;
  const readers: AsyncIterator<string>[] = [];
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.return?.();
    stage.close();
  });

  const settings = { keepAliveSeconds: 0.02, longestSeconds: 600, mostWaiting: 3 };
  const ask = (who: Principal | undefined, ports: Ports = stage.ports) =>
    serve(
      reviewEvents(settings),
      ports,
      () => undefined,
    )({
      principal: who,
      params: {},
      query: {},
      header: () => undefined,
      body: async () => Buffer.alloc(0),
    });
  /** A stream whose first words have been read: from now on it hears everything. */
  async function listening(who: Principal, ports?: Ports): Promise<AsyncIterator<string>> {
    const reader = (await ask(who, ports)).events![Symbol.asyncIterator]();
    readers.push(reader);
    expect((await reader.next()).value).toContain(': listening');
    return reader;
  }
  /** The next frame that is no sign of life. */
  async function heard(reader: AsyncIterator<string>): Promise<{ event: string; data: object } | undefined> {
    for (;;) {
      const { value, done } = (await reader.next()) as { value: string; done?: boolean };
      if (done === true) return undefined;
      if (value.startsWith(':')) continue;
      const [, event = '', data = ''] = /^event: (\S+)\ndata: (.+)\n\n$/.exec(value) ?? [];
      return { event, data: JSON.parse(data) as object };
    }
  }

  it('say which case, what and when, and nothing else, from the hold to the end', async () => {
    const reader = await listening(people.vera);
    const caseId = await stage.submit();
    const shown = await stage.hold(caseId);
    const params = { caseId };
    await stage.as(people.vera, 'claimReview', { params });
    await stage.as(people.vera, 'reveal', {
      params,
      body: { placeholder: 'NAME_1_7K', reason: 'understand-text', note: 'To compare with the chart.' },
    });
    const at = '2026-06-01T12:00:00.000Z';
    const frames = [await heard(reader), await heard(reader), await heard(reader)];
    await stage.as(people.vera, 'releaseClaim', { params });
    await stage.as(people.vito, 'claimReview', { params });
    await stage.as(people.vito, 'decideReview', {
      params,
      body: { ...shown, decision: 'reject', reason: 'other' },
    });
    frames.push(await heard(reader), await heard(reader), await heard(reader));
    expect(frames).toEqual(
      ['held', 'claimed', 'revealed', 'returned', 'claimed', 'decided'].map((kind) => ({
        event: kind,
        data: { caseId, kind, at },
      })),
    );
  });

  it('are of the caller’s tenant only', async () => {
    const reader = await listening(people.viktor);
    const caseId = await stage.submit();
    await stage.hold(caseId);
    await stage.ports.notify({ tenantId: 'bank', caseId: 'the bank’s', kind: 'held', at: 0 });
    expect(await heard(reader)).toMatchObject({ data: { caseId: 'the bank’s' } });
  });

  it('say why an alert was raised', async () => {
    const reader = await listening(people.vera);
    const caseId = await stage.submit();
    await stage.hold(caseId);
    await heard(reader);
    await stage.as(people.rosaReviewing, 'claimReview', { params: { caseId } });
    expect(await heard(reader)).toMatchObject({ event: 'alert', data: { caseId, code: 'own-request' } });
  });

  it('give signs of life while nothing happens', async () => {
    const reader = await listening(people.vera);
    expect((await reader.next()).value).toBe(': still here\n\n');
    expect((await reader.next()).value).toBe(': still here\n\n');
  });

  it('let little wait for a slow reader, and tell it to read the queue again', async () => {
    const reader = await listening(people.vera);
    const event = (caseId: string): CaseEvent => ({ tenantId: 'clinic', caseId, kind: 'held', at: 0 });
    for (let index = 0; index < 50; index += 1) await stage.ports.notify(event(`case ${index}`));
    expect(await heard(reader)).toEqual({ event: 'reset', data: {} });
    await stage.ports.notify(event('the next'));
    expect(await heard(reader)).toMatchObject({ data: { caseId: 'the next' } });
  });

  it('end after a while, so that the token is looked at again', async () => {
    const reader = await listening(people.vera);
    stage.now.value += 600_000;
    await stage.ports.notify({ tenantId: 'clinic', caseId: 'late', kind: 'held', at: 0 });
    expect(await heard(reader)).toBeUndefined();
  });

  it('forget a reader who goes away', async () => {
    let listeners = 0;
    const ports: Ports = {
      ...stage.ports,
      listen: (listener) => {
        listeners += 1;
        const stop = stage.ports.events.listen(listener);
        return () => {
          listeners -= 1;
          stop();
        };
      },
    };
    const reader = await listening(people.vera, ports);
    expect(listeners).toBe(1);
    await reader.return?.();
    expect(listeners).toBe(0);
  });

  it.each([
    ['nobody', undefined, 'no-token'],
    ['a requester', people.rosa, 'forbidden'],
    ['an officer', people.conrad, 'forbidden'],
  ])('are not for %s', async (_who, principal, code) => {
    expect(codeOf(await ask(principal))).toBe(code);
  });

  it('are refused by name where there are none', async () => {
    const { listen: _none, ...ports } = stage.ports;
    const reply = await ask(people.vera, ports);
    expect([reply.status, codeOf(reply)]).toEqual([501, 'no-live-updates']);
  });
});
