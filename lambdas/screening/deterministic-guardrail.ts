// SPDX-License-Identifier: Apache-2.0
import type { GuardrailRequest, GuardrailResponse } from '../records/guardrail.ts';
import type { Policy } from '../records/policy.ts';
import type { ReasonCode } from '../records/reason.ts';
import { denied } from './prompt/denied.ts';
import { view } from './prompt/view.ts';

const detected = { action: 'BLOCKED', detected: true } as const;

/**
 * What a guardrail made from the policy would answer, in the shape of Bedrock's ApplyGuardrail: its denied topics
 * and words, found by the project's own check. So the laptop goes the same way as AWS, with the same judge
 * (judge-guardrail.ts); it knows the terms of a topic, where the service knows its definition.
 */
export function deterministicGuardrail(request: GuardrailRequest, policy: Policy): GuardrailResponse {
  const found = new Set<ReasonCode>();
  // As the service does: once a block is marked, the unmarked ones (documents, the question) are not looked at.
  const marked = request.content.filter(({ qualifiers }) => qualifiers?.includes('guard_content'));
  for (const { text } of marked.length > 0 ? marked : request.content) {
    const surroundings = { policy, totalLength: text.length, documents: 0 };
    for (const { code } of denied.check(view({ kind: 'message', role: 'user', text }), surroundings))
      found.add(code);
  }
  const topicPolicy = found.has('denied-topic')
    ? { topicPolicy: { topics: [{ ...detected, type: 'DENY' }] } }
    : {};
  const wordPolicy = found.has('denied-word')
    ? { wordPolicy: { customWords: [detected], managedWordLists: [] } }
    : {};
  const intervened = found.size > 0;
  return {
    action: intervened ? 'GUARDRAIL_INTERVENED' : 'NONE',
    outputs: [],
    assessments: intervened ? [{ ...topicPolicy, ...wordPolicy }] : [],
    complete: true,
  };
}
