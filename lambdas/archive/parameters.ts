// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema } from '../records/case.ts';

/** Kinds of parameters: how a console asks for one, and what may be given. */
export const parameterKinds = {
  /** A day, UTC, `YYYY-MM-DD`. */
  day: z.iso.date(),
  /** Somebody of one's own: a reviewer or an officer, by the name that tokens have. */
  person: z.string().min(1).max(128),
  /** Whoever asks for cases, by the name that tokens have. Bound as the digest that records have of it. */
  requester: z.string().min(1).max(128),
  /** Ids of cases, at most 200, with spaces between them. */
  cases: z
    .string()
    .max(200 * 37)
    .transform((text) => text.split(' ').filter((id) => id !== ''))
    .pipe(z.array(CaseIdSchema).min(1).max(200)),
} as const;
export type ParameterKind = keyof typeof parameterKinds;
export type Parameter = Readonly<{ kind: ParameterKind; label: string }>;

/** What is bound: a value, or several where a query says IN. */
export type Bound = Readonly<Record<string, string | readonly string[]>>;

/** Whether a period does not end before it begins: that would find nothing, which somebody could take for an answer. */
export const isPeriod = ({ from, to }: Readonly<{ from?: unknown; to?: unknown }>): boolean =>
  typeof from !== 'string' || typeof to !== 'string' || from <= to;
export const noPeriod = { error: 'may not lie before from', path: ['to'] };

/** The parser of a question's parameters: all of them, and no others. */
export const parametersSchema = (parameters: Readonly<Record<string, Parameter>>): z.ZodType<Bound> => {
  const shape = Object.entries(parameters).map(([name, { kind }]) => [name, parameterKinds[kind]] as const);
  return z.strictObject(Object.fromEntries(shape)).refine(isPeriod, noPeriod);
};
