// SPDX-License-Identifier: Apache-2.0
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openIdentity } from '../../local/identity.ts';
import { openLocalPorts } from '../../local/ports.ts';
import { canariesIn, canary, leaksBelow, word } from './canary.ts';
import { DocumentSchema, everyString } from './every-string.ts';
import { freePort, kill, policiesWithoutSample, type Product, startModel, startProduct } from './process.ts';

/** Everywhere that a caller, a model, a reviewer or an officer can put a text or a string by hand. */
const planted = [
  'message',
  'earlier message',
  'assistant history',
  'document title',
  'document',
  'end user',
  'idempotency key',
  'unknown policy',
  'unknown field',
  'value of an unknown field',
  'broken json',
  'conversation id',
  'case id in a path',
  'query',
  'system message',
  'image part',
  'tool call',
  'chat message',
  'chat end user',
  'chat header',
  'token',
  'basic credentials',
  'review filter',
  'person search',
  'kind of a search',
  'note',
  'edit',
  'reveal reason',
  'draft',
  'draft note',
  'feedback note',
  'test question',
  'test document',
  'test answer',
  'answer of the model',
  'reasoning of the model',
  'tool call of the model',
  'error of the model',
  'model name',
  'edited document title',
  'draft document',
  'text of a hold',
  'text of an opening',
  'text of an erasure',
  'text of a person’s erasure',
  'text of a containment',
  'sql',
  'sql of an answer',
  'parameter of a question',
  'searched text',
  'path that is none',
  'header of a browser',
  'cookie',
  'sign-in',
  'sign-out',
  'code of a sign-in',
] as const;
type Position = (typeof planted)[number];
const at = (position: Position): string => canary(position);
/** And everywhere that the API's own document takes a string. */
const positions: string[] = [...planted];
const secret = 'hunter-correct-4417-zebra';

type Reply = Readonly<{ status: number; text: string; what: string }>;
let folder: string;
let settings: string;
let product: Product;
let model: Awaited<ReturnType<typeof startModel>>;
let tokens: Record<'rosa' | 'vera' | 'sofia' | 'conrad', string>;
/** What the webhook was told, and what came over live updates. */
const told: string[] = [];
let receiver: Server;
/** Everything the server said, but for what the owner or a reviewer was given on purpose. */
const replies: Reply[] = [];
const given: Reply[] = [];
/** What was taken and kept, or asked of the archive: not refused before it could leave a trace. */
const kept: Reply[] = [];

/** What the model says next: a leak, or an answer that uses what it was shown. */
let answer: (shown: string) => string | Record<string, unknown> = () => 'Noted.';

