// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Tally } from '../records/tally.ts';
import { isFor } from './accept.ts';

export const warnings = ['hurried', 'unread', 'test-cases-missed'] as const;

/** What is watched about one reviewer, so that tiredness is noticed before it costs something. */
export const ReviewerFiguresSchema = z
  .strictObject({
    by: z.string(),
    decisions: z.int().nonnegative(),
    approvals: z.int().nonnegative(),
    /** Approvals of a text that was never opened, or not for as long as reading it takes. */
    unread: z.int().nonnegative(),
    unreadShare: z.number().min(0).max(1),
    /** Decisions beyond the pace of the policy. */
    hurried: z.int().nonnegative(),
    reveals: z.int().nonnegative(),
    testCases: z.strictObject({ right: z.int().nonnegative(), wrong: z.int().nonnegative() }),
    warnings: z.array(z.enum(warnings)),
  })
  .meta({ id: 'ReviewerFigures' });
export type ReviewerFigures = z.infer<typeof ReviewerFiguresSchema>;

export const LimitsSchema = z.strictObject({
  warnPerMinute: z.int(),
  mostPerMinute: z.int().optional(),
  unreadPercent: z.number(),
  missedPercent: z.number(),
});
export type Limits = z.infer<typeof LimitsSchema>;

/** The strictest limits among the policies that a tenant may use: a reviewer decides under all of them. */
export function limitsOf(ports: Pick<Ports, 'policies'>, tenantId: string): Limits {
  const all = ports.policies
    .ids()
    .map((id) => ports.policies.current(id)?.policy)
    .filter((policy) => policy !== undefined)
    .filter((policy) => isFor(policy, tenantId))
    .map((policy) => policy.review.fatigue);
  const most = all.map((each) => each.mostPerMinute).filter((each) => each !== undefined);
  const least = (numbers: readonly number[], otherwise: number) => Math.min(otherwise, ...numbers);
  return {
    warnPerMinute: least(
      all.map((each) => each.warnPerMinute),
      60,
    ),
    ...(most.length === 0 ? {} : { mostPerMinute: Math.min(...most) }),
    unreadPercent: least(
      all.map((each) => each.unreadPercent),
      100,
    ),
    missedPercent: least(
      all.map((each) => each.missedPercent),
      100,
    ),
  };
}

/** With fewer than this, a share says nothing. */
const fewest = 5;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The figures of one reviewer, from the numbers counted about them. */
export function figuresOf(by: string, tallies: readonly Tally[], limits: Limits): ReviewerFigures {
  const sum = (name: string | RegExp): number =>
    tallies
      .filter(
        (each) => each.who === by && (typeof name === 'string' ? each.name === name : name.test(each.name)),
      )
      .reduce((total, { count }) => total + count, 0);
  const approvals = sum('approval');
  const unread = sum('approval.unread');
  const hurried = sum('hurried');
  const [right, wrong] = [sum('seed.right'), sum('seed.wrong')];
  // An approval is a decision; where a second person was needed it did not decide by itself.
  const decisions = approvals + sum(/^decision\.(?!approve)/);
  return {
    by,
    decisions,
    approvals,
    unread,
    unreadShare: share(unread, approvals),
    hurried,
    reveals: sum('revealed'),
    testCases: { right, wrong },
    warnings: warnings.filter(
      (warning) =>
        ({
          hurried: hurried > 0,
          unread: approvals >= fewest && 100 * share(unread, approvals) > limits.unreadPercent,
          'test-cases-missed': wrong > 0 && 100 * share(wrong, right + wrong) > limits.missedPercent,
        })[warning],
    ),
  };
}
