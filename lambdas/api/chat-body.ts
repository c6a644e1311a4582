// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type Request, RequestSchema, TextSchema } from '../records/request.ts';
import { fieldErrors } from './field-errors.ts';
import { Problem } from './problems.ts';
import { shapeProblem } from './shape-problem.ts';

const TextPartSchema = z.strictObject({ type: z.literal('text'), text: TextSchema });
const ContentSchema = z.union([TextSchema, z.array(TextPartSchema).min(1).max(200)]);

/** Clients send an answer back as they got it: with fields that are empty here. */
const AssistantSchema = z.strictObject({
  role: z.literal('assistant'),
  content: ContentSchema,
  refusal: z.null().optional(),
  audio: z.null().optional(),
  annotations: z.array(z.never()).optional(),
  tool_calls: z.array(z.never()).optional(),
  function_call: z.null().optional(),
});
const UserSchema = z.strictObject({ role: z.literal('user'), content: ContentSchema });

/** What clients set by habit and the policy decides instead: accepted, and without effect. */
const settings = {
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
  max_tokens: z.int().nullish(),
  max_completion_tokens: z.int().nullish(),
  presence_penalty: z.number().nullish(),
  frequency_penalty: z.number().nullish(),
  seed: z.int().nullish(),
  reasoning_effort: z.string().max(32).nullish(),
  verbosity: z.string().max(32).nullish(),
  service_tier: z.string().max(32).nullish(),
  store: z.literal(false).nullish(),
  n: z.literal(1).nullish(),
  response_format: z.strictObject({ type: z.literal('text') }).nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  modalities: z.array(z.literal('text')).nullish(),
  logprobs: z.literal(false).nullish(),
  // Names of an end user or of a cache: read by nobody here, and stored nowhere.
  safety_identifier: z.string().max(256).nullish(),
  prompt_cache_key: z.string().max(256).nullish(),
};

/** What is not supported, by name, so that a refusal says which it was. Clients send what they do not use as null, or empty. */
const unsupported = {
  stop: z.null().optional(),
  logit_bias: z.null().optional(),
  top_logprobs: z.null().optional(),
  audio: z.null().optional(),
  prediction: z.null().optional(),
  web_search_options: z.null().optional(),
  metadata: z.null().optional(),
  tools: z.array(z.never()).nullish(),
  tool_choice: z.literal('none').nullish(),
  functions: z.array(z.never()).nullish(),
  function_call: z.literal('none').nullish(),
};

/** The body of an OpenAI chat completion, as far as it is supported. `model` names a policy. */
export const ChatBodySchema = z
  .strictObject({
    model: z.string().min(1).max(200),
    messages: z
      .array(z.discriminatedUnion('role', [UserSchema, AssistantSchema]))
      .min(1)
      .max(200),
    stream: z.boolean().nullish(),
    stream_options: z
      .strictObject({ include_usage: z.boolean().optional(), include_obfuscation: z.boolean().optional() })
      .nullish(),
    user: z.string().min(1).max(256).nullish(),
    ...settings,
    ...unsupported,
  })
  .meta({ id: 'ChatCompletionRequest' });
export type ChatBody = z.infer<typeof ChatBodySchema>;

const plain = (content: ChatBody['messages'][number]['content']): string =>
  typeof content === 'string' ? content : content.map((part) => part.text).join('\n');

/** The same as a request of our own. @throws Problem unknown-policy, and what a request is refused for */
export function requestOf(body: ChatBody, conversation: string | undefined): Request {
  if (!RequestSchema.shape.policy.safeParse(body.model).success) throw new Problem('unknown-policy');
  const request = {
    policy: body.model,
    messages: body.messages.map(({ role, content }) => ({ role, content: plain(content) })),
    ...(conversation === undefined ? {} : { conversation }),
    ...(typeof body.user === 'string' ? { user: body.user } : {}),
  };
  const parsed = RequestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  throw new Problem(shapeProblem(request) ?? 'invalid-request', {
    errors: fieldErrors('', parsed.error.issues),
  });
}
