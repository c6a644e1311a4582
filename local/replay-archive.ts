// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Ports } from '../lambdas/ports.ts';
import { recognizersAt, yearOf } from '../lambdas/recognizers/index.ts';
import type { Policy } from '../lambdas/records/policy.ts';
import { type ReplayedCase, replayRecord } from '../lambdas/steps/replay-record.ts';
import { archivedKeys } from './archive-keys.ts';

export { type Obstacle, obstacles, type ReplayedCase } from '../lambdas/steps/replay-record.ts';

type Needs = Pick<Ports, 'archive' | 'keys' | 'clock'>;

/**
 * Every archived case of the policy's name, one at a time, as `policy` would judge it. Reads at most one case
 * into memory; what it opens it forgets again, and it yields codes only.
 */
export async function* replayArchive(
  ports: Needs,
  folder: string,
  policy: Policy,
): AsyncGenerator<ReplayedCase, void, undefined> {
  const recognizers = recognizersAt(yearOf(ports.clock()));
  for await (const key of archivedKeys(join(folder, 'archive'))) {
    if (!key.startsWith('record/')) continue;
    const replayed = await replayRecord(ports, key, policy, recognizers);
    if (replayed !== undefined) yield replayed;
  }
}