async function send(
  what: string,
  who: keyof typeof tokens | { token: string },
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const token = typeof who === 'string' ? tokens[who] : who.token;
  const response = await fetch(new URL(path, product.url), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const reply = {
    status: response.status,
    what,
    text: `${JSON.stringify([...response.headers])}\n${await response.text()}`,
  };
  replies.push(reply);
  return reply;
}
const bodyOf = (reply: Reply): Record<string, unknown> =>
  JSON.parse(reply.text.slice(reply.text.indexOf('\n') + 1)) as Record<string, unknown>;
const ask = (what: string, more: Record<string, unknown>, headers: Record<string, string> = {}) =>
  send(
    what,
    'rosa',
    'POST',
    '/v1/requests',
    { policy: 'healthcare', messages: [{ role: 'user', content: 'Please summarise.' }], ...more },
    { prefer: 'wait=20', ...headers },
  );
const user = (content: unknown) => [{ role: 'user', content }];

/** Takes the newest reply off the list: it holds an identity because its reader is entitled to it. */
const meant = (reply: Reply): Reply => {
  replies.splice(replies.indexOf(reply), 1);
  given.push(reply);
  return reply;
};

async function decide(caseId: string, decision: Record<string, unknown>): Promise<Reply> {
  const { revision, digest } = bodyOf(await send('review', 'vera', 'GET', `/v1/reviews/${caseId}`));
  await send('claim', 'vera', 'POST', `/v1/reviews/${caseId}/claim`);
  return send('decision', 'vera', 'POST', `/v1/reviews/${caseId}/decision`, {
    reason: 'other',
    revision,
    digest,
    ...decision,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'airlock-canary-'));
  settings = await mkdtemp(join(tmpdir(), 'airlock-canary-policies-'));
  const port = await freePort();
  receiver = createServer((request, response) => {
    told.push(JSON.stringify(request.headers));
    request.on('data', (part: Buffer) => told.push(part.toString()));
    request.on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  model = await startModel((shown) => answer(shown));
  product = await startProduct(folder, port, {
    AIRLOCK_MODEL_URL: model.url,
    AIRLOCK_MODEL_NAME: 'stub',
    AIRLOCK_POLICIES: await policiesWithoutSample(settings),
    AIRLOCK_CHAT_WAIT_SECONDS: '15',
    AIRLOCK_NOTIFY: 'desktop',
    AIRLOCK_NOTIFY_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    AIRLOCK_NOTIFY_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  });
  const identity = await openIdentity(folder, product.url);
  tokens = {
    rosa: await identity.mintToken('rosa'),
    vera: await identity.mintToken('vera'),
    sofia: await identity.mintToken('sofia'),
    conrad: await identity.mintToken('conrad'),
  };

  const live = await fetch(new URL('/v1/reviews/events', product.url), {
    headers: { authorization: `Bearer ${tokens.vera}` },
  });
  void (async () => {
    const parts: AsyncIterable<Uint8Array> | undefined = live.body ?? undefined;
    if (parts !== undefined) for await (const part of parts) told.push(Buffer.from(part).toString());
  })().catch(() => undefined);

  // A request with an identity in every text, answered with the placeholders it was shown.
  answer = (shown) => `Write to ${/\[EMAIL_1_[0-9A-Z]{2}\]/.exec(shown)?.[0] ?? 'nobody'}.`;
  const messages = [
    { role: 'user', content: `Write to ${at('earlier message')} about the visit. My password: ${secret}` },
    { role: 'assistant', content: `I wrote to ${at('assistant history')}.` },
    { role: 'user', content: `Now write to ${at('message')} about the same.` },
  ];
  const documents = [
    { title: `Mail of ${at('document title')}`, content: `From ${at('document')}: the visit is moved.` },
  ];
  meant(
    await ask(
      'released',
      { messages, documents, user: at('end user') },
      { 'idempotency-key': at('idempotency key') },
    ),
  );
  // What is refused.
  await ask('unknown policy', { policy: at('unknown policy') });
  await ask('unknown field', { [at('unknown field')]: at('value of an unknown field') });
  await send(
    'broken json',
    'rosa',
    'POST',
    '/v1/requests',
    `{"policy": "healthcare", "messages": ${at('broken json')}`,
  );
  await ask('conversation', { conversation: at('conversation id') });
  await send('path', 'rosa', 'GET', `/v1/requests/${encodeURIComponent(at('case id in a path'))}`);
  await send('query', 'conrad', 'GET', `/v1/archive/cases?day=${encodeURIComponent(at('query'))}`);
  await ask('system', { messages: [{ role: 'system', content: at('system message') }] });
  await ask('image', {
    messages: user([{ type: 'image_url', image_url: { url: `https://x.example/${at('image part')}` } }]),
  });
  await ask('tool', {
    messages: [
      { role: 'assistant', content: 'x', tool_calls: [{ function: { arguments: at('tool call') } }] },
    ],
  });
  await send('token', { token: at('token') }, 'GET', '/v1/reviews');
  await send('basic', 'rosa', 'GET', '/v1/reviews', undefined, {
    authorization: `Basic ${Buffer.from(at('basic credentials')).toString('base64')}`,
  });
  await send(
    'filter',
    'vera',
    'GET',
    `/v1/reviews?policy=${encodeURIComponent(at('review filter'))}&after=${encodeURIComponent(at('review filter'))}`,
  );
  await send('model name', 'rosa', 'POST', '/v1/chat/completions', {
    model: at('model name'),
    messages: user('Hello'),
  });
  // The OpenAI-compatible door.
  meant(
    await send(
      'chat',
      'rosa',
      'POST',
      '/v1/chat/completions',
      { model: 'healthcare', user: at('chat end user'), messages: user(`Write to ${at('chat message')}.`) },
      { 'x-airlock-user': at('chat header') },
    ),
  );
  // A model that leaks, thinks aloud, calls tools, breaks.
  answer = () => ({
    role: 'assistant',
    content: `Ask ${at('answer of the model')}.`,
    reasoning_content: at('reasoning of the model'),
    tool_calls: [
      { function: { name: 'send', arguments: JSON.stringify({ to: at('tool call of the model') }) } },
    ],
  });
  await ask('leaking model', {});
  answer = () => ({ role: 1, content: { of: at('error of the model') } });
  await ask('broken model', {});
  // A reviewer.
  answer = () => 'Take 500 mg of amoxicillin every 8 hours for 7 days.';
  const held = bodyOf(await ask('held', { messages: user(`Which dose does ${at('message')} take?`) }));
  const caseId = String(held['caseId']);
  await decide(caseId, { decision: 'approve', note: `Called ${at('note')}.` });
  const review = bodyOf(await send('review', 'vera', 'GET', `/v1/reviews/${caseId}`));
  const placeholder = /\[EMAIL_1_[0-9A-Z]{2}\]/.exec(JSON.stringify(review))?.[0] ?? '';
  meant(
    await send('reveal', 'vera', 'POST', `/v1/reviews/${caseId}/reveal`, {
      placeholder: placeholder.slice(1, -1),
      reason: 'other',
      note: 'to call them back',
    }),
  );
  await send('reveal', 'vera', 'POST', `/v1/reviews/${caseId}/reveal`, {
    placeholder: placeholder.slice(1, -1),
    reason: 'other',
    note: `on behalf of ${at('reveal reason')}`,
  });
  const { revision } = review;
  await send('draft', 'vera', 'PUT', `/v1/reviews/${caseId}/draft`, {
    revision,
    note: `Ask ${at('draft note')}.`,
    edit: { text: `Tell ${at('draft')} that the password: ${secret}` },
  });
  meant(await send('draft', 'vera', 'GET', `/v1/reviews/${caseId}/draft`));
  await send('feedback', 'vera', 'POST', `/v1/reviews/${caseId}/feedback`, {
    revision,
    says: 'missing',
    slot: 0,
    start: 0,
    end: 4,
    type: 'NAME',
    note: `That is ${at('feedback note')}.`,
  });
  await decide(caseId, { decision: 'edit', edit: { text: `Ask ${at('edit')}.` } });
  // What reviewers write that no detector finds anything in: it is kept.
  answer = () => 'Take 500 mg of amoxicillin every 8 hours for 7 days.';
  const second = String(bodyOf(await ask('held', { messages: user('Which dose is it?') }))['caseId']);
  const shown = bodyOf(await send('review', 'vera', 'GET', `/v1/reviews/${second}`));
  await send('claim', 'vera', 'POST', `/v1/reviews/${second}/claim`);
  meant(
    await send('words of a draft', 'vera', 'PUT', `/v1/reviews/${second}/draft`, {
      revision: shown['revision'],
      note: `See ${word('draft note')}.`,
      edit: { text: `It is ${word('draft')}.` },
    }),
  );
  kept.push(
    await send('words of feedback', 'vera', 'POST', `/v1/reviews/${second}/feedback`, {
      ...{ revision: shown['revision'], says: 'missing', slot: 0, start: 0, end: 5, type: 'NAME' },
      note: `That is ${word('feedback note')}.`,
    }),
    await decide(second, { decision: 'reject', note: `It was ${word('note')}.` }),
  );
  await decide(caseId, {
    decision: 'edit',
    edit: {
      messages: user('a'),
      documents: [{ title: at('edited document title'), content: at('draft document') }],
    },
  });
  // A lead's test, with what looks like somebody.
  await send('test case', 'sofia', 'POST', '/v1/reviews/seeds', {
    policy: 'healthcare',
    expected: 'refuse',
    question: `What does ${at('test question')} take?`,
    documents: [{ content: `${at('test document')} takes ibuprofen 400 mg twice a day.` }],
    answer: `Ibuprofen 4000 mg twice a day, says ${at('test answer')}.`,
  });
  await send('queue', 'vera', 'GET', '/v1/reviews');
  await send('counts', 'vera', 'GET', '/v1/reviews/counts');
  await send('overview', 'sofia', 'GET', '/v1/overview');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const person = {
    identifiers: [
      { kind: 'email', value: at('person search') },
      { kind: 'name', value: `Zq ${at('person search')}` },
    ],
    reason: 'audit',
  };
  await send('person search', 'conrad', 'POST', '/v1/archive/people', person);
  await send('account', 'conrad', 'POST', '/v1/archive/people/disclosures', person);
  await send('wrong search', 'conrad', 'POST', '/v1/archive/people', {
    identifiers: [{ kind: at('kind of a search'), value: at('person search') }],
    reason: at('kind of a search'),
  });
  await send('archive', 'conrad', 'GET', '/v1/archive/cases');
  for (const { caseId: archived } of (bodyOf(replies.at(-1)!)['items'] ?? []) as { caseId: string }[])
    await send('record', 'conrad', 'GET', `/v1/archive/cases/${archived}`);
  // What officers write, with an identifier and without.
  const about = `/v1/archive/cases/${second}`;
  for (const [method, path, position] of [
    ['PUT', `${about}/legal-hold`, 'text of a hold'],
    ['POST', `${about}/unseal`, 'text of an opening'],
    ['POST', `${about}/erase`, 'text of an erasure'],
    ['POST', `${about}/containment`, 'text of a containment'],
  ] as const) {
    const because = (text: string) => ({ reason: 'audit', text: `Asked for ${text}.` });
    await send(position, 'conrad', method, path, because(at(position)));
    const asked = await send(position, 'conrad', method, path, because(word(position)));
    if (position === 'text of a hold' || position === 'text of an opening') kept.push(asked);
  }
  const persons = (text: string) => ({ reason: 'audit', text, cases: [{ caseId: second }] });
  for (const text of [at('text of a person’s erasure'), `Asked for ${word('text of a person’s erasure')}.`])
    await send('person erasure', 'conrad', 'POST', '/v1/archive/people/erasures', persons(text));
  const query = (body: unknown) =>
    send('query', 'conrad', 'POST', '/v1/archive/queries', body, { prefer: 'wait=20' });
  for (const text of [at, word])
    kept.push(
      await query({ sql: `SELECT count(*) AS cases FROM cases WHERE policy = '${text('sql')}'` }),
      meant(
        await query({ sql: `SELECT '${text('sql of an answer')}' AS said, count(*) AS cases FROM cases` }),
      ),
      await send('search', 'conrad', 'POST', '/v1/archive/search', {
        filter: { from: '2020-01-01', to: '2120-01-01', text: text('searched text') },
      }),
    );
  kept.push(
    await query({
      question: 'decided-by',
      parameters: { who: at('parameter of a question'), from: '2020-01-01', to: '2120-01-01' },
    }),
  );
  // What is beside the API.
  await send('path', 'rosa', 'GET', `/v2/${at('path that is none')}`);
  await send('page', 'rosa', 'GET', `/review/${at('path that is none')}`);
  await send('headers', 'rosa', 'GET', '/v1/models', undefined, {
    'user-agent': at('header of a browser'),
    referer: `https://x.example/${at('header of a browser')}`,
    origin: `https://${at('header of a browser').replace('@', '.')}`,
    'x-request-id': at('header of a browser'),
    'x-forwarded-for': at('header of a browser'),
    cookie: `a=${at('cookie')}`,
  });
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const discovery = '/oidc/.well-known/openid-configuration';
  const endpoints = bodyOf(await send('discovery', 'rosa', 'GET', discovery));
  const endpoint = (name: string) => new URL(String(endpoints[name])).pathname;
  const hint = form({ client_id: at('sign-in'), response_type: 'code', login_hint: at('sign-in') });
  await send('sign-in', 'rosa', 'GET', `${endpoint('authorization_endpoint')}?${hint}`);
  await send('sign-out', 'rosa', 'GET', `/oidc/sign-out?${form({ id_token_hint: at('sign-out') })}`);
  const code = { grant_type: 'authorization_code', code: at('code of a sign-in'), client_id: 'console' };
  await send('code', 'rosa', 'POST', endpoint('token_endpoint'), form(code), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  // And each string of every operation.
  const document = DocumentSchema.parse(bodyOf(await send('openapi', 'rosa', 'GET', '/openapi.json')));
  const every = everyString(document, canary, second);
  positions.push(...every.positions);
  for (const { id, method, path, headers, body } of every.calls) {
    const who = path.startsWith('/v1/archive') ? 'conrad' : path.startsWith('/v1/reviews') ? 'vera' : 'rosa';
    await send(id, who, method, path, body, headers);
  }
}, 120_000);

afterAll(async () => {
  await kill(product).catch(() => undefined);
  model.close();
  receiver.close();
  receiver.closeAllConnections();
  for (const each of [folder, settings]) await rm(each, { recursive: true, force: true });
});

describe('invariant 1: no text outside vault and archive', () => {
  it('did send every kind of thing', () => {
    expect(given.map(({ what, status }) => [what, status])).toEqual([
      ['released', 200],
      ['chat', 200],
      ['reveal', 200],
      ['draft', 200],
      ['words of a draft', 204],
      ['query', 200],
      ['query', 200],
    ]);
    expect(kept.filter(({ status }) => status >= 300)).toEqual([]);
    expect(positions.length).toBeGreaterThan(planted.length + 100);
    expect(bodyOf(given[0]!)['outcome']).toBe('released');
    expect(canariesIn(given[0]!.text, positions)).not.toEqual([]);
    expect(replies.filter(({ what }) => what === 'record').length).toBeGreaterThan(3);
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('shows the model none of them', () =>
    expect(model.seen.flatMap((shown) => canariesIn(shown, positions))).toEqual([]));

  it('says none of them in any other reply, header or URL', () =>
    expect(
      replies.flatMap(({ what, text }) =>
        canariesIn(text, positions).map((found) => `${found} in the reply to ${what}`),
      ),
    ).toEqual([]));

  it('tells none of them to a webhook, or to a console that listens', () => {
    const said = told.join('\n');
    for (const kind of ['held', 'revealed', 'decided', 'closed', 'alert']) {
      expect(said).toContain(`"kind":"${kind}"`);
      expect(said).toContain(`event: ${kind}`);
    }
    expect(canariesIn(said, positions)).toEqual([]);
  });

  it('prints none of them', () => expect(canariesIn(product.output(), positions)).toEqual([]));

  it('writes none of them into any file in the clear, also not after a crash', async () => {
    expect(await leaksBelow(folder, positions)).toEqual([]);
    await kill(product);
    expect(await leaksBelow(folder, positions)).toEqual([]);
  });

  it('keeps no dropped value even in the decrypted vault', async () => {
    const ports = await openLocalPorts({ folder, policies: join(settings, 'policies'), environment: {} });
    const file = new DatabaseSync(join(folder, 'cases.sqlite'), { readOnly: true });
    const rows = file.prepare('SELECT tenant_id, scope, revision FROM objects').all();
    file.close();
    let read = 0;
    for (const row of rows) {
      const [tenantId, scope, revision] = Object.values(row).map(String) as [string, string, string];
      const content = await ports.vault.get({ tenantId, scope, revision }).catch(() => '');
      read += content === '' ? 0 : 1;
      expect(content.includes(secret)).toBe(false);
    }
    ports.close();
    expect(read).toBeGreaterThan(5);
  });

  it('would notice: a canary in a file in any form is found', async () => {
    const place = join(folder, 'planted');
    for (const planted of [
      at('note'),
      word('note'),
      Buffer.from(`x${at('note')}`).toString('base64'),
      Buffer.from(at('note')).toString('hex'),
      encodeURIComponent(at('note')),
      Buffer.from(at('note'), 'utf16le'),
    ]) {
      await writeFile(place, planted);
      expect(await leaksBelow(folder, positions)).toEqual(['note in /planted']);
    }
    await rm(place);
  });
});
