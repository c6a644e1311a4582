// SPDX-License-Identifier: Apache-2.0
import { anchorOf } from '../privacy/date-placeholders.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import type { VerdictSummary } from '../records/case.ts';
import type { PromptContent } from '../records/content.ts';
import type { IdentityMap } from '../records/identity.ts';
import { actionFor, type Policy } from '../records/policy.ts';
import type { ReasonCode } from '../records/reason.ts';
import type { Sealed } from '../records/sealed.ts';
import { slotsOf } from '../records/slots.ts';
import type { Transcript } from '../records/transcript.ts';
import { strictest, type Verdict, type VerdictCode } from '../records/verdict.ts';
import { detectionVerdict } from './detection-verdict.ts';
import { deterministicGuardrail } from './deterministic-guardrail.ts';
import { answerGuardrailRequest, promptGuardrailRequest } from './guardrail-request.ts';
import { judgeGuardrail } from './judge-guardrail.ts';
import { rescanAnswer } from './rescan-answer.ts';
import { screenPrompt } from './screen-prompt.ts';

export const changes = [
  'newly-blocked',
  'newly-held',
  'no-longer-blocked',
  'no-longer-held',
  'unchanged',
] as const;
export type Change = (typeof changes)[number];

export type Replayed = Readonly<{
  change: Change;
  /**
   * A case that is held or blocked now is so by the archived text itself. One that is not could still have been
   * held for something that only its identities, another service or chance could show.
   */
  proved: boolean;
  before: VerdictCode;
  after: VerdictCode;
  /** Why it is held or blocked under the new policy; where it no longer is, why it was. */
  reasons: readonly ReasonCode[];
}>;

/** What the archived text cannot show again. Such a reason stays, unless the new policy lets it pass. */
const beyondText: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'detector-unavailable',
  'guardrail-unavailable',
  'check-failed',
  'edited-text',
  'random-sample',
  'dropped-value',
  'original-value',
  'restore-unsafe',
  'system-prompt-leak',
]);

/** What stands for every value: no letter and no digit, so that no detector takes it for anything. */
const nothing = '□';
/** A day that nobody writes about: distances from it can be counted, and that is all. */
const someDay = '1583-02-03';

/** The map with placeholders and types only: no value of anybody's is looked at. */
function withoutValues(map: IdentityMap): IdentityMap {
  const anchor = anchorOf(map);
  return {
    secret: map.secret,
    identities: map.identities.map((identity) => ({
      placeholder: identity.placeholder,
      type: identity.type,
      value: nothing,
      forms: [],
      ...(identity === anchor ? { date: someDay } : {}),
    })),
    ...(anchor === undefined ? {} : { anchor: someDay }),
  };
}

function promptVerdict(prompt: PromptContent, policy: Policy): Verdict {
  const request = promptGuardrailRequest(prompt);
  return strictest([
    detectionVerdict(prompt, policy),
    screenPrompt({
      slots: slotsOf(prompt),
      policy,
      assistantVerified: prompt.assistantVerified ?? [],
      signals: { hidden: prompt.hidden, complete: prompt.complete },
    }),
    ...(policy.detection.prompt.guardrail
      ? [judgeGuardrail(request, deterministicGuardrail(request, policy), policy)]
      : []),
  ]);
}

function answerVerdict(
  { answer }: NonNullable<Sealed['answer']>,
  prompt: PromptContent,
  map: IdentityMap,
  policy: Policy,
  recognizers: readonly Recognizer[],
): Verdict {
  const request = answerGuardrailRequest(answer.text, prompt);
  return strictest([
    rescanAnswer({
      answer,
      question: prompt.messages.at(-1)?.content ?? '',
      context: prompt.documents.map((document) => document.content),
      map: withoutValues(map),
      policy,
      recognizers,
    }).verdict,
    ...(policy.detection.answer.guardrail && answer.text !== ''
      ? [judgeGuardrail(request, deterministicGuardrail(request, policy), policy)]
      : []),
  ]);
}

const order: readonly VerdictCode[] = ['pass', 'hold', 'block'];
const worst = (codes: readonly VerdictCode[]): VerdictCode =>
  order[Math.max(0, ...codes.map((code) => order.indexOf(code)))] ?? 'pass';

function changeOf(before: VerdictCode, after: VerdictCode): Change {
  if (before === after) return 'unchanged';
  if (after === 'block') return 'newly-blocked';
  if (after === 'pass') return 'no-longer-held';
  return before === 'pass' ? 'newly-held' : 'no-longer-blocked';
}

/**
 * Runs a policy over the de-identified texts of one archived case, and says what it would change: the verdicts
 * of both doors together, against what the record says they were. Pure; no value of the identity map is looked at.
 * @returns undefined when there is no completely de-identified prompt, or an answer without its map
 */
export function replayCase(
  record: Pick<Transcript, 'promptVerdict' | 'answerVerdict'>,
  sealed: Pick<Sealed, 'prompt' | 'answer' | 'identities'>,
  policy: Policy,
  recognizers: readonly Recognizer[],
): Replayed | undefined {
  const { prompt, answer, identities } = sealed;
  if (prompt?.complete !== true) return undefined;
  if (answer !== undefined && identities === undefined) return undefined;
  const old = [record.promptVerdict, record.answerVerdict].filter(
    (each): each is VerdictSummary => each !== undefined,
  );
  const was = [...new Set(old.flatMap((each) => (each.verdict === 'pass' ? [] : each.reasons)))];
  const kept = was.filter(
    (code) =>
      beyondText.has(code) &&
      actionFor(policy, code) !== 'pass' &&
      (code !== 'random-sample' || policy.samplePercent > 0),
  );
  const now = strictest([
    promptVerdict(prompt, policy),
    ...(answer === undefined || identities === undefined
      ? []
      : [answerVerdict(answer, prompt, identities, policy, recognizers)]),
    ...kept.map((code) => ({ verdict: actionFor(policy, code), reasons: [{ code, evidence: [] }] })),
  ]);
  const before = worst(old.map((each) => each.verdict));
  const change = changeOf(before, now.verdict);
  const eased = change === 'no-longer-held' || change === 'no-longer-blocked';
  return {
    change,
    proved: !eased,
    before,
    after: now.verdict,
    reasons: eased ? was : [...new Set(now.reasons.map((reason) => reason.code))],
  };
}
