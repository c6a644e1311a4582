// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conversationScope, getContent, putContent } from '../../lambdas/contents.ts';
import { FeedbackContentSchema } from '../../lambdas/records/content.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { codeOf, type Held, openStage, people, type Stage } from './stage.ts';

describe('feedback about the detection', () => {
  let stage: Stage;
  let caseId: string;
  let shown: { revision: string; digest: string };
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(() => stage.begin());
  afterAll(() => stage.close());

  const begin = async (held: Held = {}) => {
    caseId = await stage.submit();
    shown = await stage.hold(caseId, held);
    await on(people.vera, 'claimReview');
  };
  const on = (who: Principal, id: string, body?: unknown) =>
    stage.as(who, id, { params: { caseId }, ...(body === undefined ? {} : { body }) });
  const say = (more: Record<string, unknown> = {}, who: Principal = people.vera) =>
    on(who, 'giveFeedback', {
      revision: shown.revision,
      says: 'wrong',
      slot: 0,
      start: 0,
      end: 11,
      type: 'NAME',
      ...more,
    });
  const decide = (decision: string, who: Principal = people.vera) =>
    on(who, 'decideReview', { ...shown, decision, reason: 'other' });
  const row = async () => (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!;
  const prompt: Held = { side: 'prompt', reasons: ['rare-combination'] };

  it('is kept with the case: what, by whom, when, and who had found it', async () => {
    await begin(prompt);
    expect((await say({ note: 'That is a street, not a person.' })).status).toBe(204);
    const [entry] = (await row()).review!.feedback;
    expect(entry).toMatchObject({ by: 'vera', kind: 'wrong', at: stage.now.value });
    const ref = { tenantId: 'clinic', scope: caseId, revision: entry!.content };
    expect(await getContent(stage.ports, ref, FeedbackContentSchema)).toEqual({
      kind: 'feedback',
      by: 'vera',
      says: 'wrong',
      of: shown.revision,
      slot: 0,
      start: 0,
      end: 11,
      type: 'NAME',
      because: { detector: 'tagger', pattern: 'name' },
      note: 'That is a street, not a person.',
    });
    expect(JSON.stringify(await row())).not.toContain('street');
    const { timeline } = (await on(people.vera, 'readReview')).body as { timeline: object[] };
    expect(timeline).toContainEqual(
      expect.objectContaining({ kind: 'feedback', by: 'vera', feedback: 'wrong' }),
    );
  });

  it('that a finding is wrong does not stand against an approval', async () => {
    await begin(prompt);
    await say();
    expect((await decide('approve')).status).toBe(200);
  });

  it('that one is missing does, whoever approves, but not against an edit', async () => {
    await begin(prompt);
    expect((await say({ says: 'missing', start: 20, end: 25 })).status).toBe(204);
    expect(codeOf(await decide('approve'))).toBe('identifier-missed');
    await on(people.vera, 'releaseClaim');
    await on(people.vito, 'claimReview');
    expect(codeOf(await decide('approve', people.vito))).toBe('identifier-missed');
    expect((await decide('retry', people.vito)).status).toBe(200);
    // The next round shows another revision: nobody has said anything about that one.
    shown = await stage.hold(caseId, prompt);
    await on(people.vito, 'claimReview');
    expect((await decide('approve', people.vito)).status).toBe(200);
  });

  it.each<[string, Held, Record<string, unknown>]>([
    ['a finding of another place', prompt, { start: 1 }],
    ['a finding of another type', prompt, { type: 'PLACE' }],
    ['a text that is not there', prompt, { slot: 9 }],
    ['what lies beyond the text', prompt, { says: 'missing', start: 0, end: 10_000 }],
    [
      'something missing in a text that is masked',
      { ...prompt, complete: false, reasons: ['detector-unavailable'] },
      { says: 'missing', start: 0, end: 3 },
    ],
  ])('is not taken for %s', async (_what, held, more) => {
    await begin(held);
    expect(codeOf(await say(more))).toBe('not-a-finding');
    expect((await row()).review!.feedback).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, number, string]>([
    ['of another revision', { revision: 'A'.repeat(22) }, 409, 'revision-changed'],
    ['that ends before it begins', { start: 11, end: 11 }, 400, 'invalid-request'],
    ['of a kind nobody knows', { says: 'maybe' }, 400, 'invalid-request'],
    ['of a type nobody knows', { type: 'SHOE_SIZE' }, 400, 'invalid-request'],
    ['with a note that names somebody', { note: 'Ask a@example.org' }, 422, 'identifier-in-note'],
    ['with a note that repeats a value', { note: 'It is Kowalska again' }, 422, 'identifier-in-note'],
  ])('is refused %s', async (_what, more, status, code) => {
    await begin(prompt);
    // The conversation's map is what a note is compared with.
    const item = await row();
    const conversation = (await stage.ports.cases.conversation(item))!;
    const { identities } = JSON.parse(
      await stage.ports.vault.get({ tenantId: 'clinic', scope: caseId, revision: shown.revision }),
    ) as { identities: string };
    await stage.ports.cases.replaceConversation({
      ...conversation,
      identities,
      version: conversation.version + 1,
    });
    const reply = await say(more);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(JSON.stringify(reply)).not.toMatch(/kowalska|example\.org/i);
    expect((await row()).review!.feedback).toEqual([]);
  });

  it('is compared with what was taken out of the conversation, which no detector may know', async () => {
    await begin(prompt);
    const item = await row();
    const conversation = (await stage.ports.cases.conversation(item))!;
    const note = 'The number 90417 is wrong.';
    expect((await say({ note })).status).toBe(204);
    const map = {
      secret: 'A'.repeat(43),
      identities: [{ placeholder: 'MEMBER_1_7K', type: 'MEMBER', value: '90417', forms: [] }],
    };
    const identities = await putContent(stage.ports, conversationScope(item), map, item.vaultUntil);
    await stage.ports.cases.replaceConversation({
      ...conversation,
      identities,
      version: conversation.version + 1,
    });
    const refused = [
      say({ note }),
      on(people.vera, 'reveal', { placeholder: 'NAME_1_7K', reason: 'other', note }),
      on(people.vera, 'decideReview', { ...shown, decision: 'reject', reason: 'other', note }),
    ];
    expect((await Promise.all(refused)).map(codeOf)).toEqual(refused.map(() => 'identifier-in-note'));
    expect((await say({ note: 'Nothing of the kind.' })).status).toBe(204);
  });

  it('is bounded', async () => {
    await begin(prompt);
    const item = await row();
    const entry = { by: 'vera', at: 1, kind: 'wrong' as const, content: 'A'.repeat(22) };
    await stage.ports.cases.replace({
      ...item,
      version: item.version + 1,
      review: { ...item.review!, feedback: Array.from({ length: 64 }, () => entry) },
    });
    expect(codeOf(await say())).toBe('throttled');
  });
});
