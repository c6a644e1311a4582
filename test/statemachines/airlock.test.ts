// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { failures, retryable } from '../../lambdas/failures.ts';
import { stepNames } from '../../lambdas/steps/index.ts';
import { dominates, reachable, start, states, successors } from './graph.ts';

const text = readFileSync(new URL('../../statemachines/airlock.asl.json', import.meta.url), 'utf8');
const tasks = Object.entries(states).filter(([, state]) => state.Type === 'Task');

describe('invariants 2 and 3 on the graph of the workflow', () => {
  test.each([
    // Nothing reaches a model that was not de-identified and screened, whatever a reviewer decides.
    ['Deidentify', 'InvokeModel'],
    ['ScreenPrompt', 'InvokeModel'],
    // Nothing is released unscanned or unrecorded.
    ['RescanAnswer', 'ReleaseAnswer'],
    ['ArchiveTranscript', 'ReleaseAnswer'],
    ['InvokeModel', 'ReleaseAnswer'],
    // An end that is not a release is archived before the case is closed.
    ['ArchiveRefusal', 'CaseClosed'],
    ['ArchiveRefusal', 'CaseFailed'],
  ])('%s dominates %s', (a, b) => expect(dominates(a, b)).toBe(true));

  test.each([
    // The proof can fail: these do not dominate.
    ['AwaitPromptReview', 'InvokeModel'],
    ['AwaitAnswerReview', 'ReleaseAnswer'],
    ['ArchiveRefusal', 'ReleaseAnswer'],
    ['InvokeModel', 'ArchiveRefusal'],
  ])('%s does not dominate %s', (a, b) => expect(dominates(a, b)).toBe(false));

  it('notices one edge that goes round the rescan', () => {
    const shortcut = (name: string) => [
      ...successors(name),
      ...(name === 'InvokeModel' ? ['ArchiveTranscript'] : []),
    ];
    expect(dominates('RescanAnswer', 'ReleaseAnswer', shortcut)).toBe(false);
  });

  it('sends an edited prompt round again, and an edited answer', () => {
    expect(successors('PromptDecision').sort()).toEqual(['ArchiveRefusal', 'Deidentify', 'InvokeModel']);
    expect(successors('AnswerDecision').sort()).toEqual([
      'ArchiveRefusal',
      'ArchiveTranscript',
      'RescanAnswer',
    ]);
  });
});

describe('the workflow file', () => {
  it('takes a clean case through eight states', () => {
    const clean = [
      'Deidentify',
      'ScreenPrompt',
      'PromptVerdict',
      'InvokeModel',
      'RescanAnswer',
      'AnswerVerdict',
      'ArchiveTranscript',
      'ReleaseAnswer',
    ];
    clean.slice(1).forEach((name, index) => expect(successors(clean[index]!)).toContain(name));
    expect(start).toBe('Deidentify');
  });

  it('has no state that cannot be reached', () =>
    expect([...reachable()].sort()).toEqual(Object.keys(states).sort()));

  it('lets the archive refuse a case only on the way to an end', () => {
    for (const end of ['CaseClosed', 'CaseFailed', 'Unarchived', 'Unreleased'])
      expect(successors(end)).toEqual([]);
  });

  it.each(tasks)(
    'gives %s a timeout, a retry with backoff and full jitter, and a catch for everything',
    (_name, state) => {
      const task = state as unknown as {
        TimeoutSeconds: unknown;
        Retry: Record<string, unknown>[];
        Catch: { ErrorEquals: string[] }[];
      };
      expect(task.TimeoutSeconds).toBeDefined();
      for (const retry of task.Retry)
        expect(retry).toMatchObject({
          JitterStrategy: 'FULL',
          MaxDelaySeconds: expect.any(Number),
          BackoffRate: expect.any(Number),
        });
      for (const name of retryable) expect(task.Retry[0]!['ErrorEquals']).toContain(name);
      expect(task.Catch.at(-1)!.ErrorEquals).toEqual(['States.ALL']);
    },
  );

  it('names only errors that exist', () => {
    const named = tasks.flatMap(([, state]) => {
      const { Retry = [], Catch = [] } = state as unknown as Record<string, { ErrorEquals: string[] }[]>;
      return [...Retry, ...Catch].flatMap((rule) => rule.ErrorEquals);
    });
    for (const name of new Set(named))
      expect(
        name.startsWith('States.') ||
          name === 'Sandbox.Timedout' ||
          name.startsWith('Lambda.') ||
          name in failures,
      ).toBe(true);
  });

  it('names exactly the steps that exist', () => {
    const named = [...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!);
    expect([...new Set(named)].sort()).toEqual([...stepNames].sort());
  });

  it('passes only ids, revisions, verdicts, counts and the token to a step', () => {
    const allowed = [
      'tenantId',
      'caseId',
      'revision',
      'attempt',
      'side',
      'stage',
      'token',
      'prompt',
      'answer',
      'outcome',
      'error',
    ];
    for (const [, state] of tasks) {
      const { Payload } = (state as unknown as { Arguments: { Payload: Record<string, unknown> } }).Arguments;
      for (const key of Object.keys(Payload)) expect(allowed).toContain(key);
    }
  });
});
