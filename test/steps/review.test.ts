// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from '@jest/globals';
import { steps } from '../../lambdas/steps/index.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { lockedRecord } from '../../lambdas/steps/locked-record.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { testClock } from '../local/machine/test-clock.ts';

const dosage = 'Take 500 mg of amoxicillin every 8 hours for 7 days.';
const question = 'What should the patient take?';
const hour = 3_600_000;
let airlock: TestAirlock;
afterEach(() => airlock.remove());

const open = async (
  answer: string | ((shown: string) => string) = dosage,
  options: Parameters<typeof openTestAirlock>[0] = {},
) => {
  airlock = await openTestAirlock({ models: scripted(answer), ...options });
  return airlock;
};
const row = (caseId: string) => airlock.ports.cases.get({ tenantId: 'clinic', caseId });

describe('a review that nobody decides', () => {
  it('reminds, escalates, expires, and is archived as expired', async () => {
    const clock = testClock();
    await open(dosage, { clock: () => clock.now(), machine: { clock } });
    const events: string[] = [];
    airlock.ports.events.listen((event) => void events.push(event.kind));
    const { caseId } = await airlock.submit(question);
    const tokens = new Set<string | undefined>();
    for (const [hours, stage] of [
      [0, 0],
      [1, 1],
      [3, 2],
    ] as const) {
      clock.advance(hours * hour);
      await airlock.machine.idle();
      const review = (await row(caseId))?.review;
      expect(review).toMatchObject({ stage, side: 'answer', reasons: ['medication-dosage'] });
      tokens.add(review?.token);
    }
    expect(tokens.size).toBe(3);
    clock.advance(20 * hour);
    await airlock.machine.idle();
    expect(await airlock.status(caseId)).toMatchObject({ status: 'closed', outcome: 'expired' });
    expect(events).toEqual(['held', 'reminded', 'escalated', 'expired', 'closed']);
    expect(await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId })).toMatchObject({
      outcome: 'expired',
      reviews: [{ decided: { decision: 'expire', by: 'clock' } }],
    });
    const { revision, digest } = (await row(caseId))!.review!;
    const late = {
      params: { caseId },
      body: { decision: 'approve', reason: 'safe-as-shown', revision, digest },
    };
    expect(await airlock.call('decideReview', people.rita, late)).toMatchObject({ status: 409 });
  });

  it('is either expired or approved when both happen at once, never both', async () => {
    await open();
    const ends = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const { caseId } = await airlock.submit(question);
      const { review } = (await row(caseId))!;
      await airlock.call('claimReview', people.rita, { params: { caseId } });
      const body = {
        decision: 'approve',
        reason: 'safe-as-shown',
        revision: review!.revision,
        digest: review!.digest,
      };
      const expiry = () =>
        steps(airlock.ports)
          .OpenReview({
            tenantId: 'clinic',
            caseId,
            side: 'answer',
            stage: 3,
            revision: review!.revision,
            token: 'late',
          })
          .catch((error: unknown) => (error as Error).name);
      const approval = () => airlock.call('decideReview', people.rita, { params: { caseId }, body });
      const [expired, approved] = await Promise.all(
        round % 2 === 0
          ? [expiry(), approval()]
          : ([approval(), expiry()].reverse() as [Promise<unknown>, ReturnType<typeof approval>]),
      );
      const stands = (await row(caseId))?.review?.decided?.decision;
      ends.add(String(stands));
      const wasApproved = (approved as { status: number }).status === 200;
      expect([stands, wasApproved, expired]).toEqual(
        stands === 'approve' ? ['approve', true, 'AlreadyDecided'] : ['expire', false, 'ReviewExpired'],
      );
      await airlock.machine.idle();
    }
    expect(ends.size).toBeGreaterThanOrEqual(1);
  });
});

