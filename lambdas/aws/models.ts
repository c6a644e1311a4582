// SPDX-License-Identifier: Apache-2.0
import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { ModelCall, Models } from '../ports.ts';
import { fromConverse, type ModelAnswer } from '../records/answer.ts';
import { asking, bedrockClient } from './bedrock-client.ts';
import { bedrockId } from './bedrock-id.ts';

/** The blocks of an answer that are understood. Any other is a kind this version does not know: the answer is held. */
const BlockSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ toolUse: z.looseObject({ name: z.string(), input: z.unknown() }) }),
  z.strictObject({
    reasoningContent: z.looseObject({ reasoningText: z.looseObject({ text: z.string() }).optional() }),
  }),
]);
const tokens = z.int().nonnegative().catch(0);
const AnswerSchema = z.looseObject({
  stopReason: z.string(),
  output: z.looseObject({ message: z.looseObject({ content: z.array(z.unknown()) }) }),
  usage: z.looseObject({ inputTokens: tokens, outputTokens: tokens }).optional(),
});

function toAnswer(raw: unknown, modelId: string): ModelAnswer {
  const parsed = AnswerSchema.safeParse(raw);
  if (!parsed.success) throw new Failure('Malformed');
  const blocks = parsed.data.output.message.content.map((block) => BlockSchema.safeParse(block));
  const known = blocks.flatMap((block) => (block.success ? [block.data] : []));
  const reasoning = known.flatMap((block) =>
    'reasoningContent' in block ? [block.reasoningContent.reasoningText?.text ?? ''] : [],
  );
  const toolCalls = known.flatMap((block) =>
    'toolUse' in block
      ? [{ name: block.toolUse.name, arguments: JSON.stringify(block.toolUse.input ?? {}) }]
      : [],
  );
  return {
    text: known
      .flatMap((block) => ('text' in block ? [block.text] : []))
      .join('\n')
      .toWellFormed(),
    stopReason: known.length === blocks.length ? fromConverse(parsed.data.stopReason) : 'unknown',
    ...(reasoning.length === 0 ? {} : { reasoning: reasoning.join('\n').toWellFormed() }),
    toolCalls,
    model: modelId,
    usage: {
      inputTokens: parsed.data.usage?.inputTokens ?? 0,
      outputTokens: parsed.data.usage?.outputTokens ?? 0,
    },
  };
}

export type BedrockOptions = Readonly<{
  client?: Pick<BedrockRuntimeClient, 'send'>;
  /** A guardrail inside the call as well, for depth. */
  guardrail?: Readonly<{ id: string; version: string }>;
}>;

/**
 * Bedrock models by Converse (Amazon Bedrock Runtime API). Every block of a user is marked `guard_content`: as
 * soon as one is marked, unmarked ones are skipped. The only metadata that goes along is the case's id.
 */
export function openModels({ client = bedrockClient(), guardrail }: BedrockOptions = {}): Models {
  const block = (text: string) =>
    guardrail === undefined
      ? { text }
      : { guardContent: { text: { text, qualifiers: ['guard_content' as const] } } };
  const converse = async (call: ModelCall): Promise<ModelAnswer> => {
    if (!bedrockId.test(call.modelId)) throw new Failure('NoModel');
    const command = new ConverseCommand({
      modelId: call.modelId,
      system: [{ text: call.system }],
      messages: call.messages.map(({ role, content }) => ({
        role,
        content: [role === 'user' ? block(content) : { text: content }],
      })),
      inferenceConfig: { maxTokens: call.maxOutputTokens },
      requestMetadata: { caseId: call.caseId },
      ...(guardrail === undefined
        ? {}
        : {
            guardrailConfig: {
              guardrailIdentifier: guardrail.id,
              guardrailVersion: guardrail.version,
              trace: 'disabled' as const,
            },
          }),
    });
    return toAnswer(await asking(() => client.send(command)), call.modelId);
  };
  return { serves: (modelId) => bedrockId.test(modelId), converse };
}
