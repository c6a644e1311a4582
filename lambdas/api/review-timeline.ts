// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Case } from '../records/case.ts';
import { outcomes } from '../records/case.ts';
import {
  decisionReasons,
  decisions,
  feedbackKinds,
  type Review,
  sides,
  trailKinds,
} from '../records/review.ts';
import { instant, InstantViewSchema } from './case-view.ts';

const kinds = [
  'accepted',
  'opened',
  ...trailKinds,
  'revealed',
  'approved',
  'feedback',
  'decided',
  'expired',
  'closed',
] as const;

export const TimelineEntrySchema = z
  .strictObject({
    kind: z.enum(kinds),
    at: InstantViewSchema,
    /** Who did it: a reviewer, or `clock` for what happens by itself. Absent for the requester and the workflow. */
    by: z.string().optional(),
    side: z.enum(sides).optional(),
    /** Of a reveal. */
    placeholder: z.string().optional(),
    decision: z.enum([...decisions, 'expire']).optional(),
    reason: z.enum([...decisionReasons, 'expired']).optional(),
    feedback: z.enum(feedbackKinds).optional(),
    outcome: z.enum(outcomes).optional(),
    /** Approved without reading, as far as that can be told. */
    unread: z.literal(true).optional(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;
type Timed = Omit<TimelineEntry, 'at'> & { at: number };

function ofReview(review: Review): Timed[] {
  const { side, decided } = review;
  const unread = (each: { unread?: true | undefined }) =>
    each.unread === true ? { unread: true as const } : {};
  return [
    { kind: 'opened', at: review.openedAt, side },
    ...review.trail.map(({ kind, by, at }) => ({ kind, by, at, side })),
    ...review.reveals.map(({ by, at, placeholder }) => ({
      kind: 'revealed' as const,
      by,
      at,
      side,
      placeholder,
    })),
    ...review.feedback.map(({ by, at, kind }) => ({
      kind: 'feedback' as const,
      by,
      at,
      side,
      feedback: kind,
    })),
    ...review.approvals.map((each) => ({
      kind: 'approved' as const,
      by: each.by,
      at: each.at,
      side,
      ...(each.reason === undefined ? {} : { reason: each.reason }),
      ...unread(each),
    })),
    ...(decided === undefined
      ? []
      : [
          {
            kind: decided.decision === 'expire' ? ('expired' as const) : ('decided' as const),
            by: decided.by,
            at: decided.at,
            side,
            decision: decided.decision,
            reason: decided.reason,
          },
        ]),
  ];
}

/** Everything that happened to a case, in order: who, when, what. No text. */
export function timelineOf(item: Case): TimelineEntry[] {
  const reviews = [...item.pastReviews, ...(item.review === undefined ? [] : [item.review])];
  const all: Timed[] = [
    { kind: 'accepted', at: item.acceptedAt },
    ...reviews.flatMap(ofReview),
    ...(item.closedAt === undefined
      ? []
      : [
          {
            kind: 'closed' as const,
            at: item.closedAt,
            ...(item.outcome === undefined ? {} : { outcome: item.outcome }),
          },
        ]),
  ];
  // Sorting is stable: what happened in one millisecond stays in the order in which it must have happened.
  return all.sort((a, b) => a.at - b.at).map((entry) => ({ ...entry, at: instant(entry.at) }));
}
