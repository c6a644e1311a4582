// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { getContent } from '../contents.ts';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { type Case, CaseIdSchema, CaseSchema, outcomes } from '../records/case.ts';
import { type ScanContent, ScanContentSchema } from '../records/content.ts';
import { IdentifierTypeSchema } from '../records/identifier.ts';
import { type ReasonCode, reasonCodes } from '../records/reason.ts';
import { sides } from '../records/review.ts';
import { caseFailure, CaseFailureSchema } from './case-failure.ts';
import { caseRejection, CaseRejectionSchema } from './case-rejection.ts';
import { Problem } from './problems.ts';

export const ReasonViewSchema = z.strictObject({
  code: z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]),
  sentence: z.string(),
});

export const PolicyViewSchema = z.strictObject({ id: z.string(), version: z.string() });

/** ISO 8601 (RFC 3339), UTC. */
export const InstantViewSchema = z.iso.datetime();

/** What a case has behind it, in the order of the workflow; an edit or a retry goes back without undoing. */
export const milestones = [
  'accepted',
  'deidentified',
  'screened',
  'answered',
  'rescanned',
  'archived',
] as const;

const progressOf = (item: Case): (typeof milestones)[number][] => {
  const done: Record<(typeof milestones)[number], boolean> = {
    accepted: true,
    deidentified: item.prompt !== undefined,
    screened: item.promptVerdict !== undefined,
    answered: item.answer !== undefined,
    rescanned: item.answerVerdict !== undefined,
    archived: item.status === 'closed',
  };
  return milestones.filter((each) => done[each]);
};

const summaryShape = {
  caseId: CaseIdSchema,
  conversationId: z.uuid(),
  status: CaseSchema.shape.status,
  outcome: z.enum(outcomes).optional(),
  policy: PolicyViewSchema,
  acceptedAt: InstantViewSchema,
  closedAt: InstantViewSchema.optional(),
  /** Until when the answer can be read. */
  availableUntil: InstantViewSchema,
  /** Which side a person is looking at, while it is held. */
  held: z.enum(sides).optional(),
  links: z.strictObject({ self: z.string() }),
};

export const CaseSummarySchema = z
  .strictObject(summaryShape)
  .meta({ id: 'CaseSummary', description: 'A case in the list of its owner: how it stands, and no text.' });
export type CaseSummary = z.infer<typeof CaseSummarySchema>;

export const CaseViewSchema = z
  .strictObject({
    ...summaryShape,
    /** Why it is held or was refused: codes, and sentences for people. */
    reasons: z.array(ReasonViewSchema),
    /** Why a reviewer did not let it through. */
    rejection: CaseRejectionSchema.optional(),
    /** Why it failed, and what can be done. */
    failure: CaseFailureSchema.optional(),
    /** What has been done so far, in the order of the workflow. */
    progress: z.array(z.enum(milestones)),
    answer: z
      .strictObject({
        role: z.literal('assistant'),
        content: z.string(),
        /** Where in `content` identities were put back: UTF-16 code units. */
        restored: z.array(
          z.strictObject({
            type: IdentifierTypeSchema,
            start: z.int().nonnegative(),
            end: z.int().nonnegative(),
          }),
        ),
      })
      .optional(),
  })
  .meta({ id: 'Case', description: 'A case as its owner sees it.' });
export type CaseView = z.infer<typeof CaseViewSchema>;

export const instant = (at: number): string => new Date(at).toISOString();

export const reasonView = (code: ReasonCode): z.infer<typeof ReasonViewSchema> => ({
  code,
  sentence: reasonCodes[code].sentence,
});

/** Codes of the verdicts that did not pass, each once. */
export function reasonsOf(item: Pick<Case, 'promptVerdict' | 'answerVerdict'>): ReasonCode[] {
  const verdicts = [item.promptVerdict, item.answerVerdict];
  return [...new Set(verdicts.flatMap((each) => (each?.verdict === 'pass' ? [] : (each?.reasons ?? []))))];
}

/** The scan that was released. @throws Problem expired when the vault no longer has it */
async function releasedScan(
  ports: Pick<Ports, 'vault' | 'clock'>,
  item: Case,
): Promise<ScanContent | undefined> {
  if (item.outcome !== 'released' || item.released === undefined) return undefined;
  const gone = new Problem('expired', { members: { caseId: item.caseId, outcome: item.outcome } });
  if (item.vaultUntil <= ports.clock()) throw gone;
  const ref = { tenantId: item.tenantId, scope: item.caseId, revision: item.released };
  try {
    return await getContent(ports, ref, ScanContentSchema);
  } catch (thrown) {
    throw failureName(thrown) === 'NotFound' ? gone : thrown;
  }
}

/** Exactly what was released. @throws Problem expired when the vault no longer has it */
export const releasedAnswer = async (
  ports: Pick<Ports, 'vault' | 'clock'>,
  item: Case,
): Promise<string | undefined> => (await releasedScan(ports, item))?.restored;

/** A case in the list of its owner. */
export const caseSummary = (item: Case): CaseSummary => ({
  caseId: item.caseId,
  conversationId: item.conversationId,
  status: item.status,
  ...(item.outcome === undefined ? {} : { outcome: item.outcome }),
  policy: { id: item.policy.id, version: item.policy.version },
  acceptedAt: instant(item.acceptedAt),
  ...(item.closedAt === undefined ? {} : { closedAt: instant(item.closedAt) }),
  availableUntil: instant(item.vaultUntil),
  ...(item.status === 'held' && item.review !== undefined ? { held: item.review.side } : {}),
  links: { self: `/v1/requests/${item.caseId}` },
});

/** A case for its owner, with the answer if it was released. */
export async function caseView(ports: Pick<Ports, 'vault' | 'clock'>, item: Case): Promise<CaseView> {
  const { restored: content, places = [] } = (await releasedScan(ports, item)) ?? {};
  const failure = caseFailure(item);
  const rejection = caseRejection(item);
  return {
    ...caseSummary(item),
    reasons: item.outcome === 'released' ? [] : reasonsOf(item).map(reasonView),
    ...(rejection === undefined ? {} : { rejection }),
    ...(failure === undefined ? {} : { failure }),
    progress: progressOf(item),
    ...(content === undefined ? {} : { answer: { role: 'assistant', content, restored: places } }),
  };
}
