// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import { archiveTranscript } from './archive-transcript.ts';
import { collectDecision } from './collect-decision.ts';
import { deidentify } from './deidentify.ts';
import { invokeModel } from './invoke-model.ts';
import { openReview } from './open-review.ts';
import { releaseAnswer } from './release-answer.ts';
import { rescanAnswer } from './rescan-answer.ts';
import { screenPrompt } from './screen-prompt.ts';
import type { Step } from './step.ts';

/** The functions that statemachines/airlock.asl.json names, by the names of its `${…}` substitutions. */
const makers = {
  Deidentify: deidentify,
  ScreenPrompt: screenPrompt,
  InvokeModel: invokeModel,
  RescanAnswer: rescanAnswer,
  OpenReview: openReview,
  CollectDecision: collectDecision,
  ArchiveTranscript: archiveTranscript,
  ReleaseAnswer: releaseAnswer,
} as const;

export type StepName = keyof typeof makers;
export const stepNames = Object.keys(makers) as StepName[];

/**
 * Seconds a step's function may run before its runtime ends it (Lambda's Timeout). It is what bounds OpenReview,
 * whose state waits for a person; for the others it lies within the state's own TimeoutSeconds.
 */
export const stepSeconds: Readonly<Record<StepName, number>> = {
  ...(Object.fromEntries(stepNames.map((name) => [name, 55])) as Record<StepName, number>),
  InvokeModel: 290,
};

/** All steps on one set of ports. */
export const steps = (ports: Ports): Readonly<Record<StepName, Step>> =>
  Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, make(ports)])) as Record<
    StepName,
    Step
  >;
