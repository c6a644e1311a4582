// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { describe, expect, it } from '@jest/globals';
import { openGuardrailChecks } from '../../lambdas/aws/guardrail-checks.ts';
import { openGuardrail } from '../../lambdas/aws/guardrail.ts';
import { openModels } from '../../lambdas/aws/models.ts';
import { describeModels } from './models.ts';

const modelId = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
type Asked = { path: string; body: Record<string, unknown> };
type Said = { status?: number; type?: string; body: unknown };

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Bedrock Runtime's wire protocol (restJson1), as strict as it needs to be: signed, known paths only. */
async function stub(answer: (asked: Asked) => Said) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const path = decodeURIComponent(request.url ?? '');
      const known =
        /^\/(?:model\/[^/]+\/converse|guardrail\/[^/]+\/version\/[^/]+\/apply|guardrail-checks\/invoke)$/.test(
          path,
        );
      const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') ?? false;
      if (!known || !signed)
        return response.writeHead(400, { 'x-amzn-errortype': 'ValidationException' }).end('{}');
      const call = { path, body: JSON.parse(text) as Record<string, unknown> };
      asked.push(call);
      const { status = 200, type, body } = answer(call);
      return response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
        })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: 500 }),
  });
  const close = async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { client, asked, close };
}

const converse = (content: unknown[], stopReason = 'end_turn') => ({
  output: { message: { role: 'assistant', content } },
  stopReason,
  usage: { inputTokens: 3, outputTokens: 5, totalTokens: 8 },
  metrics: { latencyMs: 1 },
});
const call = {
  modelId,
  system: 'Be brief.',
  messages: [{ role: 'user' as const, content: 'Hello, [NAME_1_7K].' }],
  maxOutputTokens: 100,
  caseId: '0198c0de-0000-7000-8000-000000000001',
};
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as Error).name,
  );

describeModels('Bedrock models', async () => {
  const { client, close } = await stub(() => ({ body: converse([{ text: 'Hello.' }]) }));
  return { models: openModels({ client }), modelId, close };
});

describe('Converse', () => {
  it('is told the system text, the messages, the token limit, and no metadata but the case', async () => {
    const { client, asked, close } = await stub(() => ({ body: converse([{ text: 'Hello.' }]) }));
    await openModels({ client }).converse(call);
    expect(asked[0]).toEqual({
      path: `/model/${modelId}/converse`,
      body: {
        system: [{ text: 'Be brief.' }],
        messages: [{ role: 'user', content: [{ text: 'Hello, [NAME_1_7K].' }] }],
        inferenceConfig: { maxTokens: 100 },
        requestMetadata: { caseId: call.caseId },
      },
    });
    await close();
  });

  it('marks every block of a user when a guardrail goes along', async () => {
    const { client, asked, close } = await stub(() => ({ body: converse([{ text: 'Hello.' }]) }));
    await openModels({ client, guardrail: { id: 'g1', version: '3' } }).converse(call);
    expect(asked[0]?.body).toMatchObject({
      guardrailConfig: { guardrailIdentifier: 'g1', guardrailVersion: '3', trace: 'disabled' },
      messages: [{ content: [{ guardContent: { text: { qualifiers: ['guard_content'] } } }] }],
    });
    await close();
  });

  it.each([
    ['plain text', [{ text: 'a' }, { text: 'b' }], 'end_turn', { text: 'a\nb', stopReason: 'end' }],
    [
      'reasoning, which is scanned too',
      [{ reasoningContent: { reasoningText: { text: 'think' } } }, { text: 'a' }],
      'end_turn',
      { text: 'a', reasoning: 'think' },
    ],
    [
      'a tool call, which is held',
      [{ toolUse: { toolUseId: 't', name: 'send', input: { to: 'x' } } }],
      'tool_use',
      { stopReason: 'tool', toolCalls: [{ name: 'send', arguments: '{"to":"x"}' }] },
    ],
    [
      'a block nobody knows, which is held',
      [{ text: 'a' }, { image: { format: 'png', source: { bytes: 'AA==' } } }],
      'end_turn',
      { stopReason: 'unknown' },
    ],
    [
      'a stop reason nobody knows, which is held',
      [{ text: 'a' }],
      'brand_new_reason',
      { stopReason: 'unknown' },
    ],
    ['an answer that was cut', [{ text: 'a' }], 'max_tokens', { stopReason: 'length' }],
    ['a guardrail inside the call', [{ text: 'Sorry.' }], 'guardrail_intervened', { stopReason: 'filtered' }],
  ])('reads %s', async (_what, content, stopReason, expected) => {
    const { client, close } = await stub(() => ({ body: converse(content, stopReason) }));
    expect(await openModels({ client }).converse(call)).toMatchObject(expected);
    await close();
  });

  it.each([
    ['ThrottlingException', 429, 'Throttled'],
    ['ModelNotReadyException', 429, 'Throttled'],
    ['ModelTimeoutException', 408, 'Unavailable'],
    ['InternalServerException', 500, 'Unavailable'],
    ['ServiceUnavailableException', 503, 'Unavailable'],
    ['AccessDeniedException', 403, 'Malformed'],
    ['ValidationException', 400, 'Malformed'],
  ])('%s (%i) becomes %s, without its message', async (type, status, name) => {
    const { client, close } = await stub(() => ({ status, type, body: { message: 'leaked@example.org' } }));
    const error = await openModels({ client })
      .converse(call)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name });
    expect((error as Error).message).not.toContain('leaked');
    await close();
  });

  it.each([
    ['nothing', {}],
    ['no message', { output: {}, stopReason: 'end_turn' }],
    ['half a document', '{"output": {"message": {"con'],
  ])('%s is no answer', async (_what, body) => {
    const { client, close } = await stub(() => ({ body }));
    expect(['Malformed', 'Unavailable']).toContain(await failure(openModels({ client }).converse(call)));
    await close();
  });
});

