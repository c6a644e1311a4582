// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';
import { digest } from '../records/digest.ts';
import { generateSeed, seedBytes } from './generate-seed.ts';
import { placeSeed } from './place-seed.ts';
import { Problem } from './problems.ts';

/** Who is on record as the maker of a test case that nobody made. */
export const automatic = 'automatic';

/** Whether two random bytes fall within a share, in percent. */
const falls = ([high = 0, low = 0]: Uint8Array, percent: number): boolean =>
  (high * 256 + low) / 65_536 < percent / 100;

/**
 * After a real case was held: for a share of them (`review.testCases` of the policy) a made-up one joins the queue. The real
 * case is read and nothing more. Once a case, however often it is told.
 */
export const seedHeld =
  (ports: Ports) =>
  async (ref: CaseRef): Promise<Readonly<{ made: number; unfit: number }>> => {
    const none = { made: 0, unfit: 0 };
    const held = await ports.cases.get(ref);
    // A test case is held too: it brings no other.
    if (held === undefined || held.seed !== undefined) return none;
    const { id } = held.policy;
    const wanted = ports.policies.current(id)?.policy.review.testCases;
    if (wanted === undefined || !falls(ports.randomBytes(2), wanted.percent)) return none;
    const { tenantId, caseId } = held;
    const key = await ports.keys.tenantKey(tenantId);
    // Nobody is asking: nobody owns it, and everybody may review it.
    const maker = {
      tenantId,
      by: automatic,
      owner: digest(key, 'test-case-owner'),
      requester: digest(key, 'test-case-requester'),
      once: digest(key, 'test-case', caseId),
    };
    try {
      const placed = await placeSeed(
        ports,
        maker,
        id,
        generateSeed(wanted.about, ports.randomBytes(seedBytes)),
      );
      return { ...none, made: placed === undefined ? 0 : 1 };
    } catch (thrown) {
      // A policy under which it would be blocked, or not held in a way that can be decided.
      if (thrown instanceof Problem) return { ...none, unfit: 1 };
      throw thrown;
    }
  };
