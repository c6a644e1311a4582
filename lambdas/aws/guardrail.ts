// SPDX-License-Identifier: Apache-2.0
import { ApplyGuardrailCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { Failure } from '../failures.ts';
import type { ApplyGuardrail } from '../ports.ts';
import type { PolicyRef } from '../records/case.ts';
import {
  type GuardrailRequest,
  type GuardrailResponse,
  GuardrailResponseSchema,
} from '../records/guardrail.ts';
import { sentenceChunks } from '../screening/sentence-chunks.ts';
import { asking, bedrockClient } from './bedrock-client.ts';

/** Text units (1,000 characters) that one call may bring: the smallest regional quota is 25 a second. */
const unitsPerCall = 20;
/** Calls for one side of one case; a longer text is not looked at in part, it is held. */
const mostCalls = 12;
const overlap = 200;

type Block = GuardrailRequest['content'][number];

/** The matched values are the identities themselves: they go no further than this. */
function withoutMatches(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMatches);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'match')
      .map(([key, part]) => [key, withoutMatches(part)]),
  );
}

/** Calls' worth of blocks: as many whole blocks as fit, long ones cut on sentence borders with an overlap. */
function portions(content: readonly Block[]): Block[][] {
  const calls: Block[][] = [[]];
  let units = 0;
  for (const block of content)
    for (const text of sentenceChunks(block.text, unitsPerCall * 1000, overlap)) {
      const needed = Math.ceil(text.length / 1000);
      if (units + needed > unitsPerCall && units > 0) {
        calls.push([]);
        units = 0;
      }
      calls.at(-1)?.push({ ...block, text });
      units += needed;
    }
  return calls;
}

export type GuardrailOptions = Readonly<{
  client?: Pick<BedrockRuntimeClient, 'send'>;
  /** The guardrail that was deployed for a policy. */
  guardrailFor: (policy: PolicyRef) => Readonly<{ id: string; version: string }> | undefined;
}>;

/**
 * Bedrock Guardrails by ApplyGuardrail: one content block a text slot, within the service's text-unit quota. What
 * is over the limit, and calls whose outputs do not match their blocks, come back as not complete: hold.
 * @throws Throttled, Unavailable, Malformed
 */
export const openGuardrail =
  ({ client = bedrockClient(), guardrailFor }: GuardrailOptions): ApplyGuardrail =>
  async (request, policy) => {
    const guardrail = guardrailFor(policy);
    const calls = portions(request.content);
    if (guardrail === undefined || calls.length > mostCalls)
      return { action: 'NONE', outputs: [], assessments: [], complete: false };
    const answers: GuardrailResponse[] = [];
    for (const content of calls) {
      const command = new ApplyGuardrailCommand({
        guardrailIdentifier: guardrail.id,
        guardrailVersion: guardrail.version,
        source: request.source,
        content: content.map(({ text, qualifiers }) => ({
          text: { text, ...(qualifiers === undefined ? {} : { qualifiers: [...qualifiers] }) },
        })),
      });
      const parsed = GuardrailResponseSchema.safeParse(
        withoutMatches(await asking(() => client.send(command))),
      );
      if (!parsed.success) throw new Failure('Malformed');
      const { outputs } = parsed.data;
      answers.push({ ...parsed.data, complete: outputs.length === 0 || outputs.length === content.length });
    }
    return {
      action: answers.some((answer) => answer.action === 'GUARDRAIL_INTERVENED')
        ? 'GUARDRAIL_INTERVENED'
        : 'NONE',
      // Which output belongs to which block was checked a call at a time; masked text is not used.
      outputs: [],
      assessments: answers.flatMap((answer) => answer.assessments),
      complete: answers.every((answer) => answer.complete),
    };
  };
