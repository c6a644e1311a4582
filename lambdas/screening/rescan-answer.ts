// SPDX-License-Identifier: Apache-2.0
import type { Place } from '../privacy/restore.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import type { ModelAnswer } from '../records/answer.ts';
import type { Finding } from '../records/finding.ts';
import type { IdentityMap } from '../records/identity.ts';
import { actionFor, type Policy } from '../records/policy.ts';
import { type ReasonCode, reasonCodes } from '../records/reason.ts';
import { type Evidence, type Reason, strictest, type Verdict, type VerdictCode } from '../records/verdict.ts';
import { type AnswerCheck, type AnswerInput, nowhere } from './answer/check.ts';
import { answerChecks } from './answer/index.ts';
import { detectIn, findsIn, restoreDry, textsOf } from './answer/read-answer.ts';
import { view } from './answer/view.ts';

export type RescanInput = Readonly<{
  answer: ModelAnswer;
  /** The last user text of the de-identified prompt. */
  question: string;
  /** De-identified documents. */
  context: readonly string[];
  map: IdentityMap;
  policy: Policy;
  /** The random words that stand in the system text only. */
  canary?: string;
  recognizers: readonly Recognizer[];
}>;

export type Rescan = Readonly<{
  verdict: Verdict;
  /** What the detectors found in the text (slot 0) beside valid placeholders. UTF-16 offsets in the de-identified answer. */
  findings: readonly Finding[];
  /** Exactly what a release would publish. Absent where restoring was not safe. */
  restored?: string;
  /** Where in `restored` identities stand. */
  places?: readonly Place[];
}>;

/** Most places that one reason points at. */
const mostEvidence = 64;

/** What a policy does about a reason; what may not be waived may not pass, whatever the policy says. */
const action = (policy: Policy, code: ReasonCode): VerdictCode => {
  const chosen = actionFor(policy, code);
  return chosen === 'pass' && !reasonCodes[code].waivable ? 'hold' : chosen;
};

const judged = (policy: Policy, code: ReasonCode, evidence: readonly Evidence[]): Verdict => {
  const verdict = evidence.length === 0 ? 'pass' : action(policy, code);
  const reason: Reason = { code, evidence: evidence.slice(0, mostEvidence) };
  return { verdict, reasons: verdict === 'pass' ? [] : [reason] };
};

const checkFailed = (policy: Policy): Verdict => judged(policy, 'check-failed', [nowhere]);

/** Runs one check; one that throws is a hold, and its error goes no further: it may quote the text. */
const run = (check: AnswerCheck, input: AnswerInput): Verdict => {
  try {
    return judged(input.policy, check.code, check.check(input));
  } catch {
    return checkFailed(input.policy);
  }
};

/** One reason a code, in the order they were found. */
const merged = ({ verdict, reasons }: Verdict): Verdict => {
  const byCode = new Map<ReasonCode, Evidence[]>();
  for (const { code, evidence } of reasons) byCode.set(code, [...(byCode.get(code) ?? []), ...evidence]);
  return {
    verdict,
    reasons: [...byCode].map(([code, evidence]) => ({ code, evidence: evidence.slice(0, mostEvidence) })),
  };
};

/**
 * Checks everything a model wrote: its text, its reasoning and its tool calls, with every check and every
 * recognizer, and puts the identities back, dry. Each reason that is found leads to what the policy's rules say,
 * `hold` unless they say otherwise. Whatever throws is a hold. Evidence is offsets, never text; its slot is 0 for
 * the text, 1 for the reasoning, 2 and up for tool calls. Pure; never throws.
 */
export function rescanAnswer(input: RescanInput, checks: readonly AnswerCheck[] = answerChecks): Rescan {
  const { answer, question, context, map, policy, canary, recognizers } = input;
  try {
    const texts = textsOf(answer);
    const detection = detectIn(texts, { map, policy, recognizers });
    const { restored, anomalies } = restoreDry(texts, map);
    const prepared: AnswerInput = {
      answer,
      slots: texts.map(view),
      question: view(question),
      context: context.map(view),
      policy,
      map,
      findings: detection.findings,
      uncertain: detection.uncertain,
      foundInPrompt: findsIn([question, ...context], { map, policy, recognizers }),
      anomalies,
      ...(canary === undefined ? {} : { canary }),
    };
    const verdict = strictest([
      judged(policy, 'detector-unavailable', detection.failed.length === 0 ? [] : [nowhere]),
      judged(policy, 'detection-incomplete', detection.complete ? [] : [nowhere]),
      ...checks.map((check) => run(check, prepared)),
      ...(checks.length === 0 ? [checkFailed(policy)] : []),
    ]);
    return {
      verdict: merged(verdict),
      findings: detection.findings[0] ?? [],
      ...(restored.anomalies.length === 0 ? { restored: restored.text, places: restored.places } : {}),
    };
  } catch {
    return { verdict: checkFailed(policy), findings: [] };
  }
}
