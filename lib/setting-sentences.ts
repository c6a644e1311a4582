// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const place = (issue: Issue): string => (issue.path.length === 0 ? 'It' : issue.path.join('.'));

/** What to write instead, in words. */
function remedy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing; write ${article(issue.expected)}`
        : `has to be ${article(issue.expected)}`;
    case 'invalid_value':
      return `has to be ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}`;
    case 'unrecognized_keys':
      return `knows no ${issue.keys.map((key) => `"${key}"`).join(', ')}; take it out or correct its name`;
    case 'too_small':
      return `has to be at least ${String(issue.minimum)}${counted(issue.origin)}`;
    case 'too_big':
      return `may be at most ${String(issue.maximum)}${counted(issue.origin)}`;
    case 'invalid_format':
      return issue.pattern === undefined
        ? `has to be a valid ${issue.format}`
        : `has to look like ${issue.pattern}`;
    default:
      return issue.message;
  }
}

const article = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
const counted = (origin: string): string =>
  origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '';

/** A sentence for each mistake that a schema found: where it is, and what to write. */
export const sentences = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `${place(issue)} ${remedy(issue)}.`);