describe('ApplyGuardrail', () => {
  const policy = { id: 'healthcare', version: '1.0.0', hash: '0'.repeat(64) };
  const guardrailFor = () => ({ id: 'g1', version: '3' });
  const clean = { action: 'NONE', outputs: [], assessments: [], usage: {} };
  const block = (text: string) => ({ text, qualifiers: ['guard_content' as const] });

  it('sends one block a slot, each marked', async () => {
    const { client, asked, close } = await stub(() => ({ body: clean }));
    const answer = await openGuardrail({ client, guardrailFor })(
      { source: 'INPUT', content: [block('one'), block('two')] },
      policy,
    );
    expect(answer).toMatchObject({ action: 'NONE', complete: true });
    expect(asked).toEqual([
      {
        path: '/guardrail/g1/version/3/apply',
        body: { source: 'INPUT', content: [{ text: block('one') }, { text: block('two') }] },
      },
    ]);
    await close();
  });

  it('strips the matched values before anybody else sees them', async () => {
    const assessments = [
      {
        sensitiveInformationPolicy: {
          piiEntities: [{ match: 'leaked@example.org', type: 'EMAIL', action: 'ANONYMIZED' }],
          regexes: [],
        },
      },
    ];
    const { client, close } = await stub(() => ({
      body: { ...clean, action: 'GUARDRAIL_INTERVENED', outputs: [{ text: '{EMAIL}' }], assessments },
    }));
    const answer = await openGuardrail({ client, guardrailFor })(
      { source: 'INPUT', content: [block('one')] },
      policy,
    );
    expect(answer.action).toBe('GUARDRAIL_INTERVENED');
    expect(JSON.stringify(answer)).not.toContain('leaked');
    await close();
  });

  it('cuts what is too long for one call, and does not call it complete when it is too long for all', async () => {
    const { client, asked, close } = await stub(() => ({ body: clean }));
    const apply = openGuardrail({ client, guardrailFor });
    expect(
      (await apply({ source: 'INPUT', content: [block('A sentence. '.repeat(4000))] }, policy)).complete,
    ).toBe(true);
    expect(asked.length).toBe(3);
    for (const { body } of asked)
      expect(
        (body['content'] as { text: { text: string } }[]).reduce(
          (sum, each) => sum + each.text.text.length,
          0,
        ),
      ).toBeLessThanOrEqual(20_000);
    expect(
      (await apply({ source: 'INPUT', content: [block('A sentence. '.repeat(40_000))] }, policy)).complete,
    ).toBe(false);
    await close();
  });

  it.each([
    ['outputs of the wrong length', { ...clean, action: 'GUARDRAIL_INTERVENED', outputs: [{ text: 'a' }] }],
    ['no guardrail for the policy', clean],
  ])('%s is not complete', async (what, body) => {
    const { client, close } = await stub(() => ({ body }));
    const apply = openGuardrail({
      client,
      guardrailFor: what.startsWith('no') ? () => undefined : guardrailFor,
    });
    expect((await apply({ source: 'INPUT', content: [block('one'), block('two')] }, policy)).complete).toBe(
      false,
    );
    await close();
  });

  it.each([
    ['ThrottlingException', 429, 'Throttled'],
    ['InternalServerException', 500, 'Unavailable'],
  ])('%s (%i) is thrown as %s', async (type, status, name) => {
    const { client, close } = await stub(() => ({ status, type, body: {} }));
    expect(
      await failure(
        openGuardrail({ client, guardrailFor })({ source: 'INPUT', content: [block('one')] }, policy),
      ),
    ).toBe(name);
    await close();
  });
});

