// SPDX-License-Identifier: Apache-2.0
import type { Execution } from './execution.ts';
import type { Move } from './move.ts';
import type { Walk } from './walk.ts';

/** How one execution is to be moved, and under which condition. */
export interface Transition {
  readonly seq: number;
  /** Saves reading it; may be outdated. */
  readonly execution?: Execution;
  /** Whether this transition still applies: asked again whenever somebody else was first. */
  readonly applies: (execution: Execution) => boolean;
  readonly make: (walk: Walk, execution: Execution) => Promise<Move>;
  /** A place that is already held; who is first in line may keep it though others wait. */
  readonly place?: 'held' | 'first in line';
  /** Tries again until the disk takes it; otherwise the caller gets StorageUnavailable. */
  readonly patient?: boolean;
  /** Whether a function that still runs for the attempt is told to stop. Default true. */
  readonly abort?: boolean;
}

/** Makes and stores a transition that nobody outside waits for: patiently, and without an error when the machine closes. */
export type MoveOn = (transition: Transition) => Promise<void>;
