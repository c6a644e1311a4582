// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Reply } from '../../lambdas/api/operation.ts';
import { changeCase } from '../../lambdas/change.ts';
import { getContent } from '../../lambdas/contents.ts';
import type { Outcome } from '../../lambdas/records/case.ts';
import { RequestContentSchema } from '../../lambdas/records/content.ts';
import { codeOf, openStage, people, type Said, type Stage } from './stage.ts';

const question = { role: 'user', content: 'Summarise: Anna Kowalska has a cough.' };

describe('chat completions', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(() => stage.begin());
  afterAll(() => stage.close());

  const chat = (overrides: Record<string, unknown> = {}, said: Said = {}) =>
    stage.as(people.rosa, 'chatCompletions', {
      body: { model: 'healthcare', messages: [question], ...overrides },
      ...said,
    });
  /** Starts a completion and, once its case is accepted, has `then` happen to the case. */
  const meanwhile = async (
    then: (caseId: string) => Promise<unknown>,
    overrides: Record<string, unknown> = {},
  ) => {
    const waiting = chat(overrides);
    while (stage.started.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const { caseId } = stage.started[0]!;
    await then(caseId);
    return { caseId, reply: await waiting };
  };
  const end = (outcome: Outcome) => (caseId: string) =>
    changeCase(stage.ports, { tenantId: 'clinic', caseId }, (row) => ({
      ...row,
      status: 'closed',
      outcome,
      closedAt: stage.now.value,
      promptVerdict: { verdict: 'block', reasons: ['instruction-override'] },
    }));
  const eventsOf = async (reply: Reply): Promise<string[]> => {
    const all: string[] = [];
    for await (const event of reply.events ?? []) all.push(event);
    return all;
  };
  const dataOf = (events: readonly string[]) =>
    events
      .filter((event) => event.startsWith('data: {'))
      .map((event) => JSON.parse(event.slice('data: '.length)) as Record<string, unknown>);

  it('answer with what was released', async () => {
    const { caseId, reply } = await meanwhile((id) => stage.release(id, 'Anna Kowalska should rest.'));
    expect(reply).toMatchObject({
      status: 200,
      headers: { 'x-airlock-case': caseId },
      body: {
        object: 'chat.completion',
        model: 'healthcare',
        choices: [
          {
            message: { role: 'assistant', content: 'Anna Kowalska should rest.' },
            finish_reason: 'stop',
          },
        ],
        airlock: { caseId, outcome: 'released', reasons: [] },
      },
    });
  });

  it('say at once that a case is held, and which', async () => {
    const { caseId, reply } = await meanwhile((id) => stage.hold(id));
    const [choice] = (reply.body as { choices: { message: { content: string } }[] }).choices;
    expect(choice).toMatchObject({ finish_reason: 'content_filter' });
    expect(choice?.message.content).toContain(caseId);
    expect(reply.body).toMatchObject({ airlock: { status: 'held', reasons: ['medication-dosage'] } });
  });

  it('say that a case is under way when the wait is over', async () => {
    const reply = await meanwhile(async () => {
      // The stage's clock stands still: the wait is over when it says so.
      stage.now.value += 2000;
    });
    expect(reply.reply.body).toMatchObject({
      choices: [{ finish_reason: 'content_filter' }],
      airlock: { status: 'accepted' },
    });
  });

  it.each<[Outcome, number, string]>([
    ['blocked', 400, 'blocked'],
    ['rejected', 400, 'rejected'],
    ['expired', 400, 'not-reviewed'],
    ['failed', 502, 'failed'],
  ])('that end %s are an error of OpenAI’s shape, not to be tried again', async (outcome, status, code) => {
    const { caseId, reply } = await meanwhile(end(outcome));
    expect(reply).toMatchObject({
      status,
      headers: { 'x-airlock-case': caseId, 'x-should-retry': 'false' },
      body: { error: { code, caseId } },
    });
    expect((reply.body as { error: { message: string } }).error.message).toContain(caseId);
  });

  it('say why a case failed, and what to do', async () => {
    const { reply } = await meanwhile((caseId) =>
      changeCase(stage.ports, { tenantId: 'clinic', caseId }, (row) => ({
        ...row,
        status: 'closed',
        outcome: 'failed',
        closing: { outcome: 'failed', at: stage.now.value, error: 'BudgetExceeded' },
      })),
    );
    const { error } = reply.body as { error: { message: string } };
    expect(error).toMatchObject({ code: 'failed', failure: 'BudgetExceeded' });
    expect(error.message).toContain(
      'The budget of your organisation for today is used up. Send it again after',
    );
  });

  it('join text parts, and take back an answer as it was given', async () => {
    await meanwhile((id) => stage.release(id, 'x'), {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'One.' },
            { type: 'text', text: 'Two.' },
          ],
        },
        { role: 'assistant', content: 'Three.', refusal: null, annotations: [] },
        { role: 'user', content: 'Four.' },
      ],
      temperature: 0.2,
      max_tokens: 100,
    });
    const { caseId, revision } = stage.started[0]!;
    const kept = await getContent(
      stage.ports,
      { tenantId: 'clinic', scope: caseId, revision },
      RequestContentSchema,
    );
    expect(kept.messages.map((message) => message.content)).toEqual(['One.\nTwo.', 'Three.', 'Four.']);
  });

  it('continue a conversation that a header names, and name it', async () => {
    const { reply } = await meanwhile((id) => stage.release(id, 'x'));
    const conversation = reply.headers?.['x-airlock-conversation'] ?? '';
    const second = chat({}, { headers: { 'x-airlock-conversation': conversation } });
    while (stage.started.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await stage.hold(stage.started[1]!.caseId);
    expect((await second).headers).toMatchObject({ 'x-airlock-conversation': conversation });
  });

  describe('as a stream', () => {
    it('keep alive with comments, and give the answer in one go', async () => {
      const reply = await chat({ stream: true, stream_options: { include_usage: true } });
      expect(reply).toMatchObject({ status: 200, headers: { 'x-airlock-case': stage.started[0]!.caseId } });
      const events: string[] = [];
      for await (const event of reply.events ?? []) {
        events.push(event);
        // Released once it has been kept alive, however long that takes here.
        if (events.length === 3) await stage.release(stage.started[0]!.caseId, 'Anna Kowalska should rest.');
      }
      expect(events.slice(0, 3)).toEqual([': accepted\n\n', ': waiting\n\n', ': waiting\n\n']);
      expect(events.at(-1)).toBe('data: [DONE]\n\n');
      const chunks = dataOf(events);
      expect(chunks).toMatchObject([
        { choices: [{ delta: { role: 'assistant' }, finish_reason: null }] },
        { choices: [{ delta: { content: 'Anna Kowalska should rest.' }, finish_reason: null }] },
        { choices: [{ delta: {}, finish_reason: 'stop' }], airlock: { outcome: 'released' } },
        { choices: [], usage: { total_tokens: 0 } },
      ]);
      // Nothing of the answer before the case was released.
      const firstData = events.findIndex((event) => event.startsWith('data: '));
      expect(events.slice(0, firstData).join('')).not.toContain('Anna');
    });

    it('end a held one with content_filter', async () => {
      const reply = await chat({ stream: true });
      await stage.hold(stage.started[0]!.caseId);
      const chunks = dataOf(await eventsOf(reply));
      expect(chunks.at(-1)).toMatchObject({
        choices: [{ finish_reason: 'content_filter' }],
        airlock: { status: 'held' },
      });
    });

    it('tell an error as an event, because the status has been sent', async () => {
      const reply = await chat({ stream: true });
      await end('blocked')(stage.started[0]!.caseId);
      const events = await eventsOf(reply);
      expect(dataOf(events)).toMatchObject([{ error: { code: 'blocked' } }]);
      expect(events.at(-1)).toBe('data: [DONE]\n\n');
    });

    it('refuse bad input with a status, not a stream', async () => {
      const reply = await chat({ stream: true, messages: [] });
      expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status: 400, code: 'invalid-request' });
      expect(reply.events).toBeUndefined();
    });
  });

  it('offer the policies of the tenant as models', async () => {
    const reply = await stage.as(people.rosa, 'listModels');
    expect(reply.body).toMatchObject({ object: 'list', data: [{ id: 'finance' }, { id: 'healthcare' }] });
  });
});
