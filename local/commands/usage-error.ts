// SPDX-License-Identifier: Apache-2.0

/** The command was called in a way it cannot be run: a sentence for stderr, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The exit codes of `airlock`, so that scripts can tell what happened. Shown by `airlock --help`. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  held: 3,
  refused: 4,
  notFound: 5,
  unreachable: 6,
} as const;
