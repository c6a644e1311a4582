// SPDX-License-Identifier: Apache-2.0
import type { Retention } from '../ports.ts';
import type { Case } from '../records/case.ts';
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import type { Review } from '../records/review.ts';
import type { Sealed } from '../records/sealed.ts';
import type { Policy } from '../records/policy.ts';
import type { Transcript } from '../records/transcript.ts';
import { versionsNow } from '../version.ts';
import { usageOf } from './case-usage.ts';

const archived = (slot: number, finding: Finding) => ({ slot, ...finding });

function archivedReview(review: Review, decidedDigest: string | undefined): Transcript['reviews'][number] {
  const { side, revision, digest, reasons, openedAt, stage, editedBy, approvals, reveals, decided } = review;
  const { fourEyes, trail, untold, feedback } = review;
  return {
    side,
    revision,
    digest,
    reasons,
    openedAt,
    stage,
    editedBy,
    approvals,
    reveals,
    fourEyes,
    trail,
    untold,
    feedback: feedback.map(({ by, at, kind }) => ({ by, at, kind })),
    ...(decided === undefined ? {} : { decided }),
    ...(decidedDigest === undefined ? {} : { decidedDigest }),
  };
}

function countByType(findings: readonly Finding[]): Transcript['counts'] {
  const counts: Partial<Record<IdentifierType, number>> = {};
  for (const { type } of findings) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/**
 * The record of a case: a pure function of its row and contents, so that a retry writes the same bytes.
 * `digestOf` is the keyed digest under the case's key.
 */
export function transcriptOf(made: {
  item: Case;
  sealed: Sealed;
  locked: Transcript['sealed'];
  retention: Retention;
  policy: Policy;
  digestOf: (name: string, content: unknown) => string;
}): Transcript {
  const { item, sealed, locked, retention, policy, digestOf } = made;
  const { prompt, answer } = sealed;
  const closing: NonNullable<Case['closing']> = item.closing ?? { outcome: 'failed', at: item.movedAt };
  const scanned = answer?.kind === 'scan' ? answer : undefined;
  const inPrompt =
    prompt?.findings.flatMap((findings, slot) => findings.map((finding) => archived(slot, finding))) ?? [];
  const reviews = [...item.pastReviews, ...(item.review === undefined ? [] : [item.review])];
  /** Where a decision led: a text that is sealed, if it is there. */
  const decidedDigest = ({ decided }: Review): string | undefined => {
    if (decided === undefined) return undefined;
    const content =
      decided.revision === item.prompt
        ? prompt
        : decided.revision === item.answer
          ? answer
          : sealed.reviewed.find(({ revision }) => revision === decided.revision)?.content;
    return content === undefined ? undefined : digestOf(decided.revision, content);
  };
  return {
    schema: 'airlock.record/2',
    tenantId: item.tenantId,
    caseId: item.caseId,
    conversationId: item.conversationId,
    owner: item.owner,
    requester: item.requester,
    outcome: closing.outcome,
    ...(closing.error === undefined ? {} : { error: closing.error }),
    acceptedAt: item.acceptedAt,
    closedAt: closing.at,
    policy: item.policy,
    detectors: {
      prompt: prompt?.detectors ?? [],
      answer: scanned?.detectors ?? [],
      failed: prompt?.failed ?? [],
    },
    versions: {
      ...(prompt?.versions === undefined ? {} : { prompt: prompt.versions }),
      ...(scanned?.versions === undefined ? {} : { answer: scanned.versions }),
      archive: versionsNow(),
    },
    dropped: sealed.request?.dropped ?? 0,
    findings: { prompt: inPrompt, answer: scanned?.findings.map((finding) => archived(0, finding)) ?? [] },
    counts: countByType(prompt?.findings.flat() ?? []),
    ...(item.promptVerdict === undefined ? {} : { promptVerdict: item.promptVerdict }),
    ...(item.answerVerdict === undefined ? {} : { answerVerdict: item.answerVerdict }),
    guardrail: { prompt: sealed.screening?.guardrail ?? [], answer: scanned?.guardrail ?? [] },
    reviews: reviews.map((review) => archivedReview(review, decidedDigest(review))),
    ...(answer === undefined
      ? {}
      : { model: { id: answer.answer.model, stopReason: answer.answer.stopReason, ...answer.answer.usage } }),
    ...(sealed.delivered === undefined || closing.answer === undefined
      ? {}
      : { delivery: { revision: closing.answer, characters: sealed.delivered.length } }),
    usage: usageOf(item, sealed, policy),
    ...(locked === undefined ? {} : { sealed: locked }),
    digests: {
      ...(sealed.request === undefined ? {} : { request: digestOf('request', sealed.request) }),
      ...(prompt === undefined ? {} : { prompt: digestOf('prompt', prompt) }),
      ...(answer === undefined ? {} : { answer: digestOf('answer', answer) }),
      ...(sealed.delivered === undefined ? {} : { delivered: digestOf('delivered', sealed.delivered) }),
    },
    retention,
  };
}
