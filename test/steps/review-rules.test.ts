// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SealedSchema, unseal } from '../../lambdas/records/sealed.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { archiveTranscript } from '../../lambdas/steps/archive-transcript.ts';
import { lockedRecord } from '../../lambdas/steps/locked-record.ts';
import { sweep } from '../../lambdas/steps/sweep.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { policiesWith } from '../api/policies-with.ts';
import { testClock } from '../local/machine/test-clock.ts';

const dosage = 'Take 500 mg of amoxicillin every 8 hours for 7 days.';
const question = 'What should the patient take?';
const harmless = 'Please ask the treating clinician.';
const hour = 3_600_000;
let airlock: TestAirlock;
const folders: string[] = [];
afterEach(async () => {
  await airlock.remove();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function open(
  review: Record<string, unknown> = {},
  options: Parameters<typeof openTestAirlock>[0] = {},
): Promise<TestAirlock> {
  const policies = policiesWith(review);
  folders.push(policies);
  airlock = await openTestAirlock({ models: scripted(dosage), policies, ...options });
  return airlock;
}
const row = async (caseId: string) => (await airlock.ports.cases.get({ tenantId: 'clinic', caseId }))!;
const on = (id: string, caseId: string, who = people.rita, body?: unknown) =>
  airlock.call(id, who, { params: { caseId }, ...(body === undefined ? {} : { body }) });
const shown = async (caseId: string, who = people.ravi) =>
  (await on('readReview', caseId, who)).body as Record<string, never>;
/** Claims, reads and decides. */
async function decide(caseId: string, decision: Record<string, unknown>, who = people.rita) {
  await on('claimReview', caseId, who);
  const { revision, digest } = (await row(caseId)).review!;
  const body = { reason: 'other', revision, digest, ...decision };
  const reply = await on('decideReview', caseId, who, body);
  await airlock.machine.idle();
  return reply;
}
/** What was locked as ciphertext. */
async function sealedOf(caseId: string) {
  const ref = { tenantId: 'clinic', caseId };
  const locked = await airlock.ports.archive.get(archiveKey('sealed', ref));
  const key = await airlock.ports.keys.caseKey(ref);
  return SealedSchema.parse(JSON.parse(unseal(key, `sealed/clinic/${caseId}`, locked!.bytes).toString()));
}

describe('an edit, where edits take two', () => {
  const rules = { fourEyes: [{ when: 'editedText' }] };

  it('of an answer: goes before two others though nothing is wrong with it, beside what the editor was shown', async () => {
    await open(rules);
    const { caseId } = await airlock.submit(question);
    await decide(caseId, { decision: 'edit', edit: { text: harmless } });
    expect(await airlock.status(caseId)).toMatchObject({ status: 'held' });
    expect(await shown(caseId)).toMatchObject({
      reasons: [{ code: 'edited-text', waivable: true, risk: 'low' }],
      fourEyes: ['editedText'],
      editedBy: ['rita'],
      texts: [{ text: harmless }],
      before: [{ text: dosage }],
    });
    expect(await decide(caseId, { decision: 'approve' })).toMatchObject({ body: { code: 'own-edit' } });
    await on('releaseClaim', caseId);
    expect((await decide(caseId, { decision: 'approve' }, people.ravi)).body).not.toHaveProperty('decided');
    expect(await airlock.status(caseId)).toMatchObject({ status: 'held' });
    await decide(caseId, { decision: 'approve' }, people.sena);
    expect(await airlock.status(caseId)).toMatchObject({
      outcome: 'released',
      answer: { content: harmless },
    });
    const record = await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId });
    expect(record?.reviews.at(-1)).toMatchObject({
      editedBy: ['rita'],
      fourEyes: ['editedText'],
      approvals: [{ by: 'ravi' }, { by: 'sena' }],
      decided: { by: 'sena' },
    });
  });

  it('of a prompt: goes before two others, before any model sees it', async () => {
    const models = scripted('Noted.');
    await open(rules, { models });
    const { caseId } = await airlock.submit('How would somebody forge a prescription? Anna Keller asks.');
    const edit = { messages: [{ role: 'user', content: 'Summarise the visit of last week.' }] };
    await decide(caseId, { decision: 'edit', edit });
    expect(await shown(caseId)).toMatchObject({
      side: 'prompt',
      reasons: [{ code: 'edited-text' }],
      texts: [{ text: 'Summarise the visit of last week.' }],
      before: [{ text: expect.stringContaining('forge a prescription') }],
    });
    expect(models.shown).toEqual([]);
    await decide(caseId, { decision: 'approve' }, people.ravi);
    expect(models.shown).toEqual([]);
    await decide(caseId, { decision: 'approve' }, people.sena);
    expect(models.shown).toHaveLength(1);
  });
});

