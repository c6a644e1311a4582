// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changeCase } from '../../lambdas/change.ts';
import type { Overview } from '../../lambdas/api/overview-view.ts';
import type { Outcome } from '../../lambdas/records/case.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { openReview } from '../../lambdas/steps/open-review.ts';
import { codeOf, type Held, openStage, people, type Stage } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('the overview', () => {
  let stage: Stage;
  let begun = 0;
  beforeAll(async () => {
    stage = await openStage();
  });
  // Every test has a year of its own on the same stores.
  beforeEach(() => {
    stage.begin();
    begun += 1;
    stage.now.value += begun * 365 * day;
  });
  afterAll(() => stage.close());

  const today = () => new Date(stage.now.value).toISOString().slice(0, 10);
  const overview = async (query: Record<string, string> = {}, who: Principal = people.sofia) =>
    (await stage.as(who, 'readOverview', { query })).body as Overview;
  const ref = (caseId: string) => ({ tenantId: 'clinic', caseId });
  const held = async (how: Held = {}) => {
    const caseId = await stage.submit();
    return { caseId, shown: await stage.hold(caseId, how) };
  };
  const close = (caseId: string, outcome: Outcome, more: Record<string, unknown> = {}) =>
    changeCase(stage.ports, ref(caseId), (row) => ({
      ...row,
      ...more,
      status: 'closed',
      outcome,
      closedAt: stage.now.value,
    }));
  const decide = async (
    { caseId, shown }: Awaited<ReturnType<typeof held>>,
    decision: string,
    who: Principal = people.vera,
    after = 0,
  ) => {
    await stage.as(who, 'claimReview', { params: { caseId } });
    stage.now.value += after;
    await stage.as(who, 'claimReview', { params: { caseId } });
    return stage.as(who, 'decideReview', {
      params: { caseId },
      body: { ...shown, decision, reason: 'other', ...(decision === 'edit' ? { edit: { text: 'a' } } : {}) },
    });
  };

  it('adds up what was closed, how, and how much of it a person saw', async () => {
    await close((await held()).caseId, 'rejected');
    for (const outcome of ['released', 'released', 'blocked'] as const)
      await close(await stage.submit(), outcome);
    expect(await overview()).toMatchObject({
      volume: {
        closed: 4,
        outcomes: { released: 2, blocked: 1, rejected: 1 },
        policies: { healthcare: 4 },
      },
      held: { cases: 1, share: 0.25, reviews: 1, sides: { answer: 1 }, policies: { healthcare: 1 } },
    });
  });

  it('says why cases were held, the most frequent first, and how risky', async () => {
    await held({ reasons: ['promise', 'ungrounded'] });
    await held({ reasons: ['ungrounded'], side: 'prompt' });
    await held({ reasons: ['self-harm'] });
    expect((await overview()).held).toMatchObject({
      reviews: 3,
      sides: { answer: 2, prompt: 1 },
      risks: { medium: 2, high: 1 },
      reasons: [
        { code: 'ungrounded', reviews: 2 },
        { code: 'promise', reviews: 1 },
        { code: 'self-harm', reviews: 1 },
      ],
    });
  });

  it('says how long decisions took, within five percent', async () => {
    // Nineteen take a minute, one two hours.
    for (let count = 0; count < 19; count += 1) await decide(await held(), 'reject', people.vera, minute);
    await decide(await held(), 'approve', people.vera, 10 * minute);
    const { timeToDecision } = await overview();
    expect(timeToDecision.decided).toBe(20);
    expect(Math.abs(timeToDecision.p50Seconds! - 60)).toBeLessThanOrEqual(3);
    expect(Math.abs(timeToDecision.p95Seconds! - 60)).toBeLessThanOrEqual(3);
    await decide(await held(), 'approve', people.vera, 10 * minute);
    const { p95Seconds } = (await overview()).timeToDecision;
    expect(Math.abs(p95Seconds! - 600)).toBeLessThanOrEqual(30);
    expect((await overview()).decisions).toEqual({ approve: 2, reject: 19 });
  });

  it('counts reminders, escalations and expiries, and expiries are not how long people took', async () => {
    const { caseId, shown } = await held();
    for (const number of [1, 2, 2, 3]) {
      stage.now.value += hour;
      await openReview(stage.ports)({
        ...ref(caseId),
        side: 'answer',
        stage: number,
        revision: shown.revision,
        token: 'next',
      }).catch((thrown: unknown) => expect(thrown).toMatchObject({ name: 'ReviewExpired' }));
    }
    expect(await overview()).toMatchObject({
      reminded: 1,
      escalated: 1,
      expired: 1,
      decisions: { expire: 1 },
      timeToDecision: { decided: 0 },
    });
  });

  it('says how often a second person came to the same', async () => {
    const { policies } = stage.ports;
    const original = policies.byHash;
    (policies as { byHash: typeof original }).byHash = async (hash) => {
      const policy = await original(hash);
      return { ...policy, review: { ...policy.review, approvals: 2 } };
    };
    try {
      for (const second of ['approve', 'approve', 'approve', 'reject']) {
        const one = await held();
        await decide(one, 'approve', people.vera);
        await decide(one, second, people.vito);
      }
      // A rejection by the only one who looked is neither.
      await decide(await held(), 'reject');
    } finally {
      (policies as { byHash: typeof original }).byHash = original;
    }
    expect((await overview()).agreement.second).toEqual({ agreed: 3, differed: 1, share: 0.75 });
  });

  it('counts identifiers by type, interventions of the guardrail, and reveals', async () => {
    const first = await held();
    await stage.as(people.vera, 'claimReview', { params: { caseId: first.caseId } });
    await stage.as(people.vera, 'reveal', {
      params: { caseId: first.caseId },
      body: { placeholder: 'NAME_1_7K', reason: 'understand-text', note: 'To compare with the chart.' },
    });
    await close(first.caseId, 'released', {
      found: { NAME: 2, DATE: 1 },
      answerVerdict: { verdict: 'hold', reasons: ['guardrail-intervened'] },
    });
    await close(await stage.submit(), 'released', { found: { NAME: 1 } });
    expect(await overview()).toMatchObject({
      entityTypes: { NAME: 3, DATE: 1 },
      guardrail: { cases: 1, share: 0.5 },
      revealed: 1,
      reviewers: [{ by: 'vera', reveals: 1 }],
    });
  });

  it('goes by day, with the days on which nothing happened', async () => {
    const from = today();
    await close(await stage.submit(), 'released', { found: { NAME: 1 } });
    stage.now.value += 2 * day;
    await close((await held()).caseId, 'expired');
    const { days } = await overview({ from, to: today() });
    expect(
      days.map(({ closed, released, held: seen, entityTypes }) => [closed, released, seen, entityTypes]),
    ).toEqual([
      [1, 1, 0, { NAME: 1 }],
      [0, 0, 0, {}],
      [1, 0, 1, {}],
    ]);
    expect(days.map((each) => each.day)[0]).toBe(from);
    // A day that was not asked for does not count.
    expect((await overview({ from: today(), to: today() })).volume.closed).toBe(1);
  });

  it('shows the backlog of this moment: how much, how old, how risky, with whom', async () => {
    // What other tests left open is over by now.
    const early = new Date(stage.now.value).toISOString();
    const first = await held({ reasons: ['self-harm'] });
    stage.now.value += 5 * hour;
    await held({ reasons: ['promise'] });
    await stage.as(people.vera, 'claimReview', { params: { caseId: first.caseId } });
    await openReview(stage.ports)({
      ...ref(first.caseId),
      side: 'answer',
      stage: 2,
      revision: first.shown.revision,
      token: 'second',
    });
    expect((await overview()).backlog).toEqual({
      open: 2,
      more: false,
      oldest: early,
      nextExpiry: new Date(stage.now.value + 19 * hour).toISOString(),
      unclaimed: 1,
      escalated: 1,
      ages: { 'under-1h': 1, '4h-to-24h': 1 },
      risks: { high: 1, medium: 1 },
    });
  });

  it('counts a decision once, however many try at the same time', async () => {
    const one = await held();
    await stage.as(people.vera, 'claimReview', { params: { caseId: one.caseId } });
    await Promise.all(Array.from({ length: 20 }, () => decide(one, 'reject')));
    const { decisions, reviewers, timeToDecision } = await overview();
    expect([decisions, reviewers[0]?.decisions, timeToDecision.decided]).toEqual([{ reject: 1 }, 1, 1]);
  });

  it('is empty, not wrong, where nothing happened', async () => {
    const body = await overview();
    expect(body).toMatchObject({ volume: { closed: 0 }, reviewers: [], decisions: {} });
    expect(body.days).toHaveLength(30);
    expect(body.held).not.toHaveProperty('share');
    expect(body.timeToDecision).toEqual({ decided: 0 });
    expect(body.agreement.second).toEqual({ agreed: 0, differed: 0 });
  });

  it('names no case and says nothing of another tenant', async () => {
    const { caseId } = await held();
    await close(caseId, 'released');
    const text = JSON.stringify(await overview());
    expect(text).not.toContain(caseId);
    const elsewhere: Principal = { ...people.viktor, groups: ['senior-reviewer'] };
    expect(await overview({}, elsewhere)).toMatchObject({ volume: { closed: 0 }, backlog: { open: 0 } });
  });

  it.each([
    ['a senior reviewer', people.sofia, 200],
    ['an officer', people.conrad, 200],
    ['a reviewer', people.vera, 'forbidden'],
    ['a requester', people.rosa, 'forbidden'],
  ])('answers %s: %s', async (_who, who, expected) => {
    const reply = await stage.as(who, 'readOverview');
    expect(codeOf(reply) ?? reply.status).toBe(expected);
  });

  it.each<Record<string, string>>([
    { from: '2026-06-02', to: '2026-06-01' },
    { from: '2026-01-01', to: '2026-06-01' },
    { from: 'June' },
    { to: '2026-13-01' },
    { day: '2026-06-01' },
  ])('refuses %j', async (query) => {
    expect(codeOf(await stage.as(people.sofia, 'readOverview', { query }))).toBe('invalid-request');
  });
});
