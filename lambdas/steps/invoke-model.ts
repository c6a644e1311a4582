// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { keepContent, theCase } from '../change.ts';
import { getContent } from '../contents.ts';
import { Failure, failureName } from '../failures.ts';
import type { ModelCall, Ports } from '../ports.ts';
import { describePlaceholders } from '../privacy/describe-placeholders.ts';
import { type ModelAnswer, ModelAnswerSchema } from '../records/answer.ts';
import { type AnswerContent, PromptContentSchema } from '../records/content.ts';
import type { Policy } from '../records/policy.ts';
import { composePrompt } from '../screening/fence.ts';
import { fenceSecrets } from './fence-secrets.ts';
import { refShape, revision, step } from './step.ts';
import { budgetDay, callTokens, tokensOf } from './token-estimate.ts';

const Input = z.strictObject({ ...refShape, revision });

const charactersOf = (system: string, messages: readonly { content: string }[]) =>
  messages.reduce((sum, message) => sum + message.content.length, system.length);

/** Asks the models of the policy in order of preference; the next one when one is slow, limited or down. */
async function firstAnswer(
  ports: Ports,
  policy: Policy,
  call: Omit<ModelCall, 'modelId' | 'maxOutputTokens'>,
): Promise<ModelAnswer> {
  const needed = tokensOf(charactersOf(call.system, call.messages));
  const candidates = policy.models.filter(
    (model) => ports.models.serves(model.id) && needed <= model.maxInputTokens,
  );
  let last: unknown = new Failure('NoModel');
  for (const { id, maxOutputTokens } of candidates) {
    try {
      const answer = ModelAnswerSchema.safeParse(
        await ports.models.converse({ ...call, modelId: id, maxOutputTokens }),
      );
      if (!answer.success) throw new Failure('Malformed');
      return answer.data;
    } catch (thrown) {
      const name = failureName(thrown);
      if (name !== 'Throttled' && name !== 'Unavailable' && name !== 'Malformed') throw thrown;
      last = thrown;
    }
  }
  throw last;
}

/**
 * InvokeModel: shows the model the screened, completely de-identified prompt and nothing else.
 * Out: `{ revision }` of the raw answer, to be scanned.
 * @throws IncompleteDetection when the prompt is not completely de-identified (no approval gets here with one),
 * BudgetExceeded before the call, NoModel, Throttled, Unavailable, Malformed
 */
export const invokeModel = (ports: Ports) =>
  step(Input, async (input) => {
    const item = await theCase(ports, input);
    // A reviewer's test has no workflow; should one ever be started, it ends here.
    if (item.seed !== undefined) throw new Failure('NotCleared');
    const policy = await ports.policies.byHash(item.policy.hash);
    const scope = { tenantId: item.tenantId, scope: item.caseId };
    const prompt = await getContent(ports, { ...scope, revision: input.revision }, PromptContentSchema);
    if (!prompt.complete) throw new Failure('IncompleteDetection');
    const secrets = await fenceSecrets(ports, item, input.revision);
    const { system, messages } = composePrompt({
      policy,
      placeholders: describePlaceholders(policy, prompt.anchor),
      messages: prompt.messages,
      assistantVerified: prompt.assistantVerified ?? [],
      documents: prompt.documents,
      ...secrets,
    });
    const granted: unknown = await ports.cases.spend({
      tenantId: item.tenantId,
      day: budgetDay(ports.clock()),
      tokens: callTokens(policy, charactersOf(system, messages)),
      limit: policy.tokensPerDay,
    });
    if (granted !== true) throw new Failure(granted === false ? 'BudgetExceeded' : 'Malformed');
    const answer = await firstAnswer(ports, policy, { system, messages, caseId: item.caseId });
    const content: AnswerContent = { kind: 'answer', answer, prompt: input.revision };
    const made = await keepContent(ports, item, content, (now, revision) => ({
      ...now,
      prompt: input.revision,
      answer: revision,
      status: 'running',
    }));
    return { revision: made };
  });
