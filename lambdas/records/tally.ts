// SPDX-License-Identifier: Apache-2.0
import type { Case } from './case.ts';
import type { IdentifierType } from './identifier.ts';
import { highestRisk } from './reason.ts';
import type { Review } from './review.ts';
import { waitBucket } from './wait-bucket.ts';

/**
 * One number of the overview: how often `name` happened in a period (UTC day `YYYY-MM-DD`, or minute
 * `YYYY-MM-DDTHH:MM`) of a tenant. `who`: the reviewer it is about, empty for the tenant as a whole. Codes and counts;
 * no case is named.
 */
export type Tally = Readonly<{ tenantId: string; period: string; who: string; name: string; count: number }>;

type Counted = Readonly<{ name: string; who?: string; count?: number }>;

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const minuteOf = (at: number): string => new Date(at).toISOString().slice(0, 16);
/** What a reviewer's minute is counted under. */
export const paceName = 'decided';

function opened(review: Review, policy: string): Counted[] {
  const { side, reasons } = review;
  return [
    { name: `held.side.${side}` },
    { name: `held.policy.${policy}` },
    { name: `held.risk.${highestRisk(reasons)}` },
    ...reasons.map((code) => ({ name: `held.reason.${code}` })),
  ];
}

/** What one person did: for them, and, but for test cases, for the tenant. */
const deed = (name: string, who: string, seed: boolean): Counted[] => [
  { name, who },
  ...(seed ? [] : [{ name }]),
];

function manner(entry: Review['approvals'][number] | NonNullable<Review['decided']>, by: string): Counted[] {
  return [
    ...(entry.unread === true ? [{ name: 'approval.unread', who: by }] : []),
    ...(entry.hurried === true ? [{ name: 'hurried', who: by }] : []),
  ];
}

/** A second person was asked: whether they came to the same as the first. */
const second = (review: Review, decision: string): Counted[] =>
  review.approvals.some((each) => each.by !== review.decided?.by)
    ? [{ name: decision === 'approve' ? 'second.agreed' : 'second.differed' }]
    : [];

function decided(item: Case, review: Review, decision: NonNullable<Review['decided']>): Counted[] {
  const { by, at } = decision;
  const seed = item.seed !== undefined;
  if (decision.decision === 'expire')
    return seed ? [{ name: 'seed.undecided' }] : [{ name: 'decision.expire' }];
  const right = (decision.decision === 'approve') === (item.seed?.expected === 'approve');
  return [
    ...deed(`decision.${decision.decision}`, by, seed),
    ...(seed ? deed(right ? 'seed.right' : 'seed.wrong', by, false) : second(review, decision.decision)),
    ...(seed ? [] : [{ name: `wait.${waitBucket(at - review.openedAt)}` }]),
    // An approval brings its manner along by itself.
    ...(decision.decision === 'approve' ? [] : manner(decision, by)),
  ];
}

function closed(item: Case): Counted[] {
  const verdicts = [item.promptVerdict, item.answerVerdict];
  const guarded = verdicts.some((each) => each?.reasons.includes('guardrail-intervened') === true);
  return [
    { name: `closed.outcome.${item.outcome ?? 'failed'}` },
    { name: `closed.policy.${item.policy.id}` },
    ...(item.review === undefined ? [] : [{ name: 'closed.held' }]),
    ...(guarded ? [{ name: 'closed.guardrail' }] : []),
    ...Object.entries(item.found ?? {}).map(([type, count]) => ({ name: `type.${type}`, count })),
  ];
}

const sameReview = (before: Review | undefined, after: Review): boolean =>
  before?.side === after.side && before.revision === after.revision;

function changes(before: Case, after: Case): Counted[] {
  const { review, seed } = after;
  const counted: Counted[] = [];
  if (review !== undefined) {
    const was = sameReview(before.review, review) ? before.review : undefined;
    if (was === undefined && seed === undefined) counted.push(...opened(review, after.policy.id));
    for (const approval of review.approvals.slice(was?.approvals.length ?? 0))
      counted.push({ name: 'approval', who: approval.by }, ...manner(approval, approval.by));
    for (const { by } of review.reveals.slice(was?.reveals.length ?? 0))
      counted.push(...deed('revealed', by, seed !== undefined));
    for (const { kind } of review.trail.slice(was?.trail.length ?? 0))
      if ((kind === 'reminded' || kind === 'escalated') && seed === undefined) counted.push({ name: kind });
    if (review.decided !== undefined && was?.decided === undefined)
      counted.push(...decided(after, review, review.decided));
  }
  if (after.status === 'closed' && before.status !== 'closed' && seed === undefined)
    counted.push(...closed(after));
  return counted;
}

/** Everybody who approved or decided between two states of a case: what their pace is counted by. */
function deciders(before: Case, after: Case): string[] {
  const { review } = after;
  if (review === undefined) return [];
  const was = sameReview(before.review, review) ? before.review : undefined;
  const approvers = review.approvals.slice(was?.approvals.length ?? 0).map((each) => each.by);
  const { decided: made } = review;
  const news = made !== undefined && made.decision !== 'expire' && was?.decided === undefined;
  return [...new Set([...approvers, ...(news ? [made.by] : [])])];
}

/**
 * What a write of a case adds to the overview: a pure function of the two states, so that a write that is lost counts
 * nothing, and one that stands counts once.
 */
export function talliesOf(before: Case, after: Case): Tally[] {
  const { tenantId, movedAt } = after;
  const day = dayOf(movedAt);
  return [
    ...changes(before, after).map(({ name, who = '', count = 1 }) => ({
      tenantId,
      period: day,
      who,
      name,
      count,
    })),
    ...deciders(before, after).map((who) => ({
      tenantId,
      period: minuteOf(movedAt),
      who,
      name: paceName,
      count: 1,
    })),
  ];
}

/** How many identifiers of which type: what the overview shows over time. */
export function countByType(types: readonly IdentifierType[]): Partial<Record<IdentifierType, number>> {
  const counts: Partial<Record<IdentifierType, number>> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
