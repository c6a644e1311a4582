// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ModelAnswerSchema } from '../../lambdas/records/answer.ts';
import { compatibleModel, type CompatibleOptions } from '../../local/compatible.ts';

const call = {
  modelId: 'compatible',
  system: 'Be brief.',
  messages: [{ role: 'user' as const, content: 'How is [NAME_1_7K]?' }],
  maxOutputTokens: 50,
  caseId: '0198c0de-0000-7000-8000-000000000001',
};
const completion = (choice: object = {}, rest: object = {}) => ({
  id: 'x',
  object: 'chat.completion',
  model: 'tiny',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Well.' }, ...choice }],
  usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
  ...rest,
});

type Seen = { method: string; url: string; authorization: string | undefined; body: string };

describe('a compatible model', () => {
  let server: Server;
  let seen: Seen[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  const json = (body: unknown, status = 200) => {
    answer = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };
  const model = (options: Partial<CompatibleOptions> = {}) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    return compatibleModel({ url, name: 'tiny', timeout: 2000, ...options });
  };

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => (body += part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        seen.push({ method, url, authorization: headers.authorization, body });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is sent the system text, the messages and the limit, and nothing else', async () => {
    json(completion());
    await model({ key: 'sk-1' }).converse(call);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/v1/chat/completions',
      authorization: 'Bearer sk-1',
    });
    expect(JSON.parse(seen[0]!.body)).toEqual({
      model: 'tiny',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'How is [NAME_1_7K]?' },
      ],
      max_tokens: 50,
      stream: false,
    });
  });

  it('gives an answer that the records know', async () => {
    json(completion());
    const got = await model().converse(call);
    expect(ModelAnswerSchema.parse(got)).toEqual(got);
    expect(got).toEqual({
      text: 'Well.',
      stopReason: 'end',
      toolCalls: [],
      model: 'tiny',
      usage: { inputTokens: 12, outputTokens: 3 },
    });
  });

  const toolCall = { id: 'c', type: 'function', function: { name: 'mail', arguments: '{"to":' } };
  it.each([
    ['cut off', { finish_reason: 'length' }, { stopReason: 'length' }],
    ['filtered', { finish_reason: 'content_filter' }, { stopReason: 'filtered' }],
    ['stopped for a new reason', { finish_reason: 'bored' }, { stopReason: 'unknown' }],
    ['stopped for no reason', { finish_reason: null }, { stopReason: 'unknown' }],
    [
      'a refusal',
      { message: { role: 'assistant', content: null, refusal: 'I cannot.' } },
      { text: 'I cannot.', stopReason: 'refused' },
    ],
    ['without content', { message: { role: 'assistant', content: null } }, { text: '' }],
    [
      'thinking aloud (DeepSeek, vLLM)',
      { message: { content: 'Well.', reasoning_content: 'Let me see.' } },
      { text: 'Well.', reasoning: 'Let me see.' },
    ],
    [
      'thinking aloud (Ollama)',
      { message: { content: 'Well.', reasoning: 'Let me see.' } },
      { reasoning: 'Let me see.' },
    ],
    [
      'a tool call, its arguments broken',
      { finish_reason: 'tool_calls', message: { content: null, tool_calls: [toolCall] } },
      { stopReason: 'tool', toolCalls: [{ name: 'mail', arguments: '{"to":' }] },
    ],
    ['with half a surrogate pair', { message: { content: 'a\ud800b' } }, { text: 'a\ufffdb' }],
  ])('reads an answer that is %s', async (_what, choice, expected) => {
    json(completion(choice));
    expect(ModelAnswerSchema.parse(await model().converse(call))).toMatchObject(expected);
  });

  it.each([
    ['no usage', { usage: null }],
    ['no model name', { model: undefined }],
    ['a usage that is not a number', { usage: { prompt_tokens: 'many', completion_tokens: -1 } }],
  ])('does without %s', async (_what, rest) => {
    json(completion({}, rest));
    expect(await model().converse(call)).toMatchObject({ text: 'Well.', model: 'tiny' });
  });

  it.each([
    [429, 'Throttled'],
    [500, 'Unavailable'],
    [502, 'Unavailable'],
    [503, 'Unavailable'],
    [408, 'Unavailable'],
    [400, 'Malformed'],
    [401, 'Malformed'],
    [404, 'Malformed'],
  ])('takes %d as %s', async (status, name) => {
    json({ error: { message: 'How is [NAME_1_7K]?' } }, status);
    await expect(model().converse(call)).rejects.toMatchObject({ name });
  });

  it.each([
    ['no JSON', 'Well, [NAME_1_7K] is fine'],
    ['an empty body', ''],
    ['another object', { answer: 'Well.' }],
    ['no choice', completion({}, { choices: [] })],
    ['two choices', completion({}, { choices: [...completion().choices, ...completion().choices] })],
    ['content in parts', completion({ message: { content: [{ type: 'text', text: 'Well.' }] } })],
    ['a tool call without a function', completion({ message: { content: '', tool_calls: [{ id: 'c' }] } })],
  ])('takes %s as Malformed, and quotes nothing of it', async (_what, body) => {
    json(body);
    const error: unknown = await model()
      .converse(call)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'Malformed' });
    expect(error).not.toHaveProperty('cause');
    expect(String((error as Error).stack)).not.toMatch(/Well|NAME_1/);
  });

  it('takes bytes that are not UTF-8 as Malformed', async () => {
    answer = (_request, response) => response.end(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('{}')]));
    await expect(model().converse(call)).rejects.toMatchObject({ name: 'Malformed' });
  });

  it('reads no more than eight megabytes', async () => {
    let sent = 0;
    answer = (_request, response) => {
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, 32))) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    };
    await expect(model().converse(call)).rejects.toMatchObject({ name: 'Malformed' });
    expect(sent).toBeLessThan(100_000_000);
  });

  it('gives up when the answer takes too long, to begin or to end', async () => {
    answer = () => undefined;
    await expect(model({ timeout: 50 }).converse(call)).rejects.toMatchObject({ name: 'Unavailable' });
    answer = (_request, response) => response.write('{"choices":');
    await expect(model({ timeout: 50 }).converse(call)).rejects.toMatchObject({ name: 'Unavailable' });
  });

  it('is unavailable when the connection breaks or nobody listens', async () => {
    answer = (_request, response) => response.destroy();
    await expect(model().converse(call)).rejects.toMatchObject({ name: 'Unavailable' });
    const nobody = compatibleModel({ url: 'http://127.0.0.1:1/v1', name: 'tiny' });
    await expect(nobody.converse(call)).rejects.toMatchObject({ name: 'Unavailable' });
  });

  it('follows no redirect: the prompt would go somewhere nobody chose', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/v1/elsewhere' }).end();
    await expect(model().converse(call)).rejects.toMatchObject({ name: 'Unavailable' });
    expect(seen.map((each) => each.url)).toEqual(['/v1/chat/completions']);
  });

  it('asks once which model there is when no name was given', async () => {
    answer = (request, response) =>
      response.end(JSON.stringify(request.method === 'GET' ? { data: [{ id: 'llama' }] } : completion()));
    const unnamed = compatibleModel({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
    });
    await unnamed.converse(call);
    await unnamed.converse(call);
    expect(seen.map((each) => `${each.method} ${each.url}`)).toEqual([
      'GET /v1/models',
      'POST /v1/chat/completions',
      'POST /v1/chat/completions',
    ]);
    expect(JSON.parse(seen[1]!.body)).toMatchObject({ model: 'llama' });
  });

  it('sends no authorization where there is no key', async () => {
    json(completion());
    await model().converse(call);
    expect(seen[0]?.authorization).toBeUndefined();
  });

  it.each(['', 'here', 'ftp://host/v1', 'file:///etc/passwd'])('refuses the address %j', (url) => {
    expect(() => compatibleModel({ url })).toThrow('AIRLOCK_MODEL_URL must be an http or https address.');
  });
});