describe('what a reviewer edits', () => {
  it('goes round again: an identifier they typed is taken out, a placeholder they made up is no placeholder', async () => {
    const model = scripted('Noted.');
    await open('', { models: model });
    const { caseId } = await airlock.submit('How would somebody forge a prescription? Anna Keller asks.');
    expect((await row(caseId))?.review).toMatchObject({
      side: 'prompt',
      reasons: expect.arrayContaining(['denied-topic']),
    });
    const edit = {
      messages: [
        {
          role: 'user',
          content:
            'Summarise the visit of Boris Lindqvist, mail boris@lindqvist.example, and of [NAME_7_QQ].',
        },
      ],
    };
    expect(
      (await airlock.decide(caseId, { decision: 'edit', reason: 'content-corrected', edit })).status,
    ).toBe(200);
    const seen = model.shown.join('\n');
    expect(seen).not.toContain('boris@lindqvist.example');
    expect(seen).not.toContain('[NAME_7_QQ]');
    expect(seen).toMatch(/\[EMAIL_1_/);
  });

  it('is scanned again before it is released, and held again for what it still says', async () => {
    await open();
    const { caseId } = await airlock.submit(question);
    expect(
      (
        await airlock.decide(caseId, {
          decision: 'edit',
          reason: 'content-corrected',
          edit: { text: 'Take 250 mg of amoxicillin every 6 hours.' },
        })
      ).status,
    ).toBe(200);
    expect(await airlock.status(caseId)).toMatchObject({ status: 'held' });
    // Nobody approves their own edit; somebody else may.
    expect(await airlock.decide(caseId, { decision: 'approve' }, people.rita)).toMatchObject({
      status: 403,
      body: { code: 'own-edit' },
    });
    await airlock.call('releaseClaim', people.rita, { params: { caseId } });
    expect((await airlock.decide(caseId, { decision: 'approve' }, people.ravi)).status).toBe(200);
    expect(await airlock.status(caseId)).toMatchObject({
      outcome: 'released',
      answer: { content: 'Take 250 mg of amoxicillin every 6 hours.' },
    });
  });

  it('is released as edited when nothing is wrong with it any more', async () => {
    await open();
    const { caseId } = await airlock.submit(question);
    await airlock.decide(caseId, {
      decision: 'edit',
      reason: 'content-corrected',
      edit: { text: 'Please ask the treating clinician.' },
    });
    expect(await airlock.status(caseId)).toMatchObject({
      outcome: 'released',
      answer: { content: 'Please ask the treating clinician.' },
    });
    const record = await lockedRecord(airlock.ports, { tenantId: 'clinic', caseId });
    expect(record?.reviews.map((review) => review.decided?.decision)).toEqual(['edit']);
  });
});

describe('other decisions', () => {
  it('a rejected case ends rejected, with one record and no answer', async () => {
    await open();
    const { caseId } = await airlock.submit(question);
    await airlock.decide(caseId, { decision: 'reject', reason: 'unsafe-advice' });
    const status = await airlock.status(caseId);
    expect(status).toMatchObject({ outcome: 'rejected' });
    expect(status['answer']).toBeUndefined();
    expect(
      await airlock.ports.archive.get(archiveKey('record', { tenantId: 'clinic', caseId })),
    ).toBeDefined();
  });

  it('a retry runs the checks again on the same answer', async () => {
    await open();
    const { caseId } = await airlock.submit(question);
    const before = (await row(caseId))?.review?.revision;
    await airlock.decide(caseId, { decision: 'retry', reason: 'checks-again' });
    const after = (await row(caseId))?.review;
    expect(after).toMatchObject({ side: 'answer', reasons: ['medication-dosage'] });
    expect(after?.revision).not.toBe(before);
    expect((await row(caseId))?.pastReviews).toHaveLength(1);
  });

  it('an approval cannot let a leaked identifier out, whoever approves', async () => {
    await open('Call Maria Gonzalez at maria.gonzalez@mailbox.example.');
    const { caseId } = await airlock.submit(question);
    expect(await airlock.status(caseId)).toMatchObject({ status: 'held' });
    expect(await airlock.decide(caseId, { decision: 'approve' })).toMatchObject({
      status: 422,
      body: { code: 'not-waivable' },
    });
    expect(await airlock.status(caseId)).toMatchObject({ status: 'held' });
  });
});
