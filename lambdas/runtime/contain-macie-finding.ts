// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';

type Contain = (
  ports: Ports,
) => (finding: CaseRef & Readonly<{ by: 'macie'; types: readonly [] }>) => Promise<'contained' | 'known'>;

/**
 * Contains every case that a finding is about. What it looks like is Macie's to say and may be more than a type: it is
 * left out. Reported again, the rest is done.
 */
export const containMacieFinding =
  (casesOf: (event: unknown) => Promise<readonly CaseRef[]>, contain: Contain) =>
  (ports: Ports) =>
  async (event: unknown): Promise<Readonly<Record<'contained' | 'known', number>>> => {
    const counts = { contained: 0, known: 0 };
    for (const ref of await casesOf(event))
      counts[await contain(ports)({ ...ref, by: 'macie', types: [] })] += 1;
    return counts;
  };
