// SPDX-License-Identifier: Apache-2.0
import type { Retention } from '../ports.ts';
import type { Case } from '../records/case.ts';
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import type { Review } from '../records/review.ts';
import type { Sealed } from '../records/sealed.ts';
import type { Transcript } from '../records/transcript.ts';

const archived = (slot: number, finding: Finding) => ({ slot, ...finding });

function archivedReview(review: Review): Transcript['reviews'][number] {
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
  digestOf: (name: string, content: unknown) => string;
}): Transcript {
  const { item, sealed, locked, retention, digestOf } = made;
  const { prompt, answer } = sealed;
  const closing = item.closing ?? { outcome: 'failed', at: item.movedAt };
  const scanned = answer?.kind === 'scan' ? answer : undefined;
  const inPrompt =
    prompt?.findings.flatMap((findings, slot) => findings.map((finding) => archived(slot, finding))) ?? [];
  const reviews = [...item.pastReviews, ...(item.review === undefined ? [] : [item.review])];
  return {
    schema: 'airlock.record/1',
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
    dropped: sealed.request?.dropped ?? 0,
    findings: { prompt: inPrompt, answer: scanned?.findings.map((finding) => archived(0, finding)) ?? [] },
    counts: countByType(prompt?.findings.flat() ?? []),
    ...(item.promptVerdict === undefined ? {} : { promptVerdict: item.promptVerdict }),
    ...(item.answerVerdict === undefined ? {} : { answerVerdict: item.answerVerdict }),
    reviews: reviews.map(archivedReview),
    ...(answer === undefined
      ? {}
      : { model: { id: answer.answer.model, stopReason: answer.answer.stopReason, ...answer.answer.usage } }),
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
