// SPDX-License-Identifier: Apache-2.0
import type { ArchiveEvent } from '../records/event.ts';
import type { Transcript } from '../records/transcript.ts';
import type { TableName, TableRow } from './tables.ts';

/** The de-identified text of a case as the catalogue may have it. */
export type CatalogueText = Readonly<{
  state: 'kept' | 'not-allowed' | 'none' | 'erased' | 'contained';
  prompt?: string;
  answer?: string;
}>;
export type Rows = Readonly<Record<TableName, readonly TableRow[]>>;

const list = (codes: readonly string[] | undefined): string => [...(codes ?? [])].sort().join(' ');

/** Everybody who approved something of the case. */
const approversOf = ({ reviews }: Transcript): number =>
  new Set(
    reviews.flatMap(({ approvals, decided }) => [
      ...approvals.map(({ by }) => by),
      ...(decided?.decision === 'approve' ? [decided.by] : []),
    ]),
  ).size;

const entitiesOf = (record: Transcript): TableRow[] =>
  (['prompt', 'answer'] as const).flatMap((side) => {
    const counts = new Map<string, number>();
    for (const { type } of record.findings[side]) counts.set(type, (counts.get(type) ?? 0) + 1);
    return [...counts].map(([type, found]) => ({ case_id: record.caseId, side, type, found }));
  });

function caseRow(record: Transcript, text: CatalogueText): TableRow {
  const { promptVerdict, answerVerdict, model, policy, retention } = record;
  return {
    case_id: record.caseId,
    conversation_id: record.conversationId,
    requester: record.requester ?? null,
    outcome: record.outcome,
    error: record.error ?? null,
    accepted_at: record.acceptedAt,
    closed_at: record.closedAt,
    policy: policy.id,
    policy_version: policy.version,
    policy_hash: policy.hash,
    model: model?.id ?? null,
    stop_reason: model?.stopReason ?? null,
    input_tokens: model?.inputTokens ?? null,
    output_tokens: model?.outputTokens ?? null,
    prompt_verdict: promptVerdict?.verdict ?? null,
    prompt_reasons: list(promptVerdict?.reasons),
    answer_verdict: answerVerdict?.verdict ?? null,
    answer_reasons: list(answerVerdict?.reasons),
    failed_detectors: list(record.detectors.failed),
    found: record.findings.prompt.length,
    dropped: record.dropped,
    reviews: record.reviews.length,
    approvers: approversOf(record),
    delivered: record.digests.delivered !== undefined,
    retention_mode: retention.mode,
    retained_until: retention.until,
    text_state: text.state,
    prompt_text: text.prompt ?? null,
    answer_text: text.answer ?? null,
  };
}

/** The rows of one record. */
export function rowsOfRecord(record: Transcript, text: CatalogueText): Omit<Rows, 'events'> {
  const { caseId: case_id, reviews } = record;
  return {
    cases: [caseRow(record, text)],
    reviews: reviews.map(({ side, openedAt, decided, reasons, stage }) => ({
      case_id,
      side,
      opened_at: openedAt,
      decided_at: decided?.at ?? null,
      decided_by: decided?.by ?? null,
      decision: decided?.decision ?? null,
      reason: decided?.reason ?? null,
      reasons: list(reasons),
      stage,
    })),
    approvals: reviews.flatMap(({ side, approvals }) =>
      approvals.map(({ by, at, reason }) => ({
        case_id,
        side,
        approved_at: at,
        approved_by: by,
        reason: reason ?? null,
      })),
    ),
    reveals: reviews.flatMap(({ side, reveals }) =>
      reveals.map(({ by, at, placeholder, reason }) => ({
        case_id,
        side,
        revealed_at: at,
        revealed_by: by,
        placeholder,
        reason: reason ?? null,
      })),
    ),
    entities: entitiesOf(record),
  };
}

export const rowOfEvent = (event: ArchiveEvent): TableRow => ({
  case_id: event.caseId ?? null,
  event_id: event.eventId,
  happened_at: event.at,
  kind: event.kind,
  action: event.action ?? null,
  refusal: event.refusal ?? null,
  asked_by: event.by,
  confirmed_by: event.second ?? null,
  reason: event.reason ?? null,
  question: event.question ?? null,
  finder: event.finder ?? null,
  types: event.types === undefined ? null : list(event.types),
  decision: event.decision ?? null,
  found: event.found ?? null,
});
