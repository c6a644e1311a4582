// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase, theCase } from '../change.ts';
import { contentDigest, getContent } from '../contents.ts';
import { Failure } from '../failures.ts';
import type { CaseEvent, Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { PromptContentSchema, ScanContentSchema } from '../records/content.ts';
import { digest as keyedDigest } from '../records/digest.ts';
import { shareOf } from '../records/four-eyes.ts';
import type { Policy } from '../records/policy.ts';
import { noted, type Review, sides } from '../records/review.ts';
import { sealToken } from '../token.ts';
import { factsOf, newReview, type Shown } from './new-review.ts';
import { refShape, revision, step } from './step.ts';

const Input = z.strictObject({
  ...refShape,
  side: z.enum(sides),
  stage: z.int().min(0).max(3),
  revision,
  token: z.string().min(1).max(2048),
});
type Input = z.infer<typeof Input>;

/** The stages that pass by themselves, by number. */
const stageKinds = [undefined, 'reminded', 'escalated'] as const;

/** The review on its next stage, with when it got there on its trail. A stage that comes again is the same stage. */
function staged(review: Review, stage: number, token: string, now: number): Review {
  const kind = stage > review.stage ? stageKinds[stage] : undefined;
  const moved = { ...review, stage: Math.max(review.stage, stage), token };
  return kind === undefined ? moved : noted(moved, { kind, by: 'clock', at: now });
}

/**
 * What the row becomes. The decision is a conditional write on this same row, so that a late stage, an expiry
 * and a reviewer cannot all win: whoever comes second finds what stands.
 * @throws AlreadyDecided, ReviewExpired, Conflict when another revision is under review
 */
function moved(item: Case, input: Input, policy: Policy, shown: Shown, token: string, now: number): Case {
  const { review } = item;
  if (item.closing !== undefined || item.status === 'closed') throw new Failure('AlreadyDecided');
  const same = review?.side === input.side && review.revision === input.revision;
  if (!same) {
    if (review !== undefined && review.decided === undefined) throw new Failure('NotCleared');
    return newReview(item, input, policy, shown, token, now);
  }
  if (review.decided?.decision === 'expire') throw new Failure('ReviewExpired');
  if (review.decided !== undefined) throw new Failure('AlreadyDecided');
  if (input.stage < 3) return { ...item, status: 'held', review: staged(review, input.stage, token, now) };
  const { token: _spent, ...rest } = review;
  const decided = {
    decision: 'expire' as const,
    by: 'clock',
    at: now,
    reason: 'expired' as const,
    revision: input.revision,
  };
  return { ...item, review: { ...rest, stage: 3, decided, told: true } };
}

const events: readonly CaseEvent['kind'][] = ['held', 'reminded', 'escalated', 'expired'];

/**
 * OpenReview: puts a held revision before people, and on each later stage reminds, escalates and at last
 * expires it. The token is kept encrypted; each stage brings a new one and the old one is worth nothing.
 * @throws AlreadyDecided (the workflow collects the decision), ReviewExpired (which denies)
 */
export const openReview = (ports: Ports) =>
  step(Input, async (input) => {
    const item = await theCase(ports, input);
    const policy = await ports.policies.byHash(item.policy.hash);
    const ref = { tenantId: item.tenantId, scope: item.caseId, revision: input.revision };
    const content = await getContent(
      ports,
      ref,
      input.side === 'prompt' ? PromptContentSchema : ScanContentSchema,
    );
    const key = await ports.keys.caseKey(input);
    const token = await sealToken(ports, input, input.token);
    const shown: Shown = {
      ...factsOf(content),
      digest: contentDigest(key, input.revision, content),
      editedBy: content.editedBy,
      share: shareOf(keyedDigest(key, 'four-eyes', input.side)),
    };
    const after = await changeCase(ports, input, (now) =>
      moved(now, input, policy, shown, token, ports.clock()),
    );
    const kind = events[input.stage] ?? 'held';
    // A notification that fails must not lose the review: the queue shows it anyway.
    await ports
      .notify({ tenantId: item.tenantId, caseId: item.caseId, kind, at: ports.clock() })
      .catch(() => undefined);
    if (after.review?.decided?.decision === 'expire') throw new Failure('ReviewExpired');
    return { stage: input.stage };
  });
