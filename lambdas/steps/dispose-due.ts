// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import { disposeCase } from './dispose-case.ts';

/** What becomes of the cases that are due, counted. */
type Counts = { disposed: number; certified: number; kept: number; failed: number; unreadable: number };

/** What every case is that is due: gone, on its way, or kept. A case that cannot be disposed of does not stop the others. */
export async function disposeDue(ports: Ports, swept: Counts): Promise<void> {
  const before = ports.clock();
  let after: string | undefined;
  do {
    const page = await ports.cases.due({ before, limit: 100, ...(after === undefined ? {} : { after }) });
    const gone = swept.disposed;
    for (const item of page.items) {
      try {
        const done = await disposeCase(ports)(item);
        swept[done === 'gone' ? 'disposed' : done] += 1;
      } catch {
        swept.failed += 1;
      }
    }
    if (swept.disposed > gone)
      await ports.custodian?.cutLogs().catch(() => {
        swept.failed += 1;
      });
    swept.unreadable += page.unreadable ?? 0;
    after = page.next;
  } while (after !== undefined);
}
