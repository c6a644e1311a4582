// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../lambdas/records/finding.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';
import type { Recognizer } from '../../lambdas/recognizers/recognizer.ts';

/** A small recognizer for tests: everything a pattern matches is of one type. */
export const finds = (type: IdentifierType, pattern: RegExp, score = 0.9): Recognizer => ({
  name: `test-${type.toLowerCase()}`,
  types: [type],
  cites: 'test',
  find: (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      type,
      start: match.index,
      end: match.index + match[0].length,
      score,
      because: { detector: `test-${type.toLowerCase()}`, pattern: 'test' },
    })),
});

export const ssn = finds('SSN', /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g);
export const email = finds('EMAIL', /[\w.+-]{1,40}@[\w-]{1,40}(?:\.[a-z]{2,10}){1,3}/gi);

/** A finding for each occurrence of a value in a text. */
export const every = (text: string, type: IdentifierType, ...values: string[]): Finding[] =>
  values.flatMap((value) => {
    const found: Finding[] = [];
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length))
      found.push({
        type,
        start,
        end: start + value.length,
        score: 0.9,
        because: { detector: 'test', pattern: 'test' },
      });
    return found;
  });

/** A conversation's secret, different for every seed. */
export const secretOf = (seed: number): string => Buffer.alloc(32, seed).toString('base64url');

export const policy = { operators: { DATE: 'relative' } } as const;
