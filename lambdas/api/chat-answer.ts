// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import { type Case, outcomes } from '../records/case.ts';
import { type ReasonCode, reasonCodes } from '../records/reason.ts';
import { caseFailure } from './case-failure.ts';
import { caseRejection } from './case-rejection.ts';
import { reasonsOf, releasedAnswer } from './case-view.ts';
import { Problem, type ProblemCode } from './problems.ts';

const codes = Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]];

/** What OpenAI's API does not have a place for. */
const AirlockSchema = z.strictObject({
  caseId: z.uuid(),
  conversationId: z.uuid(),
  status: z.enum(['accepted', 'running', 'held', 'closed']),
  outcome: z.enum(outcomes).optional(),
  reasons: z.array(z.enum(codes)),
});

const common = { id: z.string(), created: z.int(), model: z.string() };
const Finish = z.enum(['stop', 'content_filter']);
const UsageSchema = z.strictObject({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
});

export const ChatCompletionSchema = z
  .strictObject({
    ...common,
    object: z.literal('chat.completion'),
    choices: z.array(
      z.strictObject({
        index: z.int(),
        message: z.strictObject({
          role: z.literal('assistant'),
          content: z.string(),
          refusal: z.null(),
        }),
        logprobs: z.null(),
        finish_reason: Finish,
      }),
    ),
    usage: UsageSchema,
    airlock: AirlockSchema,
  })
  .meta({ id: 'ChatCompletion' });

/** How a chat completion ends: with the answer, or with a sentence about where the case is. */
export type Ending = Readonly<{ content: string; finish: z.infer<typeof Finish> }>;

const refusals: Readonly<Partial<Record<NonNullable<Case['outcome']>, ProblemCode>>> = {
  blocked: 'blocked',
  rejected: 'rejected',
  expired: 'not-reviewed',
  failed: 'failed',
};

/** @throws Problem when the case was closed without an answer: a clear error in the caller's client */
export async function endingOf(ports: Pick<Ports, 'vault' | 'clock'>, item: Case): Promise<Ending> {
  if (item.status === 'closed') {
    const released = await releasedAnswer(ports, item);
    if (released !== undefined) return { content: released, finish: 'stop' };
    const failure = caseFailure(item);
    const rejection = caseRejection(item);
    const why = [
      ...(rejection === undefined ? [] : [rejection.sentence]),
      ...reasonsOf(item).map((code) => reasonCodes[code].sentence),
    ];
    throw new Problem(refusals[item.outcome ?? 'failed'] ?? 'failed', {
      members: { caseId: item.caseId, ...(failure === undefined ? {} : { failure }) },
      headers: caseHeaders(item),
      errors: why.map((message) => ({ path: 'messages', message })),
    });
  }
  const state = item.status === 'held' ? 'is held for review' : 'is still under way';
  return {
    content: `No answer yet: case ${item.caseId} ${state}. See GET /v1/requests/${item.caseId}.`,
    finish: 'content_filter',
  };
}

/** Where to look for the case, and how to go on with the conversation. */
export const caseHeaders = (item: Case): Record<string, string> => ({
  'x-airlock-case': item.caseId,
  'x-airlock-conversation': item.conversationId,
});

const airlockOf = (item: Case): z.infer<typeof AirlockSchema> => ({
  caseId: item.caseId,
  conversationId: item.conversationId,
  status: item.status,
  ...(item.outcome === undefined ? {} : { outcome: item.outcome }),
  reasons: item.outcome === 'released' ? [] : reasonsOf(item),
});

const head = (item: Case) => ({
  id: `chatcmpl-${item.caseId}`,
  created: Math.floor(item.acceptedAt / 1000),
  model: item.policy.id,
});

/** Tokens are counted in the case's record, where cost belongs; clients get a zero instead of a guess. */
const usage: z.infer<typeof UsageSchema> = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

export const completion = (item: Case, ending: Ending): z.infer<typeof ChatCompletionSchema> => ({
  ...head(item),
  object: 'chat.completion',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: ending.content, refusal: null },
      logprobs: null,
      finish_reason: ending.finish,
    },
  ],
  usage,
  airlock: airlockOf(item),
});

/** The chunks of the same completion: the text in one piece, because it is released in one piece. */
export function chunksOf(item: Case, ending: Ending, withUsage: boolean): object[] {
  const chunk = { ...head(item), object: 'chat.completion.chunk' };
  const choice = (delta: object, finish_reason: string | null) => ({
    ...chunk,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  return [
    choice({ role: 'assistant', content: '' }, null),
    choice({ content: ending.content }, null),
    { ...choice({}, ending.finish), airlock: airlockOf(item) },
    ...(withUsage ? [{ ...chunk, choices: [], usage }] : []),
  ];
}
