// SPDX-License-Identifier: Apache-2.0

const messages = {
  /** The name is taken: by an execution with another input, or by one that is closed. */
  ExecutionAlreadyExists: 'An execution of this name exists, closed or with another input.',
  ExecutionDoesNotExist: 'There is no execution of this name.',
  /** 1 to 80 characters of A-Z a-z 0-9 - _ : what AWS takes without reservations. */
  InvalidName: 'The name must have 1 to 80 letters, digits, hyphens or underscores.',
  /** Not JSON, or longer than 256 KiB. */
  InvalidExecutionInput: 'The input is not JSON, or is longer than 262144 bytes.',
  /** The task that the token was given to timed out or is closed: also "somebody else answered before". */
  TaskTimedOut: 'The task of this token timed out or is closed.',
  /** Not a token that this machine gives out. */
  InvalidToken: 'This is not a task token.',
  /** A token that this machine never gave out, or whose execution was pruned. */
  TaskDoesNotExist: 'There is no task of this token.',
  /** Not JSON, or longer than 256 KiB. */
  InvalidOutput: 'The output is not JSON, or is longer than 262144 bytes.',
  /** AWS: at most 256 characters of error and 32,768 of cause. */
  ValidationException: 'The error or the cause is too long, or the page token is not one.',
  /** The machine was closed. */
  MachineClosed: 'The machine is closed.',
} as const;

export type RefusalName = keyof typeof messages;

/** A call that the machine refuses; the names are those of the Step Functions API where it has one. */
export class Refusal extends Error {
  override readonly name: RefusalName;

  constructor(name: RefusalName) {
    super(messages[name]);
    this.name = name;
  }
}
