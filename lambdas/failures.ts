// SPDX-License-Identifier: Apache-2.0

/**
 * Every error a step or an adapter may throw, with what the workflow does about it. The names are what
 * `Retry` and `Catch` in statemachines/airlock.asl.json match, so they are literals: a bundler's minifier
 * renames classes. Messages are these constants and nothing else: text of a request must never ride in one.
 */
export const failures = {
  /** A service did not answer, or answered 5xx. Worth a retry. */
  Unavailable: 'A service this step needs did not answer.',
  /** A service said: too fast. Worth a retry. */
  Throttled: 'A service this step needs is limiting calls.',
  /** Something answered in a shape this version does not know. */
  Malformed: 'What came back could not be read.',
  /** The step was called with an input it does not know. */
  InvalidInput: 'The step was called with an input it does not know.',
  /** The object, case or key asked for is not there (or not this owner's). */
  NotFound: 'What was asked for is not there.',
  /** A conditional write lost against another. Worth a retry. */
  Conflict: 'Somebody else changed this at the same time.',
  /** A text that is not completely de-identified was about to go on. */
  IncompleteDetection: 'The text is not completely de-identified.',
  /** A revision was about to go on without the scan or approval it needs. */
  NotCleared: 'The revision was not cleared to go on.',
  /** The review that is being opened has been decided: the workflow collects the decision. */
  AlreadyDecided: 'The review has been decided.',
  /** Nobody decided in time, which denies. */
  ReviewExpired: 'The review expired.',
  /** The last scan before the lock found an identifier: nothing is released, and no text is locked. */
  Quarantined: 'An identifier was found at the last moment.',
  /** The archive holds another record for this case. */
  ArchiveConflict: 'The archive holds a different record for this case.',
  /** What was read back from the archive is not what was written. */
  ArchiveMismatch: 'The archive did not return what was written.',
  /** The clock is behind what was sealed last. */
  ClockBehind: 'The clock is behind the newest seal of the archive.',
  /** A question to the archive took longer than it may. */
  QueryTooLong: 'The question took longer than it may.',
  /** What a question to the archive answers is more than it may be. */
  QueryTooLarge: 'The answer is larger than it may be.',
  /** The engine does not take a query that the restrictions let through: a type that does not fit, a division by zero. */
  QueryInvalid: 'The query cannot be run as it stands.',
  /** No model of the policy can be called here. */
  NoModel: 'No model that the policy allows is available here.',
  /** The tenant's budget for the day is used up. */
  BudgetExceeded: 'The budget of the tenant for today is used up.',
  /** The case's key was destroyed. */
  KeyErased: 'The key was destroyed: the identity is erased.',
  /** The disk is full or cannot be written. */
  StorageUnavailable: 'The store cannot be written.',
  /** A task token whose task is over, because it timed out or was answered. */
  TaskTimedOut: 'The task is over.',
} as const;

export type FailureName = keyof typeof failures;

/** An error of the closed list. `cause` is kept for a debugger; it is never logged, stored or shown. */
export class Failure extends Error {
  override readonly name: FailureName;

  constructor(name: FailureName, cause?: unknown) {
    super(failures[name], cause === undefined ? undefined : { cause });
    this.name = name;
  }
}

/** What a machine retries on its own. */
export const retryable: readonly FailureName[] = ['Unavailable', 'Throttled', 'Conflict'];

/** The name of a thrown thing if it is one of the list, else undefined. Survives bundling and realms. */
export function failureName(thrown: unknown): FailureName | undefined {
  const name = thrown instanceof Error ? thrown.name : undefined;
  return name !== undefined && Object.hasOwn(failures, name) ? (name as FailureName) : undefined;
}