describe('InvokeGuardrailChecks', () => {
  const usage = { sensitiveInformation: { textUnits: 1 } };
  const results = (found: unknown[], truncated = false) => ({
    body: { results: { sensitiveInformation: { results: found, truncated } }, usage },
  });
  const entry = (type: string, beginOffset: number, endOffset: number) => ({
    type,
    confidenceScore: 0.8,
    beginOffset,
    endOffset,
    messageIndex: 0,
    contentIndex: 0,
  });
  const detect = async (text: string, said: Said) => {
    const { client, asked, close } = await stub(() => said);
    try {
      return { found: await openGuardrailChecks({ client })(text), asked };
    } finally {
      await close();
    }
  };

  it('asks for identifiers only, and never for every age', async () => {
    const { asked } = await detect('Anna Keller called.', results([]));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: '/guardrail-checks/invoke',
      body: { messages: [{ role: 'user', content: [{ text: 'Anna Keller called.' }] }] },
    });
    const { checks } = asked[0]?.body as { checks: Record<string, { entities: { type: string }[] }> };
    expect(Object.keys(checks)).toEqual(['sensitiveInformation']);
    expect(checks['sensitiveInformation']?.entities.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['NAME', 'US_SOCIAL_SECURITY_NUMBER']),
    );
    expect(JSON.stringify(checks)).not.toContain('"AGE"');
  });

  it.each([
    ['of plain text as they are', 'Call Anna Keller.', entry('NAME', 5, 16), 'NAME', 'Anna Keller'],
    ['after an emoji in either unit', '😀 Anna Keller!', entry('NAME', 2, 13), 'NAME', ' Anna Keller'],
    ['up to the end in UTF-16', '😀 Anna', entry('NAME', 3, 7), 'NAME', 'Anna'],
    ['of a type that nobody knows as a name', 'Call Anna.', entry('SOUL', 5, 9), 'NAME', 'Anna'],
  ])('reads offsets %s', async (_what, text, said, type, expected) => {
    const { found } = await detect(text, results([said]));
    expect(found.map((each) => [each.type, text.slice(each.start, each.end)])).toEqual([[type, expected]]);
  });

  it('sends a long text in pieces, and counts from its beginning', async () => {
    const text = `${'word '.repeat(4000)}Anna`;
    const { client, asked, close } = await stub(({ body }) => {
      const [{ content }] = body['messages'] as [{ content: [{ text: string }] }];
      const at = content[0].text.indexOf('Anna');
      return results(at < 0 ? [] : [entry('NAME', at, at + 4)]);
    });
    const found = await openGuardrailChecks({ client })(text);
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ start, end }) => text.slice(start, end)))).toEqual(new Set(['Anna']));
    await close();
  });

  it.each<[string, Said]>([
    ['that was cut short', results([], true)],
    ['beyond the end', results([entry('NAME', 0, 99)])],
    ['that ends before it begins', results([entry('NAME', 4, 2)])],
    ['of another message', results([{ ...entry('NAME', 0, 4), messageIndex: 1 }])],
    ['of another shape', { body: { results: {} } }],
    ['that is half a document', { body: '{"results": {"sens' }],
  ])('refuses an answer %s', async (_what, said) => {
    expect(['Malformed', 'Unavailable']).toContain(await failure(detect('Anna called.', said)));
  });
});
