// SPDX-License-Identifier: Apache-2.0

/** What cases are looked for by; empty is any. Days are `YYYY-MM-DD`. */
export type Filters = Readonly<{
  from: string;
  to: string;
  outcome: string;
  policy: string;
  reason: string;
  reviewer: string;
  failed: boolean;
}>;

/** A string of SQL. The server reads the whole query again and binds it to the tenant, whatever is in it. */
const quoted = (text: string, around = ''): string =>
  `'${around}${text.trim().replaceAll("'", "''")}${around}'`;
/** Reason codes stand in a list with spaces between them. */
const lists = (column: string, code: string): string =>
  `strpos(' ' || coalesce(${column}, '') || ' ', ${quoted(code, ' ')}) > 0`;

/** The filters as a SELECT over the catalogue, newest cases first. */
export function searchSql({ from, to, outcome, policy, reason, reviewer, failed }: Filters): string {
  const conditions = [
    `day BETWEEN DATE ${quoted(from)} AND DATE ${quoted(to)}`,
    ...(outcome === '' ? [] : [`outcome = ${quoted(outcome)}`]),
    ...(policy.trim() === '' ? [] : [`policy = ${quoted(policy)}`]),
    ...(reason.trim() === ''
      ? []
      : [`(${lists('prompt_reasons', reason)} OR ${lists('answer_reasons', reason)})`]),
    ...(reviewer.trim() === ''
      ? []
      : [`case_id IN (SELECT case_id FROM reviews WHERE decided_by = ${quoted(reviewer)})`]),
    ...(failed ? [`failed_detectors <> ''`] : []),
  ];
  return `SELECT accepted_at, case_id, outcome, policy, model, prompt_reasons, answer_reasons, reviews, retained_until
FROM cases
WHERE ${conditions.join('\n  AND ')}
ORDER BY accepted_at DESC, case_id`;
}
