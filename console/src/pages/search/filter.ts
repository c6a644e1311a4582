// SPDX-License-Identifier: Apache-2.0
import type { CaseFilter } from '../../../../lambdas/api/case-search.ts';

/** What cases are looked for by, as it stands in the fields; empty is any. Days are `YYYY-MM-DD`. */
export type Fields = Readonly<
  Record<'from' | 'to' | 'outcome' | (typeof typed)[number] | (typeof asked)[number], string>
>;
/** Fields that somebody types into, and those that are asked as yes or no. */
export const typed = ['policy', 'model', 'reason', 'reviewer', 'requester', 'type', 'text'] as const;
export const asked = ['held', 'degraded', 'legalHold'] as const;

/** The fields as the API takes them: without those that are empty. */
export function filterOf(fields: Fields): CaseFilter {
  const words = typed.flatMap((name) => {
    const value = fields[name].trim();
    return value === '' ? [] : [[name, name === 'type' ? value.toUpperCase() : value]];
  });
  const answers = asked.flatMap((name) => (fields[name] === '' ? [] : [[name, fields[name] === 'yes']]));
  return {
    from: fields.from,
    to: fields.to,
    ...(fields.outcome === '' ? {} : { outcomes: [fields.outcome] }),
    ...Object.fromEntries([...words, ...answers]),
  } as CaseFilter;
}
