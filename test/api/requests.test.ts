// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getContent } from '../../lambdas/contents.ts';
import { Failure } from '../../lambdas/failures.ts';
import type { CaseSummary } from '../../lambdas/api/case-view.ts';
import type { Keys, Ports } from '../../lambdas/ports.ts';
import type { CaseRef } from '../../lambdas/records/case.ts';
import { RequestContentSchema } from '../../lambdas/records/content.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { filesOf } from './files-of.ts';
import { codeOf, openStage, people, request, type Said, type Stage } from './stage.ts';

describe('requests', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());
  const ref = (caseId: string) => ({ tenantId: 'clinic', caseId });
  const caseOf = async (caseId: string) => (await stage.ports.cases.get(ref(caseId)))!;
  const read = (who: Principal, caseId: string, headers = {}) =>
    stage.as(who, 'readRequest', { params: { caseId }, headers });

  it('are accepted under an id that says nothing, and start the workflow with ids and seconds only', async () => {
    const reply = await stage.as(people.rosa, 'createRequest', { body: request() });
    expect(reply.status).toBe(202);
    const { caseId, links } = reply.body as { caseId: string; links: { self: string } };
    const item = await caseOf(caseId);
    expect(reply.body).toMatchObject({ status: 'accepted', policy: { id: 'healthcare' }, reasons: [] });
    expect(reply.headers).toMatchObject({ location: links.self });
    expect(stage.started).toEqual([
      { tenantId: 'clinic', caseId, revision: item.request, review: [3600, 10_800, 72_000, 60] },
    ]);
  });

  it('leave no word of themselves outside the vault, and what may never be stored not even there', async () => {
    const content = 'Bartholomew Quill pays with CVV 739, password: Hunter2-Quill.';
    const caseId = await stage.submit(people.rosa, {
      messages: [{ role: 'user', content }],
      documents: [{ title: 'Quill file', content: 'His online PIN is 4471 and he is Bartholomew Quill.' }],
      user: 'quill-end-user',
    });
    for (const { path, text } of filesOf(stage.folder))
      for (const canary of ['Quill', 'quill-end-user', 'Hunter2', '4471', 'rosa'])
        expect({ path, canary, found: text.includes(canary) }).toEqual({ path, canary, found: false });
    const item = await caseOf(caseId);
    const kept = await getContent(
      stage.ports,
      { tenantId: 'clinic', scope: caseId, revision: item.request },
      RequestContentSchema,
    );
    expect(kept.dropped).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(kept)).not.toMatch(/739|Hunter2|4471/);
    expect(JSON.stringify(kept)).toContain('Bartholomew Quill');
  });

  it('are accepted though the workflow cannot be started: the sweep will', async () => {
    for (const error of [new Failure('Unavailable'), new Failure('StorageUnavailable'), new TypeError('x')]) {
      stage.workflow.start = async () => {
        throw error;
      };
      const reply = await stage.as(people.rosa, 'createRequest', { body: request() });
      expect(reply).toMatchObject({ status: 202, body: { status: 'accepted' } });
    }
  });

  describe('when a store cannot be written', () => {
    const full = async () => {
      throw new Failure('StorageUnavailable');
    };
    it.each<[string, (ports: Ports) => Ports]>([
      ['keys', (ports) => ({ ...ports, keys: { ...ports.keys, create: full } })],
      ['vault', (ports) => ({ ...ports, vault: { ...ports.vault, put: full } })],
      ['cases', (ports) => ({ ...ports, cases: { ...ports.cases, accept: full } })],
    ])('(%s) are refused with 503 and Retry-After, and nothing is started', async (_store, broken) => {
      const reply = await stage.as(people.rosa, 'createRequest', { body: request() }, broken(stage.ports));
      expect({ status: reply.status, code: codeOf(reply) }).toEqual({
        status: 503,
        code: 'storage-unavailable',
      });
      expect(reply.headers).toHaveProperty('retry-after');
      expect(stage.started).toEqual([]);
      expect((await stage.ports.cases.stale({ before: Infinity, limit: 1 })).items).toEqual([]);
    });
  });

  describe('with an Idempotency-Key', () => {
    const headers = { 'idempotency-key': 'visit-1' };
    const post = (who: Principal, overrides = {}) =>
      stage.as(who, 'createRequest', { body: request(overrides), headers });

    it('are one case, however often they come', async () => {
      const first = await stage.submit(people.rosa, {}, headers);
      expect(await stage.submit(people.rosa, {}, headers)).toBe(first);
      expect(stage.started).toHaveLength(1);
    });

    it('are recognised when they come again, before anything that would refuse a new one', async () => {
      const { conversationId: conversation } = await caseOf(await stage.submit());
      const first = await stage.submit(people.rosa, { conversation }, headers);
      const never = async () => {
        throw new Error('not to be asked');
      };
      const ports: Ports = {
        ...stage.ports,
        cases: { ...stage.ports.cases, spent: async () => Infinity, conversation: never },
        intake: { charactersPerSecond: 1, take: never, giveBack: never },
        policies: { ...stage.ports.policies, current: () => undefined },
      };
      const again = { body: request({ conversation }), headers };
      expect(await stage.as(people.rosa, 'createRequest', again, ports)).toMatchObject({
        status: 202,
        body: { caseId: first },
      });
      const other = { ...again, headers: { 'idempotency-key': 'visit-2' } };
      expect(codeOf(await stage.as(people.rosa, 'createRequest', other, ports))).toBe('unknown-policy');
    });

    it('are one case when a hundred come at once, and nothing of the others is left in the vault', async () => {
      const all = await Promise.all(
        Array.from({ length: 100 }, () => stage.submit(people.rosa, {}, headers)),
      );
      expect(new Set(all).size).toBe(1);
      expect(stage.started).toHaveLength(1);
      expect((await stage.ports.cases.stale({ before: Infinity, limit: 10 })).items).toHaveLength(1);
      const vault = new DatabaseSync(join(stage.folder, 'cases.sqlite'), { readOnly: true });
      expect(vault.prepare('SELECT count(*) AS count FROM objects').get()).toEqual({ count: 1 });
      vault.close();
    });

    it('leave one key when they come at once: those that lost leave none', async () => {
      const made: CaseRef[] = [];
      const keys: Keys = {
        ...stage.ports.keys,
        create: async (ref) => {
          made.push(ref);
          await stage.ports.keys.create(ref);
        },
      };
      const ports = { ...stage.ports, keys };
      const ask = () => stage.as(people.rosa, 'createRequest', { body: request(), headers }, ports);
      await Promise.all(Array.from({ length: 8 }, ask));
      const known = await Promise.all(
        made.map((ref) =>
          stage.ports.keys.caseKey(ref).then(
            () => 'there',
            (thrown: unknown) => (thrown as Error).name,
          ),
        ),
      );
      expect(known.length).toBeGreaterThan(1);
      expect(known.filter((each) => each === 'there')).toHaveLength(1);
      expect(new Set(known)).toEqual(new Set(['there', 'NotFound']));
    });

    it('are the same in whatever order their fields are written', async () => {
      const first = await stage.submit(people.rosa, { documents: [] }, headers);
      const { policy, messages } = request();
      const reply = await stage.as(people.rosa, 'createRequest', { body: { messages, policy }, headers });
      expect(reply.body).toMatchObject({ caseId: first });
    });

    it('are refused with another body, and tell nothing about the first', async () => {
      const first = await stage.submit(people.rosa, {}, headers);
      const reply = await post(people.rosa, { messages: [{ role: 'user', content: 'Something else.' }] });
      expect({ status: reply.status, code: codeOf(reply) }).toEqual({
        status: 409,
        code: 'idempotency-conflict',
      });
      expect(JSON.stringify(reply)).not.toContain(first);
    });

    it.each<[string, Principal, Record<string, unknown>]>([
      ['another subject', people.ruth, {}],
      ['another client', people.rosaElsewhere, {}],
      ['another tenant', people.rosaOfTheBank, {}],
      ['another end user', people.rosa, { user: 'somebody' }],
    ])('of %s are other cases', async (_who, principal, overrides) => {
      const first = await stage.submit(people.rosa, {}, headers);
      const reply = await post(principal, overrides);
      expect(reply.status).toBe(202);
      expect((reply.body as { caseId: string }).caseId).not.toBe(first);
    });

    it('do not meet a key of an erased case', async () => {
      const caseId = await stage.submit(people.rosa, {}, headers);
      await stage.ports.keys.erase(ref(caseId));
      expect(codeOf(await post(people.rosa))).toBe('expired');
    });
  });

  describe('belong to their owner', () => {
    it('who reads them', async () => {
      const caseId = await stage.submit();
      expect(await read(people.rosa, caseId)).toMatchObject({ status: 200, body: { caseId } });
    });

    it('and an end user’s to that end user, whom a header names', async () => {
      const caseId = await stage.submit(people.rosa, { user: 'Zoë 100%' });
      const header = (user: string) => ({ 'x-airlock-user': encodeURIComponent(user) });
      expect((await read(people.rosa, caseId, header('Zoë 100%'))).status).toBe(200);
      expect((await read(people.rosa, caseId, header('Zoe'))).status).toBe(404);
      expect((await read(people.rosa, caseId)).status).toBe(404);
      expect(codeOf(await read(people.rosa, caseId, { 'x-airlock-user': '%E0%A4%A' }))).toBe(
        'invalid-request',
      );
    });

    it('to everybody else they are not there, in the same words as what never was', async () => {
      const caseId = await stage.submit();
      const never = await read(people.rosa, '018f0000-0000-7000-8000-000000000000');
      expect(never.status).toBe(404);
      for (const who of [people.ruth, people.rosaElsewhere, people.rosaOfTheBank])
        expect(await read(who, caseId)).toEqual(never);
      expect(await read(people.rosa, 'not-an-id')).toEqual(never);
    });

    it('and so do their conversations', async () => {
      const caseId = await stage.submit();
      const { conversationId: conversation } = await caseOf(caseId);
      const second = await stage.submit(people.rosa, { conversation });
      expect((await caseOf(second)).conversationId).toBe(conversation);
      for (const who of [people.ruth, people.rosaElsewhere, people.rosaOfTheBank]) {
        const reply = await stage.as(who, 'createRequest', { body: request({ conversation }) });
        expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status: 404, code: 'not-found' });
      }
    });

    it('but a conversation whose identities will be gone is not continued', async () => {
      const { conversationId: conversation } = await caseOf(await stage.submit());
      stage.now.value += 6.5 * 86_400_000;
      const reply = await stage.as(people.rosa, 'createRequest', { body: request({ conversation }) });
      expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status: 410, code: 'expired' });
    });
  });

  describe('once released', () => {
    it('give exactly what was released, and no reasons', async () => {
      const caseId = await stage.submit();
      await stage.release(caseId, 'Anna Kowalska should see a doctor.');
      const reply = await read(people.rosa, caseId);
      expect(reply.body).toMatchObject({
        status: 'closed',
        outcome: 'released',
        reasons: [],
        answer: { role: 'assistant', content: 'Anna Kowalska should see a doctor.' },
      });
    });

    it.each(['purged', 'over its time'])('say 410 when the vault is %s', async (how) => {
      const caseId = await stage.submit();
      await stage.release(caseId, 'Anna Kowalska should see a doctor.');
      if (how === 'purged') await stage.ports.vault.purge({ tenantId: 'clinic', scope: caseId });
      else stage.now.value += 7 * 86_400_000;
      const reply = await read(people.rosa, caseId);
      expect(reply).toMatchObject({ status: 410, body: { code: 'expired', caseId, outcome: 'released' } });
    });

    it('wake those who wait', async () => {
      const caseId = await stage.submit();
      const waiting = read(people.rosa, caseId, { prefer: 'wait=60' });
      await stage.release(caseId, 'Done.');
      expect((await waiting).body).toMatchObject({ answer: { content: 'Done.' } });
    });
  });

  describe('when the day’s budget of tokens is used up', () => {
    const { tokensPerDay, models } = healthcare;
    const spend = (tokens: number) =>
      stage.ports.cases.spend({ tenantId: 'clinic', day: '2026-06-01', tokens, limit: tokensPerDay });
    const post = () => stage.as(people.rosa, 'createRequest', { body: request() });

    it('are refused until midnight UTC, with nothing kept, and taken again then', async () => {
      await spend(tokensPerDay);
      const reply = await post();
      expect([reply.status, codeOf(reply), reply.headers?.['retry-after']]).toEqual([
        429,
        'budget-exceeded',
        String(12 * 3600),
      ]);
      expect((await stage.as(people.rosa, 'listRequests')).body).toEqual({ items: [] });
      const chat = await stage.as(people.rosa, 'chatCompletions', {
        body: { model: 'healthcare', messages: request().messages },
      });
      // Its clients would ask again within seconds.
      expect([chat.status, codeOf(chat), chat.headers?.['x-should-retry']]).toEqual([
        429,
        'budget-exceeded',
        'false',
      ]);
      expect((await stage.as(people.rosaOfTheBank, 'createRequest', { body: request() })).status).toBe(202);
      stage.now.value += 12 * 3_600_000;
      expect((await post()).status).toBe(202);
    });

    it('are taken as long as the call of a model still fits', async () => {
      const characters = request().messages[0]!.content.length;
      const needed = Math.ceil(characters / 3) + models[0]!.maxOutputTokens;
      await spend(tokensPerDay - needed);
      expect((await post()).status).toBe(202);
      await spend(1);
      expect(codeOf(await post())).toBe('budget-exceeded');
    });
  });

  describe('can be listed', () => {
    const list = async (who: Principal, said: Said = {}) =>
      (await stage.as(who, 'listRequests', said)).body as { items: CaseSummary[]; next?: string };

    it('by who sent them, newest first and page by page, without a word of them', async () => {
      const sent: string[] = [];
      for (let index = 0; index < 5; index += 1) {
        sent.unshift(await stage.submit());
        stage.now.value += 1000;
      }
      await stage.hold(sent[1]!, { side: 'prompt' });
      await stage.release(sent[2]!, 'Anna Kowalska should rest.');
      const first = await list(people.rosa, { query: { limit: '3' } });
      expect(first.items.map(({ caseId }) => caseId)).toEqual(sent.slice(0, 3));
      expect(first.items).toMatchObject([
        { status: 'accepted', policy: { id: 'healthcare' } },
        { status: 'held', held: 'prompt' },
        { status: 'closed', outcome: 'released', closedAt: '2026-06-01T12:00:05.000Z' },
      ]);
      expect(JSON.stringify(first)).not.toMatch(/Anna|cough|rest/);
      const rest = await list(people.rosa, { query: { limit: '3', after: first.next! } });
      expect(rest.items.map(({ caseId }) => caseId)).toEqual(sent.slice(3));
      expect(rest).not.toHaveProperty('next');
    });

    it.each<[string, Principal, Said]>([
      ['another subject', people.ruth, {}],
      ['another client', people.rosaElsewhere, {}],
      ['another tenant', people.rosaOfTheBank, {}],
      ['an end user of theirs', people.rosa, { headers: { 'x-airlock-user': 'somebody' } }],
    ])('but not by %s', async (_who, principal, said) => {
      await stage.submit();
      expect(await list(principal, said)).toEqual({ items: [] });
    });

    it('by an end user whom a header names: theirs, and not the rest', async () => {
      await stage.submit();
      const caseId = await stage.submit(people.rosa, { user: 'Zoë' });
      const said = { headers: { 'x-airlock-user': encodeURIComponent('Zoë') } };
      expect(await list(people.rosa, said)).toMatchObject({ items: [{ caseId }] });
    });

    it.each([[{ limit: '0' }], [{ limit: '101' }], [{ after: 'nonsense' }], [{ owner: 'x' }]])(
      'not with %j',
      async (query) => {
        const reply = await stage.as(people.rosa, 'listRequests', { query });
        expect(codeOf(reply)).toBe('invalid-request');
      },
    );
  });

  it('say why they are held in sentences, without where', async () => {
    const caseId = await stage.submit();
    await stage.hold(caseId, { reasons: ['medication-dosage', 'promise'] });
    const { body } = await read(people.rosa, caseId);
    expect(body).toMatchObject({
      status: 'held',
      reasons: [{ code: 'medication-dosage' }, { code: 'promise' }],
    });
    expect(body).not.toHaveProperty('answer');
    expect(JSON.stringify(body)).not.toMatch(/evidence|slot|start/);
  });

  it('are answered at once when held, though the caller would wait', async () => {
    const waits = stage.as(people.rosa, 'createRequest', { body: request(), headers: { prefer: 'wait=60' } });
    while (stage.started.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await stage.hold(stage.started[0]!.caseId);
    expect(await waits).toMatchObject({ status: 202, body: { status: 'held' } });
  });

  it.each([
    ['a crash of a port', new TypeError('Anna Kowalska'), 500, 'internal'],
    ['a port that is limited', new Failure('Throttled'), 429, 'throttled'],
    ['a port that is down', new Failure('Unavailable'), 503, 'unavailable'],
    ['a lost race', new Failure('Conflict'), 503, 'busy'],
  ])('turn %s into a document that says no more', async (_what, error, status, code) => {
    const ports: Ports = {
      ...stage.ports,
      cases: {
        ...stage.ports.cases,
        get: async () => {
          throw error;
        },
      },
    };
    const caseId = await stage.submit();
    const reply = await stage.as(people.rosa, 'readRequest', { params: { caseId } }, ports);
    expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status, code });
    expect(JSON.stringify(reply)).not.toMatch(/Anna|at .*\.ts/);
    expect(stage.reported).toEqual(status === 500 ? [error] : []);
  });
});