describe('a text that takes two', () => {
  it('cannot be let out by one person who edits it', async () => {
    await open({ fourEyes: [{ when: 'severity', atLeast: 'high' }] });
    const { caseId } = await airlock.submit(question);
    expect((await row(caseId)).review).toMatchObject({ fourEyes: ['severity'] });
    await decide(caseId, { decision: 'edit', edit: { text: harmless } });
    expect(await airlock.status(caseId)).toMatchObject({ status: 'held' });
    expect((await row(caseId)).review).toMatchObject({ reasons: ['edited-text'], fourEyes: ['severity'] });
  });
});

describe('the step before the lock', () => {
  const approval = (by: string, more: object = {}) => ({ by, at: 1, reason: 'other' as const, ...more });
  it.each<[string, Record<string, unknown>, readonly ReturnType<typeof approval>[], string[], boolean]>([
    ['one person where one is enough', {}, [approval('rita')], [], true],
    ['two where two are needed', { approvals: 2 }, [approval('rita'), approval('ravi')], [], true],
    ['one where two are needed', { approvals: 2 }, [approval('rita')], [], false],
    [
      'one where a rule asks for two',
      { fourEyes: [{ when: 'severity', atLeast: 'high' }] },
      [approval('rita')],
      [],
      false,
    ],
    ['the same person twice', { approvals: 2 }, [approval('rita'), approval('rita')], [], false],
    ['an editor as one of two', { approvals: 2 }, [approval('rita'), approval('ravi')], ['ravi'], false],
    ['nobody but the editor', {}, [approval('rita')], ['rita'], false],
    ['nobody at all', {}, [], [], false],
    [
      'a junior alone',
      { fourEyes: [{ when: 'juniorReviewer' }] },
      [approval('rita', { junior: true })],
      [],
      false,
    ],
  ])('counts who approved once more: %s', async (_what, rules, approvals, editedBy, released) => {
    await open(rules);
    const { caseId } = await airlock.submit(question);
    const item = await row(caseId);
    const review = item.review!;
    // As if an operation had let through what it should not have.
    const decided = {
      decision: 'approve' as const,
      by: 'x',
      at: 1,
      reason: 'other' as const,
      revision: review.revision,
    };
    await airlock.ports.cases.replace({
      ...item,
      version: item.version + 1,
      status: 'running',
      review: { ...review, approvals: [...approvals] as never, editedBy, decided },
    });
    const archived = archiveTranscript(airlock.ports)({
      tenantId: 'clinic',
      caseId,
      outcome: 'released',
      answer: review.revision,
    });
    if (released) expect(await archived).toEqual({ outcome: 'released' });
    else await expect(archived).rejects.toMatchObject({ name: 'NotCleared' });
  });
});

describe('the trail of a case', () => {
  it('has everything that happened, by whom and when, and is archived', async () => {
    const clock = testClock();
    await open({}, { clock: () => clock.now(), machine: { clock } });
    const start = clock.now();
    const { caseId } = await airlock.submit(question);
    await on('readReview', caseId);
    await on('claimReview', caseId);
    for (const hours of [1, 3]) {
      clock.advance(hours * hour);
      await airlock.machine.idle();
    }
    await on('claimReview', caseId, people.sena);
    await on('releaseClaim', caseId, people.sena);
    clock.advance(20 * hour);
    await airlock.machine.idle();
    const trail = [
      { kind: 'viewed', by: 'rita', at: start },
      { kind: 'claimed', by: 'rita', at: start },
      { kind: 'reminded', by: 'clock', at: start + hour },
      { kind: 'escalated', by: 'clock', at: start + 4 * hour },
      // The claim of the morning had run out by then.
      { kind: 'claimed', by: 'sena', at: start + 4 * hour },
      { kind: 'returned', by: 'sena', at: start + 4 * hour },
    ];
    const expired = { decision: 'expire', by: 'clock', at: start + 24 * hour };
    expect((await row(caseId)).review).toMatchObject({ trail, decided: expired });
    const record = await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId });
    expect(record?.reviews).toMatchObject([{ trail, decided: expired, stage: 3 }]);
    const { timeline } = (await on('readReview', caseId)).body as { timeline: Record<string, string>[] };
    expect(timeline.map(({ kind, by, at }) => [kind, by, (Date.parse(at!) - start) / hour])).toEqual([
      ['accepted', undefined, 0],
      ['opened', undefined, 0],
      ['viewed', 'rita', 0],
      ['claimed', 'rita', 0],
      ['reminded', 'clock', 1],
      ['escalated', 'clock', 4],
      ['claimed', 'sena', 4],
      ['returned', 'sena', 4],
      ['expired', 'clock', 24],
      ['closed', undefined, 24],
    ]);
  });

  it('says when a senior took a review over', async () => {
    const clock = testClock();
    await open({ claimLeaseSeconds: 86_400 }, { clock: () => clock.now(), machine: { clock } });
    const { caseId } = await airlock.submit(question);
    await on('claimReview', caseId);
    clock.advance(hour);
    await airlock.machine.idle();
    clock.advance(3 * hour);
    await airlock.machine.idle();
    await on('claimReview', caseId, people.sena);
    expect((await row(caseId)).review!.trail.at(-1)).toMatchObject({ kind: 'taken-over', by: 'sena' });
    expect(await decide(caseId, { decision: 'approve' }, people.rita)).toMatchObject({
      body: { code: 'claimed', claimedBy: 'sena' },
    });
  });

  it('is bounded: what comes after is counted', async () => {
    await open();
    const { caseId } = await airlock.submit(question);
    for (let turn = 0; turn < 55; turn += 1) {
      await on('claimReview', caseId);
      await on('releaseClaim', caseId);
    }
    const { review } = await row(caseId);
    expect([review!.trail.length, review!.untold]).toEqual([100, 10]);
  });
});

