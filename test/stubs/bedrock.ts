// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { input } from './json.ts';
import { type Answer, type Call, openStub, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

const Text = z.strictObject({ text: z.string() });
const Guarded = z.strictObject({
  guardContent: z.strictObject({
    text: z.strictObject({ text: z.string(), qualifiers: z.array(z.string()) }),
  }),
});
const Converse = z.strictObject({
  system: z.array(Text),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant']),
        content: z.array(z.union([Text, Guarded])).min(1),
      }),
    )
    .min(1),
  inferenceConfig: z.strictObject({ maxTokens: z.int().positive() }),
  requestMetadata: z.record(z.string().max(256), z.string().regex(/^[a-zA-Z0-9\s:_@$#=/+,.-]{0,256}$/)),
  guardrailConfig: z.strictObject({
    guardrailIdentifier: z.string(),
    guardrailVersion: z.string(),
    trace: z.literal('disabled'),
  }),
});
const Apply = z.strictObject({
  source: z.enum(['INPUT', 'OUTPUT']),
  content: z
    .array(
      z.strictObject({
        text: z.strictObject({ text: z.string(), qualifiers: z.array(z.string()).optional() }),
      }),
    )
    .min(1),
  outputScope: z.enum(['INTERVENTIONS', 'FULL']).optional(),
});
const Checks = z.strictObject({
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant', 'system']),
        content: z.array(Text).min(1).max(10),
      }),
    )
    .min(1),
  checks: z.strictObject({
    sensitiveInformation: z.strictObject({
      entities: z
        .array(z.strictObject({ type: z.string() }))
        .min(1)
        .max(31),
    }),
  }),
});

export type BedrockStub = Stub &
  Readonly<{
    /** Names that the detect-only checks find wherever they stand. */
    find: (names: readonly string[]) => void;
    /** The model: from the last user's text to its answer. */
    answer: (model: (prompt: string) => string) => void;
    /** What every call of a guardrail is answered with; undefined: nothing was found. */
    guard: (response: unknown) => void;
  }>;

const json = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
/** Where names stand in a text; offsets are told in code points. */
const placesIn = (text: string, names: readonly string[]) =>
  names.flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => {
      const beginOffset = Array.from(text.slice(0, index)).length;
      return { beginOffset, endOffset: beginOffset + Array.from(name).length };
    }),
  );
const clean = { action: 'NONE', outputs: [], assessments: [], usage: {} };

/**
 * Bedrock Runtime (restJson1) on HTTP/1.1: Converse of one model, only with its guardrail, ApplyGuardrail, and
 * InvokeGuardrailChecks. A client that speaks HTTP/2 gets nowhere here.
 */
export async function openBedrock(
  principals: Principals,
  deployed: Readonly<{ model: string; guardrail: string; version: string }>,
): Promise<BedrockStub> {
  let model = (_prompt: string) => 'All is well.';
  let guarded: unknown;
  let known: readonly string[] = [];
  const check = (call: Call): Answer => {
    const { messages } = input(Checks, call);
    const results = messages.flatMap(({ content }, messageIndex) =>
      content.flatMap(({ text }, contentIndex) =>
        placesIn(text, known).map((place) => ({
          type: 'NAME',
          confidenceScore: 0.9,
          ...place,
          messageIndex,
          contentIndex,
        })),
      ),
    );
    return json({ results: { sensitiveInformation: { results, truncated: false } }, usage: {} });
  };
  const converse = (call: Call): Answer => {
    const { messages, guardrailConfig } = input(Converse, call);
    if (guardrailConfig.guardrailIdentifier !== deployed.guardrail)
      throw new ServiceError('AccessDeniedException', 403);
    const last = messages.at(-1)?.content[0];
    const text = last === undefined ? '' : 'text' in last ? last.text : last.guardContent.text.text;
    return json({
      output: { message: { role: 'assistant', content: [{ text: model(text) }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 10, outputTokens: 10, totalTokens: 20 },
      metrics: { latencyMs: 1 },
    });
  };
  const stub = await openStub({
    service: 'bedrock',
    protocol: {
      operationOf: ({ method, path }) => {
        if (method !== 'POST') return undefined;
        if (path === '/guardrail-checks/invoke') return 'InvokeGuardrailChecks';
        if (path === `/model/${deployed.model}/converse`) return 'Converse';
        return path === `/guardrail/${deployed.guardrail}/version/${deployed.version}/apply`
          ? 'ApplyGuardrail'
          : undefined;
      },
      error: (error) => ({
        status: error.status,
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.name },
        body: JSON.stringify({ message: error.message }),
      }),
    },
    principals,
    serve: (call) => {
      if (call.operation === 'Converse') return converse(call);
      if (call.operation === 'InvokeGuardrailChecks') return check(call);
      input(Apply, call);
      return json(guarded ?? clean);
    },
  });
  return {
    ...stub,
    answer: (next) => (model = next),
    guard: (response) => (guarded = response),
    find: (names) => (known = names),
  };
}
