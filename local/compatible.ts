// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from '../lambdas/failures.ts';
import type { ModelCall } from '../lambdas/ports.ts';
import { fromChatCompletions, type ModelAnswer } from '../lambdas/records/answer.ts';
import type { Model } from './model.ts';
import { readBounded } from './read-bounded.ts';

export type CompatibleOptions = Readonly<{
  /** The server's base, with its `/v1` where it has one: `http://127.0.0.1:11434/v1`. */
  url: string;
  /** The model's name there. Default: the first that the server lists. */
  name?: string;
  key?: string;
  /** Milliseconds for the whole answer. Below the workflow's own limit for InvokeModel. */
  timeout?: number;
  fetch?: typeof fetch;
}>;

const most = 8 * 1024 * 1024;

const text = z.string().nullish();
const tokens = z.int().nonnegative().catch(0);

/** The part of a chat completion that is used. The loose rest is what servers add. */
const CompletionSchema = z.looseObject({
  model: z.string().min(1).max(200).optional(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.unknown().optional(),
        message: z.looseObject({
          content: text,
          refusal: text,
          /** What DeepSeek's, vLLM's and Ollama's servers call the model's own thoughts. */
          reasoning_content: text,
          reasoning: text,
          tool_calls: z
            .array(z.looseObject({ function: z.looseObject({ name: z.string(), arguments: z.string() }) }))
            .nullish(),
        }),
      }),
    )
    .length(1),
  usage: z.looseObject({ prompt_tokens: tokens, completion_tokens: tokens }).nullish(),
});

const ListSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string().min(1).max(200) })).min(1) });

function toAnswer(completion: z.infer<typeof CompletionSchema>, name: string): ModelAnswer {
  const [choice] = completion.choices;
  if (choice === undefined) throw new Failure('Malformed');
  const { message, finish_reason: reason } = choice;
  const reasoning = (message.reasoning_content ?? message.reasoning ?? '').toWellFormed();
  const refusal = message.refusal ?? '';
  return {
    text: [message.content ?? '', refusal]
      .filter((part) => part !== '')
      .join('\n')
      .toWellFormed(),
    stopReason: refusal === '' ? fromChatCompletions(reason) : 'refused',
    ...(reasoning === '' ? {} : { reasoning }),
    toolCalls: (message.tool_calls ?? []).map((call) => ({
      name: call.function.name.toWellFormed(),
      arguments: call.function.arguments.toWellFormed(),
    })),
    model: completion.model ?? name,
    usage: {
      inputTokens: completion.usage?.prompt_tokens ?? 0,
      outputTokens: completion.usage?.completion_tokens ?? 0,
    },
  };
}

/** The status as a failure: only what says "not now" is worth a retry or another model. */
function refuse(status: number): void {
  if (status === 429) throw new Failure('Throttled');
  if (status >= 500 || status === 408) throw new Failure('Unavailable');
  if (status < 200 || status >= 300) throw new Failure('Malformed');
}

/**
 * Any server that speaks OpenAI's chat completions (Ollama, vLLM, llama.cpp, a gateway), known to policies as
 * `compatible`. Nothing but the screened prompt goes out; neither side's text is logged or kept in an error.
 */
export function compatibleModel(options: CompatibleOptions): Model {
  const { url, key, timeout = 240_000, fetch: send = fetch } = options;
  const at = (path: string) => new URL(`${url.replace(/\/$/, '')}/${path}`);
  if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol))
    throw new Error('AIRLOCK_MODEL_URL must be an http or https address.');
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };

  const ask = async <Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
  ): Promise<z.infer<Schema>> => {
    let body: string;
    try {
      // A redirect would carry the prompt somewhere nobody chose.
      const response = await send(at(path), {
        ...init,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
      if (!response.ok) await response.body?.cancel();
      refuse(response.status);
      body = await readBounded(response, most);
    } catch (error) {
      // A network's error has no text of ours, but it is not needed either.
      throw error instanceof Failure ? error : new Failure('Unavailable');
    }
    try {
      return schema.parse(JSON.parse(body));
    } catch {
      throw new Failure('Malformed');
    }
  };

  let found = options.name;
  const modelName = async (): Promise<string> =>
    (found ??= (await ask('models', { method: 'GET' }, ListSchema)).data[0]?.id ?? '');

  return {
    id: 'compatible',
    converse: async (call: ModelCall) => {
      const name = await modelName();
      const completion = await ask(
        'chat/completions',
        {
          method: 'POST',
          body: JSON.stringify({
            model: name,
            messages: [{ role: 'system', content: call.system }, ...call.messages],
            max_tokens: call.maxOutputTokens,
            stream: false,
          }),
        },
        CompletionSchema,
      );
      return toAnswer(completion, name);
    },
  };
}
