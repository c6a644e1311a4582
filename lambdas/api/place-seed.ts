// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';
import { openReview } from '../steps/open-review.ts';
import { acceptSeed, discardSeed, scanSeed, type SeedMaker } from './make-seed.ts';
import type { SeedSample } from './seed-samples.ts';

/**
 * Puts a test case into the queue of a tenant: it passes through the real steps but the model, and waits like any other.
 * @returns it; undefined where one was placed under the same `once` before
 * @throws Problem unfit-test-case, unknown-policy
 */
export async function placeSeed(
  ports: Ports,
  maker: SeedMaker,
  policy: string,
  sample: SeedSample,
): Promise<CaseRef | undefined> {
  const item = await acceptSeed(ports, maker, policy, sample);
  if (item === undefined) return undefined;
  const { tenantId, caseId } = item;
  try {
    const revision = await scanSeed(ports, item, sample);
    // Nobody waits for this token: there is no workflow.
    await openReview(ports)({ tenantId, caseId, side: 'answer', stage: 0, revision, token: 'test-case' });
  } catch (thrown) {
    await discardSeed(ports, item).catch(() => undefined);
    throw thrown;
  }
  return { tenantId, caseId };
}
