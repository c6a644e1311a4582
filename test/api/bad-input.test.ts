// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, openStage, people, request, type Said, type Stage } from './stage.ts';

/** Stands in every bad input: no refusal may say it back. */
const canary = 'Zebediah-Canary-7731';
const user = (content: unknown) => ({ role: 'user', content });
const chat = (overrides: Record<string, unknown> = {}) => ({
  model: 'healthcare',
  messages: [user(canary)],
  ...overrides,
});
const nested = (depth: number) => `${'['.repeat(depth)}"${canary}"${']'.repeat(depth)}`;
const long = 'x'.repeat(200_001);
const utf8 = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))));
const inMessage = (json: string) => `{"policy":"healthcare","messages":[{"role":"user","content":${json}}]}`;

type Row = [what: string, operation: string, said: Said, status: number, code: string];
const requests = (what: string, said: Said, status: number, code: string): Row => [
  what,
  'createRequest',
  said,
  status,
  code,
];
const chats = (what: string, said: Said, status: number, code: string): Row => [
  what,
  'chatCompletions',
  said,
  status,
  code,
];

const rows: Row[] = [
  // Not JSON, or not as text that can be trusted.
  requests('an empty body', { bytes: '' }, 400, 'invalid-json'),
  requests('half a document', { bytes: `{"policy":"${canary}` }, 400, 'invalid-json'),
  requests('what JSON.parse would quote', { bytes: `{"policy": ${canary}}` }, 400, 'invalid-json'),
  requests('a trailing comma', { bytes: `{"policy":"${canary}",}` }, 400, 'invalid-json'),
  requests('a bare NUL in a string', { bytes: inMessage(`"${canary}\u0000"`) }, 400, 'invalid-text'),
  requests(
    'text after the document',
    { bytes: `${JSON.stringify(request())} ${canary}` },
    400,
    'invalid-json',
  ),
  requests('a broken escape', { bytes: inMessage(`"${canary}\\x"`) }, 400, 'invalid-json'),
  requests(
    'form data',
    { bytes: `a=${canary}`, headers: { 'content-type': 'text/plain' } },
    415,
    'unsupported-media-type',
  ),
  requests(
    'no content type',
    { body: request(), headers: { 'content-type': '' } },
    415,
    'unsupported-media-type',
  ),
  requests(
    'a compressed body',
    { bytes: gzipSync(JSON.stringify(request())), headers: { 'content-encoding': 'gzip' } },
    415,
    'unsupported-media-type',
  ),
  requests(
    'a body that says it is compressed',
    { body: request(), headers: { 'content-encoding': 'identity, br' } },
    415,
    'unsupported-media-type',
  ),
  requests(
    'a byte that UTF-8 does not have',
    { bytes: utf8('{"policy":"', 0xff, `${canary}"}`) },
    400,
    'invalid-encoding',
  ),
  requests(
    'an overlong encoding',
    { bytes: utf8('{"policy":"', 0xc0, 0xaf, `${canary}"}`) },
    400,
    'invalid-encoding',
  ),
  requests(
    'a surrogate in UTF-8',
    { bytes: utf8('{"policy":"', 0xed, 0xa0, 0x80, '"}') },
    400,
    'invalid-encoding',
  ),
  requests('UTF-16', { bytes: Buffer.from(JSON.stringify(request()), 'utf16le') }, 400, 'invalid-text'),
  requests('a lone surrogate', { bytes: inMessage(`"${canary}\\ud800"`) }, 400, 'invalid-text'),
  requests('a lone low surrogate', { bytes: inMessage(`"\\udc00 ${canary}"`) }, 400, 'invalid-text'),
  requests('NUL as an escape', { bytes: inMessage(`"${canary}\\u0000"`) }, 400, 'invalid-text'),
  requests('a surrogate in a name', { bytes: `{"${canary}\\ud800":1}` }, 400, 'invalid-text'),
  requests(
    'a surrogate as the end user',
    { bytes: `{"policy":"healthcare","user":"\\ud801","messages":[]}` },
    400,
    'invalid-text',
  ),
  requests('JSON nested 10,000 deep', { bytes: nested(10_000) }, 400, 'too-deep'),
  requests('JSON nested 65 deep', { bytes: nested(65) }, 400, 'too-deep'),
  requests('objects nested 10,000 deep', { bytes: '{"a":'.repeat(10_000) }, 400, 'too-deep'),
  requests(
    'a name given twice',
    { bytes: `{"policy":"healthcare","policy":"${canary}"}` },
    400,
    'duplicate-key',
  ),
  requests(
    'a name given twice in disguise',
    { bytes: `{"policy":"a","polic\\u0079":"${canary}"}` },
    400,
    'duplicate-key',
  ),
  // Too large.
  requests(
    'a body over 1 MB',
    { bytes: inMessage(`"${canary}${'y'.repeat(1024 * 1024)}"`) },
    413,
    'body-too-large',
  ),
  requests(
    'a prompt over 200,000 characters',
    { body: request({ messages: [user(long)] }) },
    413,
    'prompt-too-long',
  ),
  requests(
    'documents over 200,000 characters',
    { body: request({ documents: [{ content: long }] }) },
    413,
    'prompt-too-long',
  ),
  // Not the shape of a request.
  requests('a list', { body: [canary] }, 400, 'invalid-request'),
  requests('null', { bytes: 'null' }, 400, 'invalid-request'),
  requests('a string', { body: canary }, 400, 'invalid-request'),
  requests('no messages', { body: { policy: 'healthcare' } }, 400, 'invalid-request'),
  requests('empty messages', { body: request({ messages: [] }) }, 400, 'invalid-request'),
  requests('an empty message', { body: request({ messages: [user('')] }) }, 400, 'invalid-request'),
  requests('a message that is a number', { body: request({ messages: [user(7)] }) }, 400, 'invalid-request'),
  requests('a message that is a string', { body: request({ messages: [canary] }) }, 400, 'invalid-request'),
  requests(
    'an assistant’s last word',
    { body: request({ messages: [user('a'), { role: 'assistant', content: canary }] }) },
    400,
    'invalid-request',
  ),
  requests('a field nobody knows', { body: request({ [canary]: canary }) }, 400, 'invalid-request'),
  requests(
    'a field nobody knows in a message',
    { body: request({ messages: [{ ...user('a'), [canary]: 1 }] }) },
    400,
    'invalid-request',
  ),
  requests(
    '__proto__',
    {
      bytes: `{"policy":"healthcare","messages":[{"role":"user","content":"a"}],"__proto__":{"a":"${canary}"}}`,
    },
    400,
    'invalid-request',
  ),
  requests(
    '201 messages',
    { body: request({ messages: Array.from({ length: 201 }, () => user(canary)) }) },
    400,
    'invalid-request',
  ),
  requests(
    '51 documents',
    { body: request({ documents: Array.from({ length: 51 }, () => ({ content: canary })) }) },
    400,
    'invalid-request',
  ),
  requests(
    'a conversation that is none',
    { body: request({ conversation: canary }) },
    400,
    'invalid-request',
  ),
  requests(
    'an end user of 257 characters',
    { body: request({ user: canary.padEnd(257, 'x') }) },
    400,
    'invalid-request',
  ),
  requests(
    'a policy of a strange name',
    { body: request({ policy: `../${canary}` }) },
    400,
    'invalid-request',
  ),
  requests('an unknown policy', { body: request({ policy: canary.toLowerCase() }) }, 422, 'unknown-policy'),
  requests(
    'a policy named as an inherited member',
    { body: request({ policy: 'constructor' }) },
    422,
    'unknown-policy',
  ),
  requests(
    'a system message',
    { body: request({ messages: [{ role: 'system', content: canary }, user('a')] }) },
    400,
    'role-not-allowed',
  ),
  requests(
    'a developer message',
    { body: request({ messages: [{ role: 'developer', content: canary }, user('a')] }) },
    400,
    'role-not-allowed',
  ),
  requests(
    'a tool message',
    { body: request({ messages: [user('a'), { role: 'tool', content: canary }] }) },
    400,
    'role-not-allowed',
  ),
  requests(
    'an image part',
    { body: request({ messages: [user([{ type: 'image_url', image_url: { url: canary } }])] }) },
    400,
    'content-not-text',
  ),
  requests(
    'a tool call',
    {
      body: request({
        messages: [{ role: 'assistant', content: 'a', tool_calls: [{ id: canary }] }, user('a')],
      }),
    },
    400,
    'content-not-text',
  ),
  requests(
    'tools',
    { body: request({ tools: [{ type: 'function', function: { name: canary } }] }) },
    400,
    'tools-not-supported',
  ),
  // Headers.
  requests('an empty key', { body: request(), headers: { 'idempotency-key': '' } }, 400, 'invalid-request'),
  requests(
    'a key of 256 characters',
    { body: request(), headers: { 'idempotency-key': canary.padEnd(256, 'k') } },
    400,
    'invalid-request',
  ),
  requests(
    'a key with a space',
    { body: request(), headers: { 'idempotency-key': `${canary} a` } },
    400,
    'invalid-request',
  ),
  requests(
    'a key beyond ASCII',
    { body: request(), headers: { 'idempotency-key': `${canary}é` } },
    400,
    'invalid-request',
  ),
  requests(
    'a conversation of nobody',
    { body: request({ conversation: '018f0000-0000-7000-8000-000000000000' }) },
    404,
    'not-found',
  ),
  // The same through OpenAI's shapes.
  chats('not JSON', { bytes: canary }, 400, 'invalid-json'),
  chats('no messages', { body: chat({ messages: [] }) }, 400, 'invalid-request'),
  chats(
    'a model that is no policy',
    { body: chat({ model: `gpt-${canary.toLowerCase()}` }) },
    422,
    'unknown-policy',
  ),
  chats('a model of a strange name', { body: chat({ model: `${canary}/../x` }) }, 422, 'unknown-policy'),
  chats(
    'a system message',
    { body: chat({ messages: [{ role: 'system', content: canary }, user('a')] }) },
    400,
    'role-not-allowed',
  ),
  chats(
    'an image part',
    {
      body: chat({
        messages: [
          user([
            { type: 'text', text: 'a' },
            { type: 'image_url', image_url: { url: canary } },
          ]),
        ],
      }),
    },
    400,
    'content-not-text',
  ),
  chats(
    'an audio part',
    { body: chat({ messages: [user([{ type: 'input_audio', input_audio: { data: canary } }])] }) },
    400,
    'content-not-text',
  ),
  chats(
    'a tool result',
    { body: chat({ messages: [user('a'), { role: 'tool', tool_call_id: '1', content: canary }] }) },
    400,
    'role-not-allowed',
  ),
  chats(
    'a tool call in history',
    {
      body: chat({
        messages: [
          { role: 'assistant', content: 'a', tool_calls: [{ id: canary, type: 'function' }] },
          user('a'),
        ],
      }),
    },
    400,
    'content-not-text',
  ),
  chats(
    'tools',
    { body: chat({ tools: [{ type: 'function', function: { name: canary } }] }) },
    400,
    'tools-not-supported',
  ),
  chats(
    'a schema for the answer',
    { body: chat({ response_format: { type: 'json_schema', json_schema: { name: canary } } }) },
    400,
    'invalid-request',
  ),
  chats('words to stop at', { body: chat({ stop: [canary] }) }, 400, 'invalid-request'),
  chats(
    'tools, beside what is sent empty',
    { body: chat({ tool_choice: 'none', functions: [{ name: canary }] }) },
    400,
    'tools-not-supported',
  ),
  chats('audio in return', { body: chat({ modalities: ['text', 'audio'] }) }, 400, 'invalid-request'),
  chats('several answers', { body: chat({ n: 2 }) }, 400, 'invalid-request'),
  chats('metadata', { body: chat({ metadata: { [canary]: canary } }) }, 400, 'invalid-request'),
  chats(
    'text parts over 200,000 characters',
    { body: chat({ messages: [user([{ type: 'text', text: long }])] }) },
    413,
    'prompt-too-long',
  ),
  chats(
    'an assistant’s last word',
    { body: chat({ messages: [user('a'), { role: 'assistant', content: canary }] }) },
    400,
    'invalid-request',
  ),
  chats(
    'a conversation that is none',
    { body: chat(), headers: { 'x-airlock-conversation': canary } },
    400,
    'invalid-request',
  ),
];

