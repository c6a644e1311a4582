// SPDX-License-Identifier: Apache-2.0
import { awsPorts, type Opener } from '../aws/ports.ts';
import type { Ports } from '../ports.ts';
import type { FunctionName } from '../uses.ts';
import { note, noteFailure } from './report.ts';
import { bare } from './step.ts';
import { traced } from './trace.ts';

/**
 * Work that no caller waits for (a schedule, an event) as a Lambda function. What it returns is counts, and is
 * written down. What it throws makes Lambda try again, and then ends in the dead-letter queue, which holds the event
 * and nothing else.
 */
export function handleTask(
  name: FunctionName,
  work: (ports: Ports) => (event: unknown) => Promise<Readonly<Record<string, unknown>>>,
  openers: readonly Opener[],
): (event: unknown) => Promise<Readonly<Record<string, unknown>>> {
  const run = work(awsPorts(openers, { attempts: 3 }));
  return (event) =>
    traced(name, async () => {
      try {
        const counts = await run(event);
        note('done', { function: name, counts });
        return counts;
      } catch (thrown) {
        noteFailure(name, thrown);
        throw bare(thrown);
      }
    });
}
