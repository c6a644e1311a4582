// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../lambdas/ports.ts';
import { openEvents } from '../../local/notify.ts';

const event: CaseEvent = { tenantId: 'north', caseId: 'a', kind: 'held', at: 1 };

describe('events', () => {
  it('wake everybody who waits for that case, and nobody else', async () => {
    const events = openEvents();
    const waiting = [
      events.waitForChange(event, 5000),
      events.waitForChange(event, 5000),
      events.waitForChange({ ...event, caseId: 'b' }, 20),
      events.waitForChange({ ...event, tenantId: 'south' }, 20),
    ];
    await events.notify(event);
    expect(await Promise.all(waiting)).toEqual([event, event, undefined, undefined]);
  });

  it('are not kept for whoever comes later', async () => {
    const events = openEvents();
    await events.notify(event);
    expect(await events.waitForChange(event, 10)).toBeUndefined();
  });

  it('let a wait end when nobody waits any more', async () => {
    const events = openEvents();
    const leaving = new AbortController();
    const waiting = events.waitForChange(event, 60_000, leaving.signal);
    leaving.abort();
    expect(await waiting).toBeUndefined();
    expect(await events.waitForChange(event, 60_000, leaving.signal)).toBeUndefined();
  });

  it('reach listeners until they stop listening', async () => {
    const events = openEvents();
    const heard: CaseEvent[] = [];
    const stop = events.listen((each) => heard.push(each));
    await events.notify(event);
    stop();
    await events.notify(event);
    expect(heard).toEqual([event]);
  });

  it('do not fail when a listener does, which is let go, and reach the others', async () => {
    const events = openEvents();
    let [broken, heard] = [0, 0];
    events.listen(() => {
      broken += 1;
      throw new Error('mine');
    });
    events.listen(() => (heard += 1));
    await events.notify(event);
    await events.notify(event);
    expect([broken, heard]).toEqual([1, 2]);
  });

  it('refuse more listeners and waits than they are made for, and take new ones when some have gone', async () => {
    const events = openEvents(2);
    const stop = events.listen(() => undefined);
    events.listen(() => undefined);
    expect(() => events.listen(() => undefined)).toThrow(expect.objectContaining({ name: 'Throttled' }));
    stop();
    events.listen(() => undefined);
    const waiting = [events.waitForChange(event, 5000), events.waitForChange(event, 5000)];
    await expect(events.waitForChange(event, 10)).rejects.toMatchObject({ name: 'Throttled' });
    await events.notify(event);
    await Promise.all(waiting);
    expect(await events.waitForChange(event, 1)).toBeUndefined();
  });

  it('end every wait when they are closed', async () => {
    const events = openEvents();
    const waiting = events.waitForChange(event, 60_000);
    events.close();
    expect(await Promise.race([waiting, setTimeout(1000, 'late')])).toBeUndefined();
  });
});
