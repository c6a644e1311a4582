// SPDX-License-Identifier: Apache-2.0
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import { duration } from '../words/duration.ts';
import { reviews as words } from '../words/reviews.ts';

const minute = 60_000;
const noBreak = '\u00a0';
const colours: readonly (readonly [number, NonNullable<BadgeProps['color']>])[] = [
  [15 * minute, 'severity-critical'],
  [60 * minute, 'severity-high'],
  [4 * 60 * minute, 'severity-medium'],
  [Infinity, 'severity-neutral'],
];

type Props = Readonly<{
  /** ISO 8601. */
  expiresAt: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Under a heading that says what it is. */
  bare?: boolean;
}>;

/** How long a review can still be decided. */
export function TimeLeft({ expiresAt, now, bare = false }: Props) {
  const left = Date.parse(expiresAt) - now;
  const colour = colours.find(([most]) => left < most)?.[1] ?? 'severity-neutral';
  const shown = bare ? duration(left).replaceAll(' ', noBreak) : words.timeLeft(duration(left));
  return <Badge color={colour}>{left <= 0 ? words.over : shown}</Badge>;
}
