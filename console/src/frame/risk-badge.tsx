// SPDX-License-Identifier: Apache-2.0
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import type { Risk } from '../../../lambdas/records/reason.ts';
import { reviews as words } from '../words/reviews.ts';

const colours: Readonly<Record<Risk, NonNullable<BadgeProps['color']>>> = {
  high: 'severity-high',
  medium: 'severity-medium',
  low: 'severity-low',
};

export const RiskBadge = ({ risk }: Readonly<{ risk: Risk }>) => (
  <Badge color={colours[risk]}>{words.risk[risk]}</Badge>
);
