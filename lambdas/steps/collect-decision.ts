// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase } from '../change.ts';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { sides } from '../records/review.ts';
import { refShape, revision, step } from './step.ts';

const Input = z.strictObject({ ...refShape, side: z.enum(sides), revision });

/**
 * CollectDecision: the decision that stands, for a workflow that was not there when it was made.
 * Out: `{ decision, revision }`, as the token would have brought it. @throws NotCleared when there is none
 */
export const collectDecision = (ports: Ports) =>
  step(Input, async (input) => {
    const item = await changeCase(ports, input, (now) =>
      now.review?.decided === undefined || now.review.told
        ? undefined
        : { ...now, review: { ...now.review, told: true } },
    );
    const { review } = item;
    if (review?.decided === undefined || review.side !== input.side || review.revision !== input.revision)
      throw new Failure('NotCleared');
    return { decision: review.decided.decision, revision: review.decided.revision };
  });
