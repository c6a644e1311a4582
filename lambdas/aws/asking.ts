// SPDX-License-Identifier: Apache-2.0
import { Failure, type FailureName } from '../failures.ts';

export type Names = Readonly<Record<string, FailureName>>;

/** How AWS services say "too fast". Every service has its own word for it. */
const tooFast: readonly string[] = [
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];

/** The name of an error of a service, or of the network below it. */
export const errorName = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');

/**
 * Calls a service; whatever it or the network throws becomes a failure of the closed list, without its message:
 * services quote what they were sent. What is not `named` is worth another try.
 */
export async function asking<Result>(work: () => Promise<Result>, named: Names = {}): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const name = errorName(thrown);
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    throw new Failure(known ?? (tooFast.includes(name) ? 'Throttled' : 'Unavailable'), thrown);
  }
}
