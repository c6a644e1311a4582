// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import { afterExecution } from './after-execution.ts';
import { noteFailure } from './report.ts';

type Sweep = (
  ports: Ports,
) => (input: Readonly<{ quiet?: number }>) => Promise<Readonly<Record<string, unknown>>>;

/**
 * An execution that has just ended badly is looked after at once; the minute's sweep leaves alone what still moves, and
 * then brings each tenant's catalogue up to date: one that cannot be does not keep the others from it.
 */
export const sweeping =
  (sweep: Sweep, tenants: readonly string[]) =>
  (ports: Ports) =>
  async (event: unknown): Promise<Readonly<Record<string, unknown>>> => {
    if (afterExecution(event)) return sweep(ports)({ quiet: 0 });
    const counts = await sweep(ports)({});
    for (const tenantId of tenants)
      await ports.catalogue?.refresh?.(tenantId).catch((thrown: unknown) => noteFailure('sweep', thrown));
    return counts;
  };
