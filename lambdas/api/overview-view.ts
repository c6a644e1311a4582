// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { outcomes } from '../records/case.ts';
import { decisions, sides } from '../records/review.ts';
import { risks } from '../records/reason.ts';
import { InstantViewSchema } from './case-view.ts';
import { ages } from './queue-filter.ts';
import { LimitsSchema, ReviewerFiguresSchema } from './reviewer-figures.ts';

const count = z.int().nonnegative();
const byCode = z.record(z.string(), count);
const share = z.number().min(0).max(1).optional();

/** How long people took, from opening to decision. Read from buckets: within 5 %. */
const WaitSchema = z.strictObject({
  decided: count,
  p50Seconds: count.optional(),
  p95Seconds: count.optional(),
});

/** One day (UTC) of the numbers that are shown over time. */
const DaySchema = z.strictObject({
  day: z.iso.date(),
  closed: count,
  released: count,
  /** Closed cases that a person had to look at. */
  held: count,
  /** Reviews opened. */
  opened: count,
  expired: count,
  /** Closed cases in which the guardrail intervened. */
  guardrail: count,
  revealed: count,
  wait: WaitSchema,
  /** Identifiers taken out of prompts, by type. */
  entityTypes: byCode,
});

export const OverviewSchema = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    volume: z.strictObject({
      closed: count,
      outcomes: z.partialRecord(z.enum(outcomes), count),
      policies: byCode,
    }),
    held: z.strictObject({
      cases: count,
      /** Of the closed cases; absent where none was closed. */
      share,
      reviews: count,
      sides: z.partialRecord(z.enum(sides), count),
      policies: byCode,
      risks: z.partialRecord(z.enum(risks), count),
      /** Why: how many reviews had the reason, most frequent first. */
      reasons: z.array(z.strictObject({ code: z.string(), reviews: count })),
    }),
    decisions: z.partialRecord(z.enum([...decisions, 'expire']), count),
    timeToDecision: WaitSchema,
    reminded: count,
    escalated: count,
    expired: count,
    guardrail: z.strictObject({ cases: count, share }),
    revealed: count,
    agreement: z.strictObject({
      /** Where a second person was asked: whether they came to the same. */
      second: z.strictObject({ agreed: count, differed: count, share }),
      testCases: z.strictObject({ right: count, wrong: count, undecided: count, share }),
    }),
    entityTypes: byCode,
    days: z.array(DaySchema),
    reviewers: z.array(ReviewerFiguresSchema),
    limits: LimitsSchema,
    /** What waits at this moment, whatever the days asked for. */
    backlog: z.strictObject({
      open: count,
      /** There are more than were counted. */
      more: z.boolean(),
      oldest: InstantViewSchema.optional(),
      /** The one that expires next. */
      nextExpiry: InstantViewSchema.optional(),
      unclaimed: count,
      escalated: count,
      ages: z.partialRecord(z.enum(ages), count),
      risks: z.partialRecord(z.enum(risks), count),
    }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof OverviewSchema>;
