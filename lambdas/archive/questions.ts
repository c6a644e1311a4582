// SPDX-License-Identifier: Apache-2.0
import type { Parameter } from './parameters.ts';

/** How an answer is best drawn: names of its columns. */
export type Chart = Readonly<{ kind: 'bar' | 'line'; x: string; y: string; series?: string }>;
export type Question = Readonly<{
  title: string;
  asks: string;
  parameters: Readonly<Record<string, Parameter>>;
  sql: string;
  chart?: Chart;
}>;

const period = {
  from: { kind: 'day', label: 'From' },
  to: { kind: 'day', label: 'To, included' },
} as const satisfies Question['parameters'];
const inPeriod = 'day BETWEEN CAST(:from AS date) AND CAST(:to AS date)';

/**
 * The questions that compliance asks by name. One SQL text each, in the dialect that `restrictSql` reads, which binds every
 * table to the tenant: so one text gives one answer in Athena and in DuckDB. `:name` is a bound parameter.
 */
export const questions = {
  're-identified': {
    title: 'Re-identifications',
    asks: 'Who saw identities of which case, when and why: revealed in a review, or unsealed.',
    parameters: period,
    sql: `SELECT revealed_at AS at, revealed_by AS who, 'review' AS how, case_id, placeholder AS what, reason AS why
          FROM reveals WHERE ${inPeriod}
          UNION ALL
          SELECT happened_at AS at, confirmed_by AS who, 'unsealed' AS how, case_id, 'everything' AS what, reason AS why
          FROM events WHERE kind = 'unsealed' AND ${inPeriod}
          ORDER BY 1, 4, 2, 5`,
  },
  'sent-to-model': {
    title: 'What left for the model',
    asks: 'What left for the model on a day: every case with its de-identified prompt, where the policy lets the catalogue have it.',
    parameters: { day: { kind: 'day', label: 'Day' } },
    sql: `SELECT accepted_at, case_id, policy, model, input_tokens, text_state, prompt_text
          FROM cases WHERE model IS NOT NULL AND day = CAST(:day AS date) ORDER BY accepted_at, case_id`,
  },
  'released-without-second-approval': {
    title: 'Releases without a second approval',
    asks: 'Every release that fewer than two people approved.',
    parameters: period,
    sql: `SELECT closed_at, case_id, policy, approvers, reviews, prompt_reasons, answer_reasons
          FROM cases WHERE outcome = 'released' AND approvers < 2 AND ${inPeriod} ORDER BY closed_at, case_id`,
  },
  'decided-by': {
    title: 'Decisions of one person',
    asks: 'Every case that somebody decided, alone or with another.',
    parameters: { ...period, who: { kind: 'person', label: 'Reviewer' } },
    sql: `SELECT decided_at, case_id, side, decision, reason, reasons
          FROM reviews WHERE decided_by = :who AND ${inPeriod}
          UNION ALL
          SELECT a.approved_at AS decided_at, a.case_id, a.side, 'first approval' AS decision, a.reason, r.reasons
          FROM approvals a JOIN reviews r ON r.case_id = a.case_id AND r.side = a.side AND a.approved_at >= r.opened_at
            AND (r.decided_at IS NULL OR a.approved_at < r.decided_at)
          WHERE a.approved_by = :who AND a.day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
            AND r.day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
          ORDER BY 1, 2, 3`,
  },
  'reviewer-decisions': {
    title: 'Decisions by person',
    asks: 'How many reviews each person decided, and how.',
    parameters: period,
    sql: `SELECT decided_by, side, decision, COUNT(*) AS decisions
          FROM reviews WHERE decided_by IS NOT NULL AND ${inPeriod}
          GROUP BY decided_by, side, decision ORDER BY decided_by, side, decision`,
    chart: { kind: 'bar', x: 'decided_by', y: 'decisions', series: 'decision' },
  },
  degraded: {
    title: 'Degraded and failed cases',
    asks: 'Every case that failed, or that a detector did not look at.',
    parameters: period,
    sql: `SELECT accepted_at, case_id, outcome, error, failed_detectors, prompt_reasons, answer_reasons
          FROM cases WHERE (outcome = 'failed' OR failed_detectors <> '') AND ${inPeriod} ORDER BY accepted_at, case_id`,
  },
  outcomes: {
    title: 'Outcomes by day',
    asks: 'How many cases ended how, by day and policy.',
    parameters: period,
    sql: `SELECT day, policy, outcome, COUNT(*) AS cases
          FROM cases WHERE ${inPeriod} GROUP BY day, policy, outcome ORDER BY day, policy, outcome`,
    chart: { kind: 'line', x: 'day', y: 'cases', series: 'outcome' },
  },
  'entity-types': {
    title: 'Identifiers by month',
    asks: 'How many identifiers of which type were found, by month.',
    parameters: period,
    sql: `SELECT SUBSTR(CAST(day AS varchar), 1, 7) AS month, side, type, CAST(SUM(found) AS bigint) AS found, COUNT(*) AS cases
          FROM entities WHERE ${inPeriod} GROUP BY 1, side, type ORDER BY 1, side, type`,
    chart: { kind: 'bar', x: 'month', y: 'found', series: 'type' },
  },
  'time-held': {
    title: 'Time held',
    asks: 'How long prompts and answers were held until somebody decided, in seconds: mean, median, the slowest twentieth, the slowest.',
    parameters: period,
    sql: `SELECT side, decision, COUNT(*) AS reviews, CAST(ROUND(AVG(waited)) AS bigint) AS mean_seconds,
            MIN(CASE WHEN place * 2 >= reviews_of_side THEN waited END) AS median_seconds,
            MIN(CASE WHEN place * 20 >= reviews_of_side * 19 THEN waited END) AS p95_seconds, MAX(waited) AS longest_seconds
          FROM (
            SELECT side, decision, waited, ROW_NUMBER() OVER (PARTITION BY side, decision ORDER BY waited) AS place,
              COUNT(*) OVER (PARTITION BY side, decision) AS reviews_of_side
            FROM (SELECT side, decision, DATE_DIFF('second', opened_at, decided_at) AS waited
                  FROM reviews WHERE decided_at IS NOT NULL AND ${inPeriod}) decided) placed
          GROUP BY side, decision ORDER BY side, decision`,
    chart: { kind: 'bar', x: 'decision', y: 'p95_seconds', series: 'side' },
  },
  'reviews-by-wait': {
    title: 'Slowest reviews',
    asks: 'Reviews with when they were opened and decided, the slowest of each day first; those that nobody has decided come last.',
    parameters: period,
    sql: `SELECT day, case_id, side, opened_at, decided_at, DATE_DIFF('second', opened_at, decided_at) AS seconds, stage, decision
          FROM reviews WHERE ${inPeriod} ORDER BY day, COALESCE(DATE_DIFF('second', opened_at, decided_at), -1) DESC, case_id, side`,
  },
  'requester-history': {
    title: 'History of a requester',
    asks: 'Every case that somebody asked for, whichever application they used.',
    parameters: { ...period, who: { kind: 'requester', label: 'Requester' } },
    sql: `SELECT accepted_at, case_id, conversation_id, policy, outcome, prompt_verdict, answer_verdict, reviews, found, delivered
          FROM cases WHERE requester = :who AND ${inPeriod} ORDER BY accepted_at, case_id`,
  },
  'holds-in-force': {
    title: 'Holds in force',
    asks: 'Every case under legal hold, by the events.',
    parameters: {},
    sql: `SELECT case_id, happened_at AS since, asked_by, confirmed_by, reason
          FROM (SELECT case_id, happened_at, asked_by, confirmed_by, reason, kind,
                  ROW_NUMBER() OVER (PARTITION BY case_id ORDER BY event_id DESC) AS place
                FROM events WHERE kind IN ('hold-placed', 'hold-removed')) newest
          WHERE place = 1 AND kind = 'hold-placed' ORDER BY happened_at, case_id`,
  },
  'refused-attempts': {
    title: 'Refused attempts',
    asks: 'Every attempt to hold, open or erase that was refused.',
    parameters: period,
    sql: `SELECT happened_at, asked_by, action, refusal, case_id, reason
          FROM events WHERE kind = 'refused' AND ${inPeriod} ORDER BY happened_at, event_id`,
  },
  disclosures: {
    title: 'Accounting of disclosures',
    asks: 'To whom what of some cases was disclosed, when and why (45 CFR 164.528): for one person, their cases. What went to a model was de-identified; a requester is a digest, which the history of a requester tells by name.',
    parameters: { cases: { kind: 'cases', label: 'Cases of the person' } },
    sql: `SELECT at, recipient, how, what, identifiable, purpose, case_id, requester FROM (
            SELECT revealed_at AS at, revealed_by AS recipient, 'shown in a review' AS how, placeholder AS what,
              true AS identifiable, reason AS purpose, case_id, CAST(NULL AS varchar) AS requester FROM reveals
            UNION ALL
            SELECT happened_at, confirmed_by, 'unsealed', 'everything that is sealed', true, reason, case_id, NULL
            FROM events WHERE kind = 'unsealed'
            UNION ALL
            SELECT closed_at, 'the requester', 'answer delivered', 'the answer with its identities', true, policy, case_id, requester
            FROM cases WHERE delivered
            UNION ALL
            SELECT accepted_at, model, 'sent to a model', 'de-identified text', false, policy, case_id, NULL
            FROM cases WHERE model IS NOT NULL) disclosed
          WHERE case_id IN (:cases) ORDER BY 1, 7, 3, 4`,
  },
  'queries-made': {
    title: 'Questions to the archive',
    asks: 'Who asked the archive what, and when: by name, or in SQL of their own.',
    parameters: period,
    sql: `SELECT happened_at, asked_by, question, event_id
          FROM events WHERE kind = 'queried' AND ${inPeriod} ORDER BY happened_at, event_id`,
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;
export const questionNames = Object.keys(questions) as [QuestionName, ...QuestionName[]];
export const questionOf = (name: string): Question | undefined =>
  Object.hasOwn(questions, name) ? questions[name as QuestionName] : undefined;
