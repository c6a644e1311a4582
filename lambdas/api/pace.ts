// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { Policy } from '../records/policy.ts';
import type { Principal } from '../records/principal.ts';
import type { Review } from '../records/review.ts';
import { minuteOf, paceName } from '../records/tally.ts';
import { Problem } from './problems.ts';

/** What a reviewer has decided in this minute and the one before it: decisions a minute, whatever the second. */
export async function paceOf(
  ports: Pick<Ports, 'cases' | 'clock'>,
  { tenantId, subject }: Principal,
): Promise<number> {
  const now = ports.clock();
  const counted = await ports.cases.tallies({
    tenantId,
    from: minuteOf(now - 60_000),
    to: minuteOf(now),
    who: subject,
  });
  const inMinute = (at: number) =>
    counted
      .filter(({ period, name }) => name === paceName && period === minuteOf(at))
      .reduce((sum, { count }) => sum + count, 0);
  // The minute before counts by as much of it as lies within the last sixty seconds.
  const elapsed = (now % 60_000) / 60_000;
  return inMinute(now) + Math.floor(inMinute(now - 60_000) * (1 - elapsed));
}

/** Whether one more decision is hurried. @throws Problem too-fast when the policy allows no more of them */
export function hurried(policy: Pick<Policy, 'review'>, pace: number): boolean {
  const { warnPerMinute, mostPerMinute } = policy.review.fatigue;
  if (mostPerMinute !== undefined && pace >= mostPerMinute) throw new Problem('too-fast');
  return pace >= warnPerMinute;
}

/** Whether somebody approves a text that they never opened, or sooner than it can be read. */
export function unread({ trail, readingFloor }: Review, by: string, now: number): boolean {
  const viewed = trail.find((entry) => entry.kind === 'viewed' && entry.by === by);
  return viewed === undefined || now - viewed.at < readingFloor;
}