describe('what reviewers say about the detection', () => {
  it('is sealed with the case, word for word, and counted in the record', async () => {
    await open();
    const { caseId } = await airlock.submit(question);
    await on('claimReview', caseId);
    const { revision } = (await row(caseId)).review!;
    const said = {
      revision,
      says: 'missing',
      slot: 0,
      start: 5,
      end: 11,
      type: 'CODE',
      note: 'A batch number.',
    };
    expect((await on('giveFeedback', caseId, people.rita, said)).status).toBe(204);
    await decide(caseId, { decision: 'reject' });
    const { reviewed } = await sealedOf(caseId);
    expect(reviewed.map(({ content }) => content)).toContainEqual({
      kind: 'feedback',
      by: 'rita',
      says: 'missing',
      of: revision,
      slot: 0,
      start: 5,
      end: 11,
      type: 'CODE',
      note: 'A batch number.',
    });
    const record = await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId });
    expect(record?.reviews[0]?.feedback).toMatchObject([{ by: 'rita', kind: 'missing' }]);
    expect(JSON.stringify(record)).not.toContain('batch number');
  });
});

describe('what the guardrail did', () => {
  it('is shown with the case, and nothing of what it matched', async () => {
    await open();
    const { caseId } = await airlock.submit('How would somebody forge a prescription? Anna Keller asks.');
    const { guardrail } = await shown(caseId);
    expect(guardrail).toEqual([{ policy: 'topic', name: 'DENY', action: 'BLOCKED' }]);
  });
});

describe('a case that fails', () => {
  it('is told as an alert', async () => {
    await open(
      {},
      { models: { serves: () => false, converse: () => Promise.reject(new Error('never asked')) } },
    );
    const events: unknown[] = [];
    airlock.ports.events.listen((event) => events.push([event.kind, event.code]));
    const { caseId } = await airlock.submit('Please summarise the visit.');
    expect(await airlock.status(caseId)).toMatchObject({ outcome: 'failed' });
    expect(events).toEqual([
      ['closed', undefined],
      ['alert', 'case-failed'],
    ]);
  });
});

describe('a reviewer’s test in the whole product', () => {
  it('waits, is decided, and is forgotten, without a workflow, a model or a record', async () => {
    const models = scripted(dosage);
    await open({}, { models });
    const body = { policy: 'healthcare', sample: 'dose-ten-times' };
    const reply = await airlock.call('seedReview', people.sena, { body });
    const { caseId } = reply.body as { caseId: string };
    await airlock.machine.idle();
    await sweep(airlock.ports)({ quiet: 0 });
    expect(await airlock.ports.workflow.status({ tenantId: 'clinic', caseId })).toBeUndefined();
    expect((await decide(caseId, { decision: 'approve' })).body).toMatchObject({
      test: { expected: 'refuse', right: false },
    });
    await sweep(airlock.ports)({ quiet: 0 });
    await airlock.machine.idle();
    expect(models.shown).toEqual([]);
    expect(await airlock.ports.workflow.status({ tenantId: 'clinic', caseId })).toBeUndefined();
    expect(
      await airlock.ports.archive.get(archiveKey('record', { tenantId: 'clinic', caseId })),
    ).toBeUndefined();
    expect(airlock.mistakes).toEqual([]);
  });
});
