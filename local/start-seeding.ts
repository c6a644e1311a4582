// SPDX-License-Identifier: Apache-2.0
import { seedHeld } from '../lambdas/api/seed-held.ts';
import type { Report } from '../lambdas/api/serve.ts';
import type { Ports } from '../lambdas/ports.ts';
import type { LocalPorts } from './ports.ts';

/** Puts test cases beside held ones, as far as the policy wants any. @returns a function that stops it */
export function startSeeding(ports: Ports & Pick<LocalPorts, 'events'>, report: Report): () => Promise<void> {
  const seed = seedHeld(ports);
  const running = new Set<Promise<unknown>>();
  const stop = ports.events.listen(({ kind, tenantId, caseId }) => {
    if (kind !== 'held') return;
    const made = seed({ tenantId, caseId }).catch((thrown: unknown) => report('test-case', thrown));
    running.add(made);
    void made.finally(() => running.delete(made));
  });
  return async () => {
    stop();
    await Promise.all(running);
  };
}
