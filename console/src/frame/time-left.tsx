// SPDX-License-Identifier: Apache-2.0
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import { duration } from '../words/duration.ts';
import { reviews as words } from '../words/reviews.ts';

const minute = 60_000;
const colours: readonly (readonly [number, NonNullable<BadgeProps['color']>])[] = [
  [15 * minute, 'severity-critical'],
  [60 * minute, 'severity-high'],
  [4 * 60 * minute, 'severity-medium'],
  [Infinity, 'severity-neutral'],
];

/** How long a review can still be decided. `expiresAt` is ISO 8601, `now` milliseconds since 1970. */
export function TimeLeft({ expiresAt, now }: Readonly<{ expiresAt: string; now: number }>) {
  const left = Date.parse(expiresAt) - now;
  const colour = colours.find(([most]) => left < most)?.[1] ?? 'severity-neutral';
  return <Badge color={colour}>{left <= 0 ? words.over : words.timeLeft(duration(left))}</Badge>;
}
