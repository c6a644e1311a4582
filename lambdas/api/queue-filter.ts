// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Cases } from '../ports.ts';
import type { QueueEntry } from '../records/queue.ts';
import { type ReasonCode, reasonCodes, risks } from '../records/reason.ts';
import { sides } from '../records/review.ts';

const hour = 3_600_000;
/** How long a review has been open. */
export const ages = ['under-1h', '1h-to-4h', '4h-to-24h', 'over-24h'] as const;
type Age = (typeof ages)[number];
export const holders = ['mine', 'nobody', 'others'] as const;

/** What the queue may be narrowed to. Each is one value; all that are given hold together. */
export const filterShape = {
  policy: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .optional(),
  reason: z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]).optional(),
  side: z.enum(sides).optional(),
  risk: z.enum(risks).optional(),
  age: z.enum(ages).optional(),
  /** `mine`: claimed by the caller; `nobody`: unclaimed. */
  claimed: z.enum(holders).optional(),
  escalated: z.enum(['true', 'false']).optional(),
};
export type Filter = Readonly<z.infer<z.ZodObject<typeof filterShape>>>;
export type Facet = keyof Filter;
export const facets = Object.keys(filterShape) as Facet[];

const ageOf = (milliseconds: number): Age =>
  milliseconds < hour
    ? 'under-1h'
    : milliseconds < 4 * hour
      ? '1h-to-4h'
      : milliseconds < 24 * hour
        ? '4h-to-24h'
        : 'over-24h';

/** From this stage on a review is with the senior group. */
export const escalatedStage = 2;

/** Who looks, and when: `mine` and ages depend on it. */
export type Looking = Readonly<{ subject: string; now: number }>;

/** The values of an entry under each filter: several for reasons, one for the rest. */
export function valuesOf(entry: QueueEntry, { subject, now }: Looking): Record<Facet, readonly string[]> {
  const claim = entry.claim !== undefined && entry.claim.until > now ? entry.claim : undefined;
  return {
    policy: [entry.policy],
    reason: entry.reasons,
    side: [entry.side],
    risk: [entry.risk],
    age: [ageOf(now - entry.openedAt)],
    claimed: [claim === undefined ? 'nobody' : claim.by === subject ? 'mine' : 'others'],
    escalated: [String(entry.stage >= escalatedStage)],
  };
}

/** The filters that an entry's values do not meet. */
export const unmet = (values: Record<Facet, readonly string[]>, filter: Filter): Facet[] =>
  facets.filter((facet) => {
    const wanted = filter[facet];
    return wanted !== undefined && !values[facet].includes(wanted);
  });

/** Entries read at a time, and at most for one answer: with more open than that, the rest is found by its cursor. */
const pageLength = 1000;
export const mostEntries = 20_000;

/**
 * Walks the queue by rank from `after` on until `visit` says that it has enough. Entries whose time is over are
 * skipped: nobody can decide them any more. @returns the rank to go on after, where there is more
 */
export async function walkQueue(
  cases: Pick<Cases, 'queue'>,
  { tenantId, now, after }: Readonly<{ tenantId: string; now: number; after: string | undefined }>,
  visit: (entry: QueueEntry) => 'enough' | 'more',
): Promise<string | undefined> {
  let next = after;
  for (let seen = 0; seen < mostEntries; seen += pageLength) {
    const page = await cases.queue({
      tenantId,
      limit: pageLength,
      ...(next === undefined ? {} : { after: next }),
    });
    for (const [index, entry] of page.items.entries()) {
      if (entry.expiresAt <= now || visit(entry) === 'more') continue;
      return index === page.items.length - 1 && page.next === undefined ? undefined : entry.rank;
    }
    next = page.next;
    if (next === undefined) return undefined;
  }
  return next;
}
