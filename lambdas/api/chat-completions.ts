// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { accept } from './accept.ts';
import { caseHeaders, ChatCompletionSchema, chunksOf, completion, endingOf } from './chat-answer.ts';
import { ChatBodySchema, requestOf } from './chat-body.ts';
import { conversationOf, idempotencyKey } from './header-values.ts';
import { operation } from './operation.ts';
import { chatErrorReply, problemOf } from './problem-document.ts';
import { Problem } from './problems.ts';
import { isSettled, waitFor } from './wait.ts';

export type ChatSettings = Readonly<{
  /** How long a completion waits for its case before it answers that it is under way. */
  waitSeconds: number;
  /** How often a stream says that it is alive: under the idle timeouts of proxies. */
  keepAliveSeconds: number;
}>;
export const chatDefaults: ChatSettings = { waitSeconds: 30, keepAliveSeconds: 10 };

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

/** The case's end as server-sent events. Errors after the first byte become an event: the status is sent by then. */
async function* events(
  ports: Ports,
  accepted: Case,
  withUsage: boolean,
  settings: ChatSettings,
): AsyncGenerator<string, void, undefined> {
  try {
    yield ': accepted\n\n';
    const waiting = waitFor(ports, accepted, settings.waitSeconds * 1000, isSettled);
    // The failure is met below; until then nobody may call it unhandled.
    waiting.catch(() => undefined);
    let item: Case | undefined;
    while (item === undefined) {
      const alive = new AbortController();
      const tick = sleep(settings.keepAliveSeconds * 1000, undefined, { signal: alive.signal });
      item = await Promise.race([waiting, tick.catch(() => undefined)]);
      alive.abort();
      if (item === undefined) yield ': waiting\n\n';
    }
    const ending = await endingOf(ports, item);
    for (const chunk of chunksOf(item, ending, withUsage)) yield event(chunk);
  } catch (thrown) {
    yield event(chatErrorReply(problemOf(thrown) ?? new Problem('internal')).body);
  }
  yield 'data: [DONE]\n\n';
}

/** POST /v1/chat/completions: existing clients work by changing the base URL. `model` names a policy. */
export const chatCompletions = (settings: ChatSettings = chatDefaults) =>
  operation({
    id: 'chatCompletions',
    method: 'POST',
    path: '/v1/chat/completions',
    summary:
      'OpenAI-compatible: a chat completion whose model is a policy. A held one ends with content_filter.',
    groups: ['requester'],
    errors: 'chat',
    headers: ['idempotency-key', 'x-airlock-conversation'],
    body: ChatBodySchema,
    replies: {
      200: {
        description: 'The answer, or a sentence that names the case; with `stream`, server-sent events.',
        schema: z.union([ChatCompletionSchema, z.string()]),
      },
    },
    handle: (ports) => async (call) => {
      const key = idempotencyKey(call.headers);
      const request = requestOf(call.body, conversationOf(call.headers));
      const accepted = await accept(ports, call.principal, request, key);
      const headers = caseHeaders(accepted);
      if (call.body.stream === true) {
        const withUsage = call.body.stream_options?.include_usage === true;
        return { status: 200, headers, events: events(ports, accepted, withUsage, settings) };
      }
      const item = await waitFor(ports, accepted, settings.waitSeconds * 1000, isSettled);
      const ending = await endingOf(ports, item);
      return { status: 200, headers, body: completion(item, ending) };
    },
  });
