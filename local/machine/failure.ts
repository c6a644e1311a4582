// SPDX-License-Identifier: Apache-2.0

/** A state's error as Retry and Catch see it: a name and a cause, both free of text of users. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly error: string;
  /** Absent for a Fail state without Cause. */
  readonly causeText: string | undefined;
  /** The field whose expression failed, for the EvaluationFailed event. */
  readonly location: string | undefined;

  constructor(error: string, causeText?: string, location?: string) {
    super(error);
    this.error = error;
    this.causeText = causeText;
    this.location = location;
  }
}

/** `States.QueryEvaluationError`: names the expression as the definition has it, and never a value. */
export const evaluationFailure = (source: string, location: string, why: string): StateFailure =>
  new StateFailure(
    'States.QueryEvaluationError',
    `The JSONata expression '${source}' specified for the field '${location}' ${why}.`,
    location,
  );

/**
 * Whether an `ErrorEquals` list matches. `States.ALL` and `States.TaskFailed` do not match the terminal errors, and
 * nothing matches `States.Runtime`. A missed heartbeat is reported as `States.Timeout` and is matched by either name.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function errorMatches(names: readonly string[], error: string, missedHeartbeat = false): boolean {
  if (error === 'States.Runtime') return false;
  if (names.includes(error)) return true;
  if (missedHeartbeat && names.includes('States.HeartbeatTimeout')) return true;
  if (error === 'States.DataLimitExceeded') return false;
  if (names.includes('States.ALL')) return true;
  return names.includes('States.TaskFailed') && error !== 'States.Timeout';
}
