// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { Workflow, WorkflowInput } from '../../lambdas/ports.ts';
import { newRevision } from './sample-case.ts';

/**
 * A workflow of one review: it waits for an answer, succeeds for `approve` and fails for everything else.
 * `settled` resolves when nothing moves any more; `tokens` has the task tokens that were given out, newest last.
 */
export type WorkflowUnderTest = Readonly<{
  workflow: Workflow;
  tokens: (caseId: string) => readonly string[];
  settled: () => Promise<void>;
}>;

const newInput = (): WorkflowInput => ({
  tenantId: 'north',
  caseId: uuidv7(),
  revision: newRevision(),
  review: [3600, 3600, 3600],
});

/** What every workflow port does. */
export function describeWorkflow(name: string, make: () => Promise<WorkflowUnderTest>): void {
  describe(`${name} keeps the contract of the workflow:`, () => {
    const over = { name: 'TaskTimedOut' };
    const approve = { decision: 'approve', revision: newRevision() };

    it('knows nothing of a case that was not started', async () => {
      const { workflow } = await make();
      expect(await workflow.status(newInput())).toBeUndefined();
    });

    it('runs a case that was started, until its review is answered', async () => {
      const { workflow, tokens, settled } = await make();
      const input = newInput();
      await workflow.start(input);
      await settled();
      expect(await workflow.status(input)).toBe('RUNNING');
      await workflow.answer(tokens(input.caseId)[0]!, approve);
      await settled();
      expect(await workflow.status(input)).toBe('SUCCEEDED');
    });

    it('starts a case once, however often it is asked, also by many at the same time', async () => {
      const { workflow, tokens, settled } = await make();
      const input = newInput();
      await Promise.all(Array.from({ length: 10 }, () => workflow.start(input)));
      await workflow.start(input);
      await settled();
      expect(tokens(input.caseId)).toHaveLength(1);
    });

    it('takes a second start with another input for the same case, and goes on with the first', async () => {
      const { workflow, tokens, settled } = await make();
      const input = newInput();
      await workflow.start(input);
      await workflow.start({ ...input, revision: newRevision() });
      await settled();
      expect(tokens(input.caseId)).toHaveLength(1);
    });

    it('does not start a case again that has ended', async () => {
      const { workflow, tokens, settled } = await make();
      const input = newInput();
      await workflow.start(input);
      await settled();
      await workflow.answer(tokens(input.caseId)[0]!, { ...approve, decision: 'reject' });
      await settled();
      expect(await workflow.status(input)).toBe('FAILED');
      await workflow.start(input);
      await settled();
      expect(await workflow.status(input)).toBe('FAILED');
      expect(tokens(input.caseId)).toHaveLength(1);
    });

    it('takes one of several answers that come together', async () => {
      const { workflow, tokens, settled } = await make();
      const input = newInput();
      await workflow.start(input);
      await settled();
      const token = tokens(input.caseId)[0]!;
      const answers = await Promise.allSettled(
        Array.from({ length: 5 }, () => workflow.answer(token, approve)),
      );
      expect(answers.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      for (const each of answers) if (each.status === 'rejected') expect(each.reason).toMatchObject(over);
    });

    it('says of a token that was answered, or was never given out, that its task is over', async () => {
      const { workflow, tokens, settled } = await make();
      const input = newInput();
      await workflow.start(input);
      await settled();
      const token = tokens(input.caseId)[0]!;
      await workflow.answer(token, approve);
      await expect(workflow.answer(token, approve)).rejects.toMatchObject(over);
      const forged = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA');
      await expect(workflow.answer(forged, approve)).rejects.toMatchObject(over);
      await expect(workflow.answer('no token', approve)).rejects.toMatchObject(over);
    });

    it('keeps cases apart', async () => {
      const { workflow, tokens, settled } = await make();
      const inputs = Array.from({ length: 20 }, newInput);
      await Promise.all(inputs.map((input) => workflow.start(input)));
      await settled();
      await workflow.answer(tokens(inputs[7]!.caseId)[0]!, approve);
      await settled();
      const states = await Promise.all(inputs.map((input) => workflow.status(input)));
      expect(states.map((state, index) => (index === 7 ? 'SUCCEEDED' : 'RUNNING') === state)).not.toContain(
        false,
      );
    });
  });
}
