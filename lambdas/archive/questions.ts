// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

const day = z.iso.date();
const period = { from: day, to: day };
const person = z.string().min(1).max(128);

/**
 * The questions that compliance asks by name. One SQL text each, written to read the same in Athena and in DuckDB: no
 * function of one of them alone, partitions compared as what they are (tenant varchar, day date). `:name` is always a
 * bound parameter; `:tenant` comes from the caller's token.
 */
export const questions = {
  're-identified': {
    asks: 'Who saw identities of which case, when and why: revealed in a review, or unsealed.',
    parameters: z.strictObject(period),
    sql: `SELECT revealed_at AS at, revealed_by AS who, 'review' AS how, case_id, placeholder AS what, 'see the note on record' AS why
          FROM reveals WHERE tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          UNION ALL
          SELECT happened_at AS at, confirmed_by AS who, 'unsealed' AS how, case_id, 'everything' AS what, reason AS why
          FROM events WHERE kind = 'unsealed' AND tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          ORDER BY 1, 4`,
  },
  'sent-to-model': {
    asks: 'What left for the model on a day: every case with its de-identified prompt, where the policy lets the catalogue have it.',
    parameters: z.strictObject({ day }),
    sql: `SELECT accepted_at, case_id, policy, model, input_tokens, text_state, prompt_text
          FROM cases WHERE model IS NOT NULL AND tenant = :tenant AND day = CAST(:day AS date) ORDER BY accepted_at, case_id`,
  },
  'released-without-second-approval': {
    asks: 'Every release that fewer than two people approved.',
    parameters: z.strictObject(period),
    sql: `SELECT closed_at, case_id, policy, approvers, reviews, answer_reasons
          FROM cases WHERE outcome = 'released' AND approvers < 2
          AND tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date) ORDER BY closed_at, case_id`,
  },
  'decided-by': {
    asks: 'Every review that somebody decided.',
    parameters: z.strictObject({ ...period, who: person }),
    sql: `SELECT decided_at, case_id, side, decision, reason, reasons
          FROM reviews WHERE decided_by = :who
          AND tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date) ORDER BY decided_at, case_id`,
  },
  'reviewer-decisions': {
    asks: 'How many reviews each person decided, and how.',
    parameters: z.strictObject(period),
    sql: `SELECT decided_by, side, decision, COUNT(*) AS decisions
          FROM reviews WHERE decided_by IS NOT NULL
          AND tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          GROUP BY decided_by, side, decision ORDER BY decided_by, side, decision`,
  },
  degraded: {
    asks: 'Every case that failed, or that a detector did not look at.',
    parameters: z.strictObject(period),
    sql: `SELECT accepted_at, case_id, outcome, error, failed_detectors, prompt_reasons, answer_reasons
          FROM cases WHERE (outcome = 'failed' OR failed_detectors <> '')
          AND tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date) ORDER BY accepted_at, case_id`,
  },
  outcomes: {
    asks: 'How many cases ended how, by day and policy.',
    parameters: z.strictObject(period),
    sql: `SELECT day, policy, outcome, COUNT(*) AS cases
          FROM cases WHERE tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          GROUP BY day, policy, outcome ORDER BY day, policy, outcome`,
  },
  'entity-types': {
    asks: 'How many identifiers of which type were found, by month.',
    parameters: z.strictObject(period),
    sql: `SELECT SUBSTR(CAST(day AS varchar), 1, 7) AS month, side, type, CAST(SUM(found) AS bigint) AS found, COUNT(*) AS cases
          FROM entities WHERE tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          GROUP BY 1, side, type ORDER BY 1, side, type`,
  },
  'reviews-by-wait': {
    asks: 'Reviews with when they were opened and decided, the slowest cases first by day.',
    parameters: z.strictObject(period),
    sql: `SELECT day, case_id, side, opened_at, decided_at, decision
          FROM reviews WHERE tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          ORDER BY day, (decided_at - opened_at) DESC, case_id`,
  },
  'holds-in-force': {
    asks: 'Every case under legal hold, by the events.',
    parameters: z.strictObject({}),
    sql: `SELECT e.case_id, e.happened_at AS since, e.asked_by, e.confirmed_by, e.reason
          FROM events e
          WHERE e.kind = 'hold-placed' AND e.tenant = :tenant AND NOT EXISTS (
            SELECT 1 FROM events later
            WHERE later.kind = 'hold-removed' AND later.tenant = :tenant AND later.case_id = e.case_id AND later.event_id > e.event_id)
          ORDER BY e.happened_at, e.case_id`,
  },
  'refused-attempts': {
    asks: 'Every attempt to hold, open or erase that was refused.',
    parameters: z.strictObject(period),
    sql: `SELECT happened_at, asked_by, action, refusal, case_id, reason
          FROM events WHERE kind = 'refused'
          AND tenant = :tenant AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date) ORDER BY happened_at, event_id`,
  },
} as const satisfies Record<string, { asks: string; parameters: z.ZodType; sql: string }>;

export type QuestionName = keyof typeof questions;
export const questionNames = Object.keys(questions) as [QuestionName, ...QuestionName[]];

/**
 * `:name` to `?`, with the values in the order of the question marks: what both engines bind.
 * @throws RangeError where the text names a parameter that was not given
 */
export function positional(
  sql: string,
  values: Readonly<Record<string, string>>,
): Readonly<{ sql: string; values: readonly string[] }> {
  const bound: string[] = [];
  const text = sql.replaceAll(/:([a-z]{1,16})\b/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError('a parameter is missing');
    bound.push(value);
    return '?';
  });
  return { sql: text, values: bound };
}