describe('bad input', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it.each(rows)(
    '%s (%s) is refused by a code, and nothing is echoed or begun',
    async (_what, id, said, status, code) => {
      const reply = await stage.as(people.rosa, id, said);
      expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status, code });
      expect(JSON.stringify(reply).toLowerCase()).not.toContain(canary.toLowerCase());
      expect(stage.started).toEqual([]);
      expect(stage.reported).toEqual([]);
      expect((await stage.ports.cases.stale({ before: Infinity, limit: 1 })).items).toEqual([]);
    },
  );

  it.each<[string, unknown]>([
    ['a value that is no text', { [canary]: 7 }],
    ['a text', { [canary]: canary }],
    ['the name of what all objects come from', JSON.parse(`{"__proto__":"${canary}"}`)],
  ])(
    'a parameter of a question that has a name of the caller’s own and %s is not named back',
    async (_what, parameters) => {
      const reply = await stage.as(people.conrad, 'queryArchive', {
        body: { question: 'sent-to-model', parameters },
      });
      expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status: 400, code: 'invalid-request' });
      expect(JSON.stringify(reply)).not.toContain(canary);
    },
  );

  it('names what OpenAI has and this has not, and nothing that nobody knows', async () => {
    const said = async (more: Record<string, unknown>) => {
      const reply = await stage.as(people.rosa, 'chatCompletions', { body: chat(more) });
      return (reply.body as { error: { message: string; param: string | null } }).error;
    };
    expect(await said({ stop: [canary] })).toMatchObject({
      param: 'stop',
      message: expect.stringMatching(/ stop: is not supported here\.$/),
    });
    expect(await said({ [canary]: canary })).toMatchObject({
      param: null,
      message: expect.stringMatching(/ The body has a field that is not known here\.$/),
    });
  });

  it('takes what clients of OpenAI send by habit: null and empty for what they do not use', async () => {
    const nothing = {
      stop: null,
      logit_bias: null,
      tools: [],
      tool_choice: 'none',
      functions: null,
      metadata: null,
    };
    const habits = {
      parallel_tool_calls: false,
      modalities: ['text'],
      logprobs: false,
      safety_identifier: canary,
    };
    const reply = await stage.as(people.rosa, 'chatCompletions', {
      body: chat({ ...nothing, ...habits, stream: true }),
    });
    expect(reply.status).toBe(200);
    await reply.events?.[Symbol.asyncIterator]().return?.();
    stage.begin();
  });

  it.each<[string, Said]>([
    ['a byte order mark', { bytes: utf8(0xef, 0xbb, 0xbf, JSON.stringify(request())) }],
    ['a pair of surrogates as escapes', { bytes: inMessage('"\\ud83d\\ude00 is fine"') }],
    [
      'a content type with a charset',
      { body: request(), headers: { 'content-type': 'application/json; charset=utf-8' } },
    ],
    [
      'a body that says it is not compressed',
      { body: request(), headers: { 'content-encoding': 'identity' } },
    ],
    ['64 levels that are strings', { bytes: inMessage(JSON.stringify(nested(100))) }],
    ['the same name in two objects', { body: request({ documents: [{ content: 'a' }, { content: 'b' }] }) }],
    ['a key of 255 characters', { body: request(), headers: { 'idempotency-key': 'k'.repeat(255) } }],
    ['a prompt of exactly 200,000 characters', { body: request({ messages: [user('x '.repeat(100_000))] }) }],
  ])('%s is accepted', async (_what, said) => {
    expect((await stage.as(people.rosa, 'createRequest', said)).status).toBe(202);
  });
});
