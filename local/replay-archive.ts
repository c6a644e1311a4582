// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Ports } from '../lambdas/ports.ts';
import { recognizersAt, yearOf } from '../lambdas/recognizers/index.ts';
import type { Policy } from '../lambdas/records/policy.ts';
import { type ReplayedCase, replayRecord } from '../lambdas/steps/replay-record.ts';
import { archivedKeys } from './archive-keys.ts';

export { type Obstacle, obstacles, type ReplayedCase } from '../lambdas/steps/replay-record.ts';

type Needs = Pick<Ports, 'archive' | 'keys' | 'policies' | 'clock'>;

/** For whom: the officers' own tenant. `officers`: how many have agreed to it. */
export type ReplayedFor = Readonly<{ tenantId: string; officers: 1 | 2 }>;

/**
 * Every archived case of a tenant and of the policy's name, one at a time, as `policy` would judge it. Reads at most one
 * case into memory; what it opens it forgets again, and it yields codes only.
 */
export async function* replayArchive(
  ports: Needs,
  folder: string,
  policy: Policy,
  { tenantId, officers }: ReplayedFor,
): AsyncGenerator<ReplayedCase, void, undefined> {
  const recognizers = recognizersAt(yearOf(ports.clock()));
  for await (const key of archivedKeys(join(folder, 'archive'))) {
    if (!key.startsWith(`record/tenant=${tenantId}/`)) continue;
    const replayed = await replayRecord(ports, key, { policy, recognizers, officers });
    if (replayed !== undefined) yield replayed;
  }
}
