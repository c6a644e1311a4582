// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '../../lambdas/records/principal.ts';
import { codeOf, openStage, people, type Stage } from './stage.ts';
import { policiesWith } from './policies-with.ts';

const minute = 60_000;
/** As the stage holds it: `[NAME_1_7K] should rest.`, 24 characters. */
const readingFloor = 1240;

describe('a tired reviewer', () => {
  let stage: Stage;
  let folder: string;
  afterEach(() => {
    stage.close();
    rmSync(folder, { recursive: true });
  });
  const under = async (fatigue: Record<string, unknown> = {}) => {
    folder = policiesWith({ fatigue });
    stage = await openStage(folder);
  };
  /** One review, opened and read for so long before it is decided; never opened where that is undefined. */
  async function decide(decision: string, read: number | undefined, who: Principal = people.vera) {
    const caseId = await stage.submit();
    const shown = await stage.hold(caseId);
    const params = { caseId };
    await stage.as(who, 'claimReview', { params });
    if (read !== undefined) {
      await stage.as(who, 'readReview', { params });
      stage.now.value += read;
    }
    const reply = await stage.as(who, 'decideReview', {
      params,
      body: { ...shown, decision, reason: 'other', ...(decision === 'edit' ? { edit: { text: 'a' } } : {}) },
    });
    const item = await stage.ports.cases.get({ tenantId: 'clinic', caseId });
    return { reply, review: item!.review!, params };
  }
  const workload = async (who: Principal = people.vera) =>
    (await stage.as(who, 'readWorkload')).body as {
      today: Record<string, unknown>;
      perMinute: number;
      limits: Record<string, number>;
    };

  it.each([
    ['never opened', undefined, true],
    ['opened a moment ago', 0, true],
    ['opened for less than it takes to skim', readingFloor - 1, true],
    ['opened for long enough', readingFloor, undefined],
  ])('approves unread what was %s', async (_what, read, unread) => {
    await under();
    const { review } = await decide('approve', read);
    expect(review.decided!.unread).toBe(unread);
    expect(review.approvals[0]!.unread).toBe(unread);
    expect((await workload()).today).toMatchObject({ approvals: 1, unread: unread === true ? 1 : 0 });
  });

  it('may reject, edit or retry without reading: nothing goes out by that', async () => {
    await under();
    for (const decision of ['reject', 'retry', 'edit']) {
      const { review } = await decide(decision, undefined);
      expect(review.decided).not.toHaveProperty('unread');
    }
    expect((await workload()).today).toMatchObject({ decisions: 3, approvals: 0, unread: 0 });
  });

  it('is looked at by the first time they opened it, not by the last', async () => {
    await under();
    const caseId = await stage.submit();
    await stage.hold(caseId);
    const params = { caseId };
    for (let look = 0; look < 3; look += 1) {
      await stage.as(people.vera, 'readReview', { params });
      stage.now.value += 1000;
    }
    const item = await stage.ports.cases.get({ tenantId: 'clinic', caseId });
    expect(item!.review!.trail).toEqual([{ kind: 'viewed', by: 'vera', at: stage.now.value - 3000 }]);
  });

  it('is hurried beyond the pace of the policy, by the last sixty seconds', async () => {
    await under({ warnPerMinute: 2 });
    const flags = [];
    for (const pause of [0, 10_000, 10_000, 10_000, 2 * minute]) {
      stage.now.value += pause;
      flags.push((await decide('reject', 0)).review.decided!.hurried);
    }
    expect(flags).toEqual([undefined, undefined, true, true, undefined]);
    expect((await workload()).today).toMatchObject({ decisions: 5, hurried: 2, warnings: ['hurried'] });
    expect((await workload()).perMinute).toBe(1);
  });

  it('is measured across the turn of a minute', async () => {
    await under({ warnPerMinute: 3 });
    stage.now.value += 50_000;
    for (let count = 0; count < 6; count += 1) await decide('reject', 0);
    stage.now.value += 15_000;
    // Five seconds into the next minute: eleven twelfths of the six still count.
    expect((await workload()).perMinute).toBe(5);
    stage.now.value += 50_000;
    expect((await workload()).perMinute).toBe(0);
  });

  it('is refused where the policy has a limit, until the minute is over', async () => {
    await under({ warnPerMinute: 1, mostPerMinute: 3 });
    for (let count = 0; count < 3; count += 1) expect((await decide('reject', 0)).reply.status).toBe(200);
    const { reply, review, params } = await decide('approve', readingFloor);
    expect([reply.status, codeOf(reply), reply.headers?.['retry-after']]).toEqual([429, 'too-fast', '60']);
    expect(review.decided).toBeUndefined();
    // Somebody else is not held back by it.
    expect((await decide('reject', 0, people.vito)).reply.status).toBe(200);
    stage.now.value += 2 * minute;
    await stage.as(people.vera, 'claimReview', { params });
    const { revision, digest } = review;
    const again = { revision, digest, decision: 'reject', reason: 'other' };
    expect((await stage.as(people.vera, 'decideReview', { params, body: again })).status).toBe(200);
  });

  it.each([
    ['few approvals say nothing', 4, 0, []],
    ['a share above the limit is a warning', 3, 2, ['unread']],
    ['a share at the limit is none', 8, 2, []],
  ])('%s', async (_what, read, unread, warnings) => {
    await under({ warnPerMinute: 60, unreadPercent: 20 });
    for (let count = 0; count < read; count += 1) await decide('approve', 5000);
    for (let count = 0; count < unread; count += 1) await decide('approve', undefined);
    expect((await workload()).today).toMatchObject({
      unread,
      unreadShare: unread / (read + unread),
      warnings,
    });
  });

  it('sees only their own figures, and of today', async () => {
    await under();
    await decide('approve', 5000);
    expect((await workload(people.vito)).today).toMatchObject({ by: 'vito', decisions: 0 });
    stage.now.value += 86_400_000;
    expect((await workload()).today).toMatchObject({ decisions: 0 });
    expect(codeOf(await stage.as(people.conrad, 'readWorkload'))).toBe('forbidden');
  });

  it('is told the strictest limits of the policies', async () => {
    await under({ warnPerMinute: 7, mostPerMinute: 9, unreadPercent: 5, missedPercent: 1 });
    expect((await workload()).limits).toEqual({
      warnPerMinute: 7,
      mostPerMinute: 9,
      unreadPercent: 5,
      missedPercent: 1,
    });
  });
});
