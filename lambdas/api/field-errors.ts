// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import type { FieldError } from './problems.ts';

/** Longest list of mistakes in one answer. */
const most = 20;

/** Our own words for each kind of mistake: the library's may quote what was sent. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // `null` and `never` stand for what callers may name and not use.
      return ['null', 'never'].includes(issue.expected)
        ? 'is not supported here'
        : `must be ${issue.expected}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number'
        ? 'may not be empty'
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `may not exceed ${issue.maximum}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
    case 'invalid_key':
      return 'has a field that is not known here';
    case 'invalid_format':
      return 'does not have the expected format';
    // Custom checks are ours: their messages are constants.
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

/** Of a name that may not be, the path's last part is the name itself. */
const knownPath = ({ code, path }: z.core.$ZodIssue) => (code === 'invalid_key' ? path.slice(0, -1) : path);

/** Mistakes in the caller's terms. Paths hold names that the schema knows and positions, never names that were sent. */
export function fieldErrors(where: string, issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.slice(0, most).map((issue) => ({
    path: [where, ...knownPath(issue).map(String)].filter((part) => part !== '').join('.'),
    message: messageOf(issue),
  }));
}
