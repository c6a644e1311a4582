// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '../../lambdas/records/principal.ts';
import { openReview } from '../../lambdas/steps/open-review.ts';
import { codeOf, openStage, people, type Stage } from './stage.ts';

describe('a draft', () => {
  let stage: Stage;
  let caseId: string;
  let shown: { revision: string; digest: string };
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    stage.begin();
    caseId = await stage.submit();
    shown = await stage.hold(caseId);
  });
  afterAll(() => stage.close());

  const on = (who: Principal, id: string, body?: unknown) =>
    stage.as(who, id, { params: { caseId }, ...(body === undefined ? {} : { body }) });
  const keep = (who: Principal, more: Record<string, unknown> = {}) =>
    on(who, 'keepDraft', { revision: shown.revision, edit: { text: 'Half a sent' }, ...more });
  const read = async (who: Principal) => (await on(who, 'readDraft')).body;
  const drafts = async () => (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!.review!.drafts;
  const inVault = async ({ scope, revision }: { scope: string; revision: string }) =>
    stage.ports.vault
      .get({ tenantId: 'clinic', scope, revision })
      .catch((thrown: unknown) => (thrown as Error).name);

  it('comes back as it was kept, with everything that was begun', async () => {
    const edit = { text: '' };
    const whole = { decision: 'edit', reason: 'content-corrected', note: 'Because', edit };
    expect((await keep(people.vera, whole)).status).toBe(204);
    expect(await read(people.vera)).toEqual({
      revision: shown.revision,
      at: '2026-06-01T12:00:00.000Z',
      ...whole,
    });
  });

  it('may be of a prompt, with texts that are still empty', async () => {
    caseId = await stage.submit();
    shown = await stage.hold(caseId, { side: 'prompt', reasons: ['rare-combination'] });
    const edit = {
      messages: [{ role: 'user', content: '' }],
      documents: [{ title: '', content: 'A note.' }],
    };
    expect((await keep(people.vera, { edit })).status).toBe(204);
    expect(await read(people.vera)).toMatchObject({ edit });
  });

  it('is one a reviewer: the newest, and the one before it is gone from the vault', async () => {
    await keep(people.vera);
    const [first] = await drafts();
    await keep(people.vera, { edit: { text: 'Half a sentence' } });
    const all = await drafts();
    expect(all).toHaveLength(1);
    expect(await inVault(first!)).toBe('NotFound');
    expect(await inVault(all[0]!)).toContain('Half a sentence');
    expect(await read(people.vera)).toMatchObject({ edit: { text: 'Half a sentence' } });
  });

  it('is its writer’s own: nobody else reads it, not even a senior', async () => {
    await keep(people.vera);
    await keep(people.vito, { edit: { text: 'Vito’s' } });
    expect(await read(people.vera)).toMatchObject({ edit: { text: 'Half a sent' } });
    expect(await read(people.vito)).toMatchObject({ edit: { text: 'Vito’s' } });
    expect(codeOf(await on(people.sofia, 'readDraft'))).toBe('not-found');
  });

  it('is not another’s, nor another revision’s, wherever the row points', async () => {
    await keep(people.vera);
    await keep(people.vito);
    const item = (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!;
    const [veras, vitos] = item.review!.drafts;
    const point = async (version: number, review: object) =>
      stage.ports.cases.replace({ ...item, version, review: { ...item.review!, ...review } });
    await point(item.version + 1, { drafts: [{ ...vitos!, by: 'vera' }] });
    expect(codeOf(await on(people.vera, 'readDraft'))).toBe('not-found');
    await point(item.version + 2, { drafts: [veras!], revision: 'B'.repeat(22) });
    expect(codeOf(await on(people.vera, 'readDraft'))).toBe('not-found');
    await point(item.version + 3, { drafts: [veras!] });
    expect(await read(people.vera)).toMatchObject({ edit: { text: 'Half a sent' } });
  });

  it('survives a claim that runs out, and a new sign-in', async () => {
    await on(people.vera, 'claimReview');
    stage.now.value += 900_000;
    expect((await keep({ ...people.vera, client: 'another-session' })).status).toBe(204);
    expect(await read(people.vera)).toMatchObject({ edit: { text: 'Half a sent' } });
    await on(people.vito, 'claimReview');
    // Somebody else works on it now: what was kept stays, nothing new is kept.
    expect(codeOf(await keep(people.vera))).toBe('claimed');
    expect(await read(people.vera)).toMatchObject({ edit: { text: 'Half a sent' } });
  });

  it.each([
    ['decided', { decision: 'reject', reason: 'other' }],
    ['edited', { decision: 'edit', reason: 'other', edit: { text: 'A whole sentence.' } }],
  ])('goes when the review is %s', async (_how, decision) => {
    await keep(people.vera);
    await keep(people.vito);
    const before = await drafts();
    await on(people.vera, 'claimReview');
    expect((await on(people.vera, 'decideReview', { ...shown, ...decision })).status).toBe(200);
    for (const draft of before) expect(await inVault(draft)).toBe('NotFound');
    expect(codeOf(await on(people.vera, 'readDraft'))).toBe('not-found');
    expect(codeOf(await keep(people.vera))).toBe('already-decided');
  });

  it('goes with the review’s time at the latest', async () => {
    await keep(people.vera);
    const [draft] = await drafts();
    stage.now.value += 86_400_000;
    await stage.ports.vault.sweep();
    expect(await inVault(draft!)).toBe('NotFound');
    expect(codeOf(await on(people.vera, 'readDraft'))).toBe('not-found');
    expect(codeOf(await keep(people.vera))).toBe('review-expired');
  });

  it('is forgotten when its writer says so, however often', async () => {
    await keep(people.vera);
    const [draft] = await drafts();
    expect((await on(people.vera, 'forgetDraft')).status).toBe(204);
    expect((await on(people.vera, 'forgetDraft')).status).toBe(204);
    expect(await inVault(draft!)).toBe('NotFound');
    expect(await drafts()).toEqual([]);
  });

  it('is of one revision: not of the next', async () => {
    await keep(people.vera);
    await on(people.vera, 'claimReview');
    await on(people.vera, 'decideReview', { ...shown, decision: 'retry', reason: 'checks-again' });
    const next = await stage.hold(caseId);
    expect(codeOf(await on(people.vera, 'readDraft'))).toBe('not-found');
    expect(codeOf(await keep(people.vera))).toBe('revision-changed');
    shown = next;
    expect((await keep(people.vera)).status).toBe(204);
  });

  it('holds nothing that may never be stored', async () => {
    await keep(people.vera, {
      edit: { text: 'The PIN: 4471 of the card' },
      note: 'CVV 739 was in the letter',
    });
    const [draft] = await drafts();
    expect(await inVault(draft!)).not.toMatch(/4471|739/);
    expect(JSON.stringify(await read(people.vera))).not.toMatch(/4471|739/);
  });

  it('is nowhere but in the vault, and encrypted there', async () => {
    await keep(people.vera, { edit: { text: 'Ask Otilie Zwetkow again' } });
    const row = JSON.stringify(await stage.ports.cases.get({ tenantId: 'clinic', caseId }));
    expect(row).not.toContain('Zwetkow');
    expect(JSON.stringify(stage.events)).not.toContain('Zwetkow');
  });

  it('is kept for so many reviewers and no more', async () => {
    const writer = (index: number): Principal => ({ ...people.vera, subject: `writer-${index}` });
    for (let index = 0; index < 32; index += 1) expect((await keep(writer(index))).status).toBe(204);
    expect(codeOf(await keep(writer(32)))).toBe('throttled');
    expect((await keep(writer(0))).status).toBe(204);
    expect(await drafts()).toHaveLength(32);
  });

  it('is not lost when the clock reminds meanwhile, nor does it lose the reminder', async () => {
    const remind = openReview(stage.ports)({
      tenantId: 'clinic',
      caseId,
      side: 'answer',
      stage: 1,
      revision: shown.revision,
      token: 'second',
    });
    await Promise.all([keep(people.vera), remind, keep(people.vito)]);
    const { review } = (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!;
    expect(review).toMatchObject({ stage: 1 });
    expect(review!.drafts.map((draft) => draft.by).sort()).toEqual(['vera', 'vito']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a decision nobody knows', { decision: 'release' }],
    ['a note that is too long', { note: 'a'.repeat(4001) }],
    ['a text with NUL', { edit: { text: 'a\u0000b' } }],
    ['half a character', { note: '\ud800' }],
    ['texts that are too long', { edit: { text: 'a'.repeat(200_001) } }],
    ['a field nobody knows', { autosave: true }],
  ])('is not kept with %s', async (_what, more) => {
    const reply = await keep(people.vera, more);
    expect(reply.status).toBe(400);
    expect(await drafts()).toEqual([]);
  });
});
