// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type FailureName, failureName } from '../failures.ts';
import type { Reply } from './operation.ts';
import { CaseFailureSchema } from './case-failure.ts';
import { type FieldError, Problem, type ProblemCode, problems, retryAfter, titleOf } from './problems.ts';

export const ProblemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. The codes are in docs/errors.md.' });

/** The body OpenAI's clients turn into their error classes. */
export const ChatErrorSchema = z
  .strictObject({
    error: z.strictObject({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string(),
      caseId: z.string().optional(),
      failure: CaseFailureSchema.shape.code.optional(),
    }),
  })
  .meta({ id: 'ChatError' });

/** What a failure of a port means to a caller; the rest is `internal`. */
const ofFailure: Readonly<Partial<Record<FailureName, ProblemCode>>> = {
  NotFound: 'not-found',
  // Only a cursor is passed on to a store as it was sent.
  InvalidInput: 'invalid-request',
  StorageUnavailable: 'storage-unavailable',
  Throttled: 'throttled',
  Unavailable: 'unavailable',
  Conflict: 'busy',
  KeyErased: 'expired',
  BudgetExceeded: 'budget-exceeded',
  QueryTooLong: 'query-too-long',
  QueryTooLarge: 'query-too-large',
  QueryInvalid: 'query-invalid',
};

/** The problem that a thrown thing is to the caller; undefined when it is not theirs to know. */
export function problemOf(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  const name = failureName(thrown);
  const code = name === undefined ? undefined : ofFailure[name];
  return code === undefined ? undefined : new Problem(code);
}

const headersOf = ({ code, facts }: Problem): Record<string, string> => {
  const seconds = retryAfter[code];
  return {
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    ...(problems[code].status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...facts.headers,
  };
};

/** RFC 9457: `application/problem+json`. */
export function problemReply(problem: Problem): Reply {
  const { code, facts } = problem;
  const { status, detail } = problems[code];
  const errors = facts.errors === undefined ? {} : { errors: facts.errors };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headersOf(problem) },
    body: {
      type: `urn:prompt-airlock:problem:${code}`,
      title: titleOf(code),
      status,
      code,
      detail,
      ...errors,
      ...facts.members,
    },
  };
}

/** A mistake as a sentence: a path of nothing is the body itself. */
const inWords = ({ path, message }: FieldError): string =>
  `${path === '' ? 'The body' : `${path}:`} ${message.replace(/\.?$/, '.')}`;

/** The same problem in the shape of OpenAI's API. `x-should-retry` keeps its clients from asking again in vain. */
export function chatErrorReply(problem: Problem): Reply {
  const { code, facts } = problem;
  const { status, detail } = problems[code];
  const first = facts.errors?.[0];
  const caseId = facts.members?.['caseId'];
  const failure = CaseFailureSchema.safeParse(facts.members?.['failure']).data;
  // A budget comes back tomorrow: clients ask again within seconds.
  const again = (status === 429 && code !== 'budget-exceeded') || status === 503;
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-should-retry': String(again),
      ...headersOf(problem),
    },
    body: {
      error: {
        message: [
          detail,
          ...(first === undefined ? [] : [inWords(first)]),
          ...(failure === undefined ? [] : [failure.sentence, failure.advice]),
          ...(typeof caseId === 'string' ? [`Case ${caseId}.`] : []),
        ].join(' '),
        type: status < 500 ? 'invalid_request_error' : 'server_error',
        param: first === undefined || first.path === '' ? null : first.path,
        code,
        ...(typeof caseId === 'string' ? { caseId } : {}),
        ...(failure === undefined ? {} : { failure: failure.code }),
      },
    },
  };
}
