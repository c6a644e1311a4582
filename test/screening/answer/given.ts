// SPDX-License-Identifier: Apache-2.0
import finance from '../../../policies/finance.json' with { type: 'json' };
import healthcare from '../../../policies/healthcare.json' with { type: 'json' };
import type { Recognizer } from '../../../lambdas/recognizers/recognizer.ts';
import { type ModelAnswer, ModelAnswerSchema } from '../../../lambdas/records/answer.ts';
import type { IdentityMap } from '../../../lambdas/records/identity.ts';
import { type Policy, PolicySchema } from '../../../lambdas/records/policy.ts';
import type { AnswerCheck, AnswerInput } from '../../../lambdas/screening/answer/check.ts';
import { detectIn, findsIn, restoreDry, textsOf } from '../../../lambdas/screening/answer/read-answer.ts';
import { view } from '../../../lambdas/screening/answer/view.ts';

export const policies: Readonly<Record<'healthcare' | 'finance', Policy>> = {
  healthcare: PolicySchema.parse(healthcare),
  finance: PolicySchema.parse(finance),
};

export const canary = '9f8e7d6c5b4a392817161514';

export const map: IdentityMap = {
  secret: 'A'.repeat(43),
  identities: [
    {
      placeholder: 'NAME_1_7K',
      type: 'NAME',
      value: 'Marisol Ferreira-Quint',
      forms: ['Ms. Ferreira-Quint'],
    },
    { placeholder: 'MRN_1_C4', type: 'MRN', value: '48823177', forms: [] },
    { placeholder: 'DATE_1_9Q', type: 'DATE', value: 'March 3, 2025', forms: [], date: '2025-03-03' },
  ],
  anchor: '2025-03-03',
};

/** An answer with some of its fields set. */
export const answerOf = (given: Partial<ModelAnswer> | string): ModelAnswer =>
  ModelAnswerSchema.parse({
    text: typeof given === 'string' ? given : 'Here is what the letter says.',
    stopReason: 'end',
    model: 'stand-in',
    usage: { inputTokens: 1, outputTokens: 1 },
    ...(typeof given === 'string' ? {} : given),
  });

export type Given = Readonly<{
  question?: string;
  context?: readonly string[];
  policy?: Policy;
  recognizers?: readonly Recognizer[];
}>;

/** What a check is shown of an answer. */
export function inputOf(given: Partial<ModelAnswer> | string, around: Given = {}): AnswerInput {
  const answer = answerOf(given);
  const texts = textsOf(answer);
  const policy = around.policy ?? policies.healthcare;
  const detecting = { map, policy, recognizers: around.recognizers ?? [] };
  const { findings, uncertain } = detectIn(texts, detecting);
  return {
    answer,
    slots: texts.map(view),
    question: view(around.question ?? ''),
    context: (around.context ?? []).map(view),
    policy,
    map,
    canary,
    findings,
    uncertain,
    foundInPrompt: findsIn([around.question ?? '', ...(around.context ?? [])], detecting),
    anomalies: restoreDry(texts, map).anomalies,
  };
}

/** Whether one check sees something in an answer. */
export const sees = (check: AnswerCheck, given: Partial<ModelAnswer> | string, around: Given = {}): boolean =>
  check.check(inputOf(given, around)).length > 0;

/** A recognizer of an invented kind of number: `QQ-1234`. */
export const invented: Recognizer = {
  name: 'invented',
  types: ['MEMBER'],
  cites: 'this test',
  find: (text) =>
    [...text.matchAll(/QQ-\d{4}/g)].map((match) => ({
      type: 'MEMBER' as const,
      start: match.index,
      end: match.index + match[0].length,
      score: 0.9,
      because: { detector: 'invented', pattern: 'invented' },
    })),
};
