// SPDX-License-Identifier: Apache-2.0
import { type PriceName, prices } from './prices.ts';
import type { Usage } from './usage.ts';

/** What a usage costs, USD, by service: dearest first. */
export function bill(usage: Usage, times = 1): { service: string; usd: number }[] {
  const services = new Map<string, number>();
  for (const [name, count] of Object.entries(usage) as [PriceName, number][]) {
    const { service, usd, per } = prices[name];
    services.set(service, (services.get(service) ?? 0) + (count * times * usd) / per);
  }
  return [...services]
    .map(([service, usd]) => ({ service, usd }))
    .filter(({ usd }) => usd > 0)
    .sort((a, b) => b.usd - a.usd);
}

export const total = (rows: readonly { usd: number }[]): number =>
  rows.reduce((sum, { usd }) => sum + usd, 0);
