// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Failure } from '../../lambdas/failures.ts';
import { AnswerContentSchema, EditedPromptSchema, NoteContentSchema } from '../../lambdas/records/content.ts';
import { getContent } from '../../lambdas/contents.ts';
import type { Ports } from '../../lambdas/ports.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { type ReasonCode, reasonCodes } from '../../lambdas/records/reason.ts';
import { codeOf, type Held, openStage, people, type Stage } from './stage.ts';

const twoApprovals = { review: { approvals: 2 } };

describe('reviews', () => {
  let stage: Stage;
  let caseId: string;
  let shown: { revision: string; digest: string };
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    stage.begin();
    caseId = await stage.submit();
  });
  afterAll(() => stage.close());

  const row = async () => (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!;
  const review = async () => (await row()).review!;
  const hold = async (held: Held = {}) => {
    shown = await stage.hold(caseId, held);
  };
  const on = (who: Principal, id: string, body?: unknown) =>
    stage.as(who, id, { params: { caseId }, ...(body === undefined ? {} : { body }) });
  const claim = (who: Principal) => on(who, 'claimReview');
  const decide = (who: Principal, decision: string, more: Record<string, unknown> = {}) =>
    on(who, 'decideReview', { ...shown, decision, reason: 'other', ...more });
  const told = (reply: { status: number }) => ({ status: reply.status, code: codeOf(reply) });
  const contentOf = (
    revision: string | undefined,
    schema: typeof AnswerContentSchema | typeof EditedPromptSchema | typeof NoteContentSchema,
  ) => getContent(stage.ports, { tenantId: 'clinic', scope: caseId, revision: revision! }, schema);

  describe('are shown', () => {
    it('with de-identified texts, findings, and reasons with where they apply', async () => {
      await hold();
      const { body } = await on(people.vera, 'readReview');
      expect(body).toMatchObject({
        ...shown,
        side: 'answer',
        approvable: true,
        texts: [{ kind: 'answer', text: '[NAME_1_7K] should rest.', masked: false }],
        context: [{ kind: 'user', findings: [{ type: 'NAME', start: 0, end: 11 }] }, { kind: 'document' }],
        reasons: [{ code: 'medication-dosage', waivable: true, evidence: [{ slot: 0, start: 0, end: 4 }] }],
      });
      expect(JSON.stringify(body)).not.toContain('Kowalska');
      expect(JSON.stringify(body)).not.toContain('token of');
    });

    it('with each reason once, though several checks came to it', async () => {
      await hold({ reasons: ['language-not-covered', 'promise', 'language-not-covered'] });
      const { body } = await on(people.vera, 'readReview');
      const evidence = { slot: 0, start: 0, end: 4 };
      expect((body as { reasons: unknown }).reasons).toMatchObject([
        { code: 'language-not-covered', evidence: [evidence, evidence] },
        { code: 'promise', evidence: [evidence] },
      ]);
    });

    it.each<[string, Held]>([
      [
        'a prompt whose detection is not complete',
        { side: 'prompt', complete: false, reasons: ['detector-unavailable'] },
      ],
      ['a prompt in a language nobody covers', { side: 'prompt', reasons: ['language-not-covered'] }],
      ['an answer that was cut short', { side: 'answer', reasons: ['detection-incomplete'] }],
    ])('masked whole where detection was incomplete: %s', async (_what, held) => {
      const text = 'Otto Elsewhere\nlives here';
      await hold({ ...held, ...(held.side === 'prompt' ? { prompt: text } : { answer: text }) });
      const { body } = await on(people.vera, 'readReview');
      const [first] = (body as { texts: { text: string; masked: boolean }[] }).texts;
      expect(first).toMatchObject({ masked: true, text: '██████████████\n██████████' });
      expect(JSON.stringify(body)).not.toContain('Otto');
    });

    it('masked until a retry has read them whole, and to nobody before that', async () => {
      const prompt = 'Otto Elsewhere lives here';
      await hold({ side: 'prompt', complete: false, reasons: ['detector-unavailable'], prompt });
      await claim(people.sofia);
      for (const who of [people.vera, people.sofia])
        expect(JSON.stringify((await on(who, 'readReview')).body)).not.toContain('Otto');
      expect(told(await decide(people.sofia, 'approve'))).toMatchObject({ code: 'not-waivable' });
      expect((await decide(people.sofia, 'retry')).status).toBe(200);
      await hold({ side: 'prompt', reasons: ['rare-combination'], prompt: '[NAME_1_7K] lives here' });
      expect((await on(people.vera, 'readReview')).body).toMatchObject({
        approvable: true,
        texts: [{ masked: false, text: '[NAME_1_7K] lives here' }, { masked: false }],
      });
    });

    it('with who found what and why, the guardrail, the model, versions, and what happened', async () => {
      await hold({ scan: { guardrail: [{ policy: 'topic', name: 'Fraud', action: 'BLOCKED' }] } });
      await claim(people.vera);
      const { body } = await on(people.vera, 'readReview');
      expect(body).toMatchObject({
        policy: { id: 'healthcare', version: '1.0.0' },
        model: { id: 'stand-in', stopReason: 'end', inputTokens: 10, outputTokens: 5 },
        detectors: { ran: ['tagger'], failed: [] },
        guardrail: [{ policy: 'topic', name: 'Fraud', action: 'BLOCKED' }],
        context: [{ findings: [{ type: 'NAME', because: { detector: 'tagger', pattern: 'name' } }] }, {}],
        timeline: [
          { kind: 'accepted' },
          { kind: 'opened', side: 'answer' },
          { kind: 'claimed', by: 'vera' },
          { kind: 'viewed', by: 'vera' },
        ],
      });
    });

    it('with the identifiers that are left in an answer hidden, and the rest to be read', async () => {
      const text = 'Call Otto Elsewhere now.';
      await hold({
        answer: text,
        reasons: ['residual-identifier'],
        scan: {
          answer: {
            text,
            stopReason: 'end',
            toolCalls: [{ name: 'mail', arguments: '{"to":"Otto Elsewhere"}' }],
            reasoning: 'Otto Elsewhere again',
            model: 'stand-in',
            usage: { inputTokens: 1, outputTokens: 1 },
          },
          verdict: {
            verdict: 'hold',
            reasons: [{ code: 'residual-identifier', evidence: [{ slot: 0, start: 5, end: 19 }] }],
          },
        },
      });
      const { body } = await on(people.vera, 'readReview');
      expect(body).toMatchObject({
        texts: [{ text: 'Call ██████████████ now.' }, { kind: 'reasoning' }, { kind: 'tool-call' }],
      });
      expect(JSON.stringify(body)).not.toContain('Otto');
    });

    it('without texts once they are decided', async () => {
      await hold();
      await claim(people.vera);
      await decide(people.vera, 'reject');
      const { body } = await on(people.vito, 'readReview');
      expect(body).toMatchObject({ decided: { decision: 'reject', by: 'vera' } });
      expect(body).not.toHaveProperty('texts');
    });
  });

  describe('are claimed', () => {
    beforeEach(() => hold());

    it('by one reviewer at a time, for the lease of the policy', async () => {
      const until = new Date(stage.now.value + 900_000).toISOString();
      expect((await claim(people.vera)).body).toMatchObject({ claim: { by: 'vera', mine: true, until } });
      expect(told(await claim(people.vito))).toEqual({ status: 409, code: 'claimed' });
      stage.now.value += 900_000;
      expect((await claim(people.vito)).body).toMatchObject({ claim: { by: 'vito' } });
    });

    it('by one of twenty who come at once', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) => claim({ ...people.vera, subject: `reviewer-${index}` })),
      );
      expect(all.filter((reply) => reply.status === 200)).toHaveLength(1);
      for (const reply of all) if (reply.status !== 200) expect([409, 503]).toContain(reply.status);
    });

    it('and given back by whoever has them', async () => {
      await claim(people.vera);
      expect(told(await on(people.vito, 'releaseClaim'))).toEqual({ status: 409, code: 'claimed' });
      expect((await on(people.vera, 'releaseClaim')).status).toBe(204);
      expect((await on(people.vera, 'releaseClaim')).status).toBe(204);
      expect((await claim(people.vito)).status).toBe(200);
    });

    it('not by the requester, whichever client they come through', async () => {
      expect(told(await claim(people.rosaReviewing))).toEqual({ status: 403, code: 'own-request' });
      expect(told(await claim({ ...people.rosaReviewing, client: 'console' }))).toMatchObject({
        code: 'own-request',
      });
    });

    it('from another by a senior reviewer, once they are escalated', async () => {
      await claim(people.vera);
      expect(told(await claim(people.sofia))).toMatchObject({ code: 'claimed' });
      const item = await row();
      await stage.ports.cases.replace({
        ...item,
        version: item.version + 1,
        review: { ...item.review!, stage: 2 },
      });
      expect((await claim(people.sofia)).body).toMatchObject({ claim: { by: 'sofia' } });
    });
  });

  describe('are decided', () => {
    it.each(['approve', 'reject', 'retry'])('%s: written first, told after', async (decision) => {
      await hold();
      await claim(people.vera);
      const source = (await contentOfScan()).source;
      stage.workflow.answer = async (token, output) => {
        expect((await review()).decided).toMatchObject({ decision, by: 'vera' });
        stage.answered.push({ token, ...output });
      };
      const reply = await decide(people.vera, decision, { reason: 'safe-as-shown' });
      expect(reply).toMatchObject({
        status: 200,
        body: { decided: { decision, by: 'vera', reason: 'safe-as-shown' } },
      });
      const revision = decision === 'retry' ? source : shown.revision;
      expect(stage.answered).toEqual([{ token: `token of ${caseId}`, decision, revision }]);
      expect(await row()).toMatchObject({ status: 'running', review: { told: true, decided: { revision } } });
      expect((await review()).claim).toBeUndefined();
      expect(stage.events.at(-1)).toMatchObject({ caseId, kind: 'decided' });
    });
    const contentOfScan = async () =>
      getContent(
        stage.ports,
        { tenantId: 'clinic', scope: caseId, revision: shown.revision },
        (await import('../../lambdas/records/content.ts')).ScanContentSchema,
      );

    it.each<[string, unknown, boolean]>([
      ['its task is over', new Failure('TaskTimedOut'), false],
      ['it cannot be reached', new Failure('Unavailable'), false],
      ['it is limited', new Failure('Throttled'), false],
    ])('and the decision stands though the workflow cannot be told: %s', async (_why, error, isTold) => {
      await hold();
      await claim(people.vera);
      stage.workflow.answer = async () => {
        throw error;
      };
      expect((await decide(people.vera, 'approve')).status).toBe(200);
      expect(await review()).toMatchObject({ told: isTold, decided: { decision: 'approve' } });
    });

    it('by one of twenty who hold a claim in turn: the others hear by whom', async () => {
      await hold();
      await claim(people.vera);
      const item = await row();
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) => decide(people.vera, index % 2 === 0 ? 'approve' : 'reject')),
      );
      const won = all.filter((reply) => reply.status === 200);
      expect(won).toHaveLength(1);
      for (const reply of all)
        if (reply.status !== 200)
          expect(reply).toMatchObject({ status: 409, body: { code: 'already-decided', decidedBy: 'vera' } });
      expect(stage.answered).toHaveLength(1);
      expect((await review()).decided).toMatchObject({ decision: stage.answered[0]?.decision });
      expect(item.review?.decided).toBeUndefined();
    });

    it('once, whether by a person or by the clock, when both come at once', async () => {
      await hold();
      await claim(people.vera);
      const expiry = stage.ports.cases.replace({
        ...(await row()),
        version: (await row()).version + 1,
        review: {
          ...(await review()),
          decided: {
            decision: 'expire',
            by: 'clock',
            at: stage.now.value,
            reason: 'expired',
            revision: shown.revision,
          },
        },
      });
      const [byClock, byPerson] = await Promise.allSettled([expiry, decide(people.vera, 'approve')]);
      const decision = (await review()).decided?.decision;
      if (decision === 'expire')
        expect(byPerson).toMatchObject({ value: { body: { code: 'review-expired' } } });
      else expect(byClock.status).toBe('rejected');
    });

    it.each<
      [string, Principal, (() => Promise<unknown>) | undefined, Record<string, unknown>, number, string]
    >([
      ['without a claim', people.vera, async () => undefined, {}, 409, 'not-claimed'],
      [
        'with a claim that has run out',
        people.vera,
        async () => (stage.now.value += 900_000),
        {},
        409,
        'not-claimed',
      ],
      ['while another has the claim', people.vito, undefined, {}, 409, 'claimed'],
      ['by the requester', people.rosaReviewing, undefined, {}, 403, 'own-request'],
      ['by another tenant’s reviewer', people.viktor, undefined, {}, 404, 'not-found'],
      ['on another revision', people.vera, undefined, { revision: 'A'.repeat(22) }, 409, 'revision-changed'],
      ['on another content', people.vera, undefined, { digest: 'A'.repeat(43) }, 409, 'revision-changed'],
      [
        'after it expired',
        people.vera,
        async () => (stage.now.value += 86_400_000),
        {},
        409,
        'review-expired',
      ],
      ['with a reason nobody knows', people.vera, undefined, { reason: 'Zebediah' }, 400, 'invalid-request'],
      ['as a decision nobody knows', people.vera, undefined, { decision: 'release' }, 400, 'invalid-request'],
      ['as the clock', people.vera, undefined, { decision: 'expire' }, 400, 'invalid-request'],
      ['as an edit without one', people.vera, undefined, { decision: 'edit' }, 400, 'invalid-request'],
      [
        'as an approval with an edit',
        people.vera,
        undefined,
        { edit: { text: 'a' } },
        400,
        'invalid-request',
      ],
      [
        'as an edit of the other side',
        people.vera,
        undefined,
        { decision: 'edit', edit: { messages: [{ role: 'user', content: 'a' }] } },
        400,
        'invalid-request',
      ],
      [
        'as an empty edit',
        people.vera,
        undefined,
        { decision: 'edit', edit: { text: '' } },
        400,
        'invalid-request',
      ],
      ['with a field nobody knows', people.vera, undefined, { approve: true }, 400, 'invalid-request'],
      [
        'with a note that names somebody',
        people.vera,
        undefined,
        { note: 'Mail anna.kowalska@example.org first.' },
        422,
        'identifier-in-note',
      ],
    ])('not %s', async (what, who, before, more, status, code) => {
      await hold();
      if (what !== 'without a claim') await claim(people.vera);
      await before?.();
      const reply = await decide(who, 'approve', more);
      expect(told(reply)).toEqual({ status, code });
      expect(JSON.stringify(reply)).not.toMatch(/Zebediah|kowalska/i);
      expect((await review()).decided).toBeUndefined();
      expect(stage.answered).toEqual([]);
    });

    it('not again after the clock', async () => {
      await hold();
      await claim(people.vera);
      const item = await row();
      const decided = {
        decision: 'expire' as const,
        by: 'clock',
        at: 1,
        reason: 'expired' as const,
        revision: shown.revision,
      };
      await stage.ports.cases.replace({
        ...item,
        version: item.version + 1,
        review: { ...item.review!, decided },
      });
      expect(told(await decide(people.vera, 'approve'))).toEqual({ status: 409, code: 'review-expired' });
    });

    const unwaivable = (Object.keys(reasonCodes) as ReasonCode[]).filter(
      (code) => !reasonCodes[code].waivable,
    );
    it.each(unwaivable)('not by an approval of %s', async (code) => {
      await hold({ reasons: ['medication-dosage', code] });
      await claim(people.vera);
      expect(await decide(people.vera, 'approve')).toMatchObject({
        status: 422,
        body: { code: 'not-waivable', codes: [code] },
      });
      expect((await decide(people.vera, 'reject')).status).toBe(200);
    });

    it('not by an approval of one’s own edit, but by somebody else’s', async () => {
      await hold({ editedBy: 'vera', reasons: ['edited-text'] });
      await claim(people.vera);
      expect(told(await decide(people.vera, 'approve'))).toEqual({ status: 403, code: 'own-edit' });
      await on(people.vera, 'releaseClaim');
      await claim(people.vito);
      expect((await decide(people.vito, 'approve')).status).toBe(200);
    });
  });

  describe('take edits', () => {
    it('of an answer: all that the model wrote gives way to the reviewer’s text', async () => {
      await hold({ reasons: ['tool-call'] });
      await claim(people.vera);
      await decide(people.vera, 'edit', { edit: { text: '[NAME_1_7K] should see a doctor. PIN: 4471' } });
      const [answered] = stage.answered;
      expect(answered).toMatchObject({ decision: 'edit' });
      expect(answered?.revision).not.toBe(shown.revision);
      const content = await contentOf(answered?.revision, AnswerContentSchema);
      expect(content).toMatchObject({ editedBy: 'vera', answer: { stopReason: 'end', toolCalls: [] } });
      expect(JSON.stringify(content)).not.toContain('4471');
    });

    it('of a prompt: to go round again', async () => {
      await hold({ side: 'prompt', reasons: ['residual-identifier'] });
      await claim(people.vera);
      const messages = [{ role: 'user', content: 'Summarise: [NAME_1_7K] coughs. CVV 739.' }];
      await decide(people.vera, 'edit', { edit: { messages } });
      const content = await contentOf(stage.answered[0]?.revision, EditedPromptSchema);
      expect(content).toMatchObject({ kind: 'edited-prompt', by: 'vera', documents: [] });
      expect(JSON.stringify(content)).not.toContain('739');
    });

    it('and notes, which are kept beside the decision', async () => {
      await hold();
      await claim(people.vera);
      await decide(people.vera, 'approve', { note: 'The dose is the one in the chart.' });
      const { decided } = await review();
      expect(await contentOf(decided?.note, NoteContentSchema)).toEqual({
        kind: 'note',
        by: 'vera',
        text: 'The dose is the one in the chart.',
      });
    });
  });

  it('are not edited or checked again for ever: the twentieth round is approved or rejected', async () => {
    await hold({ reasons: ['promise'] });
    for (let round = 1; round < 20; round += 1) {
      await claim(people.vera);
      expect((await decide(people.vera, 'retry')).status).toBe(200);
      await hold({ reasons: ['promise'] });
    }
    await claim(people.vera);
    for (const [decision, more] of [
      ['retry', {}],
      ['edit', { edit: { text: 'a' } }],
    ] as const)
      expect(told(await decide(people.vera, decision, more))).toEqual({
        status: 409,
        code: 'too-many-rounds',
      });
    expect(await row()).toMatchObject({ pastReviews: { length: 19 } });
    expect((await decide(people.vera, 'approve')).status).toBe(200);
  });

  describe('that need two approvals', () => {
    let original: Ports['policies']['byHash'];
    afterEach(() => {
      (stage.ports.policies as { byHash: typeof original }).byHash = original;
    });
    beforeEach(async () => {
      await hold();
      const { policies } = stage.ports;
      original = policies.byHash;
      (policies as { byHash: typeof original }).byHash = async (hash) => {
        const policy = await original(hash);
        return { ...policy, review: { ...policy.review, approvals: twoApprovals.review.approvals as never } };
      };
    });

    it('are decided by the second of two people', async () => {
      await claim(people.vera);
      const first = await decide(people.vera, 'approve', { reason: 'safe-as-shown' });
      expect(first.body).toMatchObject({ approvals: [{ by: 'vera' }] });
      expect(first.body).not.toHaveProperty('decided');
      expect(stage.answered).toEqual([]);
      await claim(people.vera);
      expect(told(await decide(people.vera, 'approve'))).toEqual({ status: 403, code: 'already-approved' });
      await on(people.vera, 'releaseClaim');
      await claim(people.vito);
      const second = await decide(people.vito, 'approve');
      expect(second.body).toMatchObject({ decided: { decision: 'approve', by: 'vito' } });
      expect((await review()).approvals).toMatchObject([
        { by: 'vera', reason: 'safe-as-shown' },
        { by: 'vito' },
      ]);
      expect(stage.answered).toHaveLength(1);
    });

    it('are rejected by one', async () => {
      await claim(people.vera);
      expect((await decide(people.vera, 'reject')).body).toMatchObject({ decided: { decision: 'reject' } });
    });
  });

  describe('reveal', () => {
    const reveal = (
      who: Principal,
      placeholder = 'NAME_1_7K',
      note = 'To compare with the chart.',
      reason = 'understand-text',
    ) => on(who, 'reveal', { placeholder, reason, note });

    it('one value to the claim holder, once that is on the record with its reason', async () => {
      await hold();
      await claim(people.vera);
      const reply = await reveal(people.vera);
      expect(reply).toMatchObject({
        status: 200,
        body: { value: 'Anna Kowalska', type: 'NAME', left: 19, hideAt: '2026-06-01T12:00:30.000Z' },
      });
      const [entry] = (await review()).reveals;
      expect(entry).toMatchObject({ by: 'vera', placeholder: 'NAME_1_7K', reason: 'understand-text' });
      expect(await contentOf(entry?.note, NoteContentSchema)).toMatchObject({
        text: 'To compare with the chart.',
      });
      expect(stage.events.at(-1)).toMatchObject({ kind: 'revealed' });
      expect(JSON.stringify(await row())).not.toContain('Kowalska');
    });

    it.each<[string, Principal, string, string, number, string]>([
      ['to somebody without the claim', people.vito, 'NAME_1_7K', 'a', 409, 'claimed'],
      ['to the requester', people.rosaReviewing, 'NAME_1_7K', 'a', 403, 'own-request'],
      ['to another tenant', people.viktor, 'NAME_1_7K', 'a', 404, 'not-found'],
      ['what does not stand in the text', people.vera, 'NAME_2_9Q', 'a', 404, 'not-found'],
      ['what was never issued', people.vera, 'NAME_9_9Z', 'a', 404, 'not-found'],
      ['what is no placeholder', people.vera, 'Anna', 'a', 400, 'invalid-request'],
      ['without a word about it', people.vera, 'NAME_1_7K', '', 400, 'invalid-request'],
      [
        'for a reason that names somebody',
        people.vera,
        'NAME_1_7K',
        'Write to a@example.org',
        422,
        'identifier-in-note',
      ],
    ])('nothing %s', async (_what, who, placeholder, note, status, code) => {
      await hold();
      await claim(people.vera);
      expect(told(await reveal(who, placeholder, note))).toEqual({ status, code });
      expect((await review()).reveals).toEqual([]);
    });

    it('nothing for a reason that is no code', async () => {
      await hold();
      await claim(people.vera);
      expect(told(await reveal(people.vera, 'NAME_1_7K', 'a', 'curious')).code).toBe('invalid-request');
    });

    it('no more than the policy’s budget, however many ask at once', async () => {
      await hold();
      await claim(people.vera);
      const all = [];
      // Six at a time, so that the budget of twenty ends in the middle of a race.
      for (let round = 0; round < 5; round += 1)
        all.push(...(await Promise.all(Array.from({ length: 6 }, () => reveal(people.vera)))));
      expect(all.filter((reply) => reply.status === 200)).toHaveLength(20);
      expect((await review()).reveals).toHaveLength(20);
      expect(told(await reveal(people.vera))).toEqual({ status: 403, code: 'reveal-budget' });
      expect(stage.events.filter((event) => event.kind === 'revealed')).toHaveLength(20);
      expect(stage.events.at(-1)).toMatchObject({ caseId, kind: 'alert', code: 'reveal-budget' });
    });
  });
});
