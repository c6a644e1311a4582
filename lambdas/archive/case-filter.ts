// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema, outcomes } from '../records/case.ts';
import { IdentifierTypeSchema } from '../records/identifier.ts';
import { isPeriod, noPeriod } from './parameters.ts';

const name = z.string().min(1).max(128);

/** What cases can be searched by: all of it that is given has to hold. Days are UTC. */
export const CaseFilterSchema = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    outcomes: z.array(z.enum(outcomes)).min(1).max(outcomes.length).optional(),
    caseId: CaseIdSchema.optional(),
    policy: z.string().min(1).max(63).optional(),
    model: z.string().min(1).max(200).optional(),
    /** A reason code of either verdict. */
    reason: z.string().min(1).max(64).optional(),
    /** Somebody who decided or approved something of it. */
    reviewer: name.optional(),
    /** Whoever asked, by the name that tokens have. */
    requester: name.optional(),
    /** A type of identifier that was found in it. */
    type: IdentifierTypeSchema.optional(),
    /** Whether it was held for a person. */
    held: z.boolean().optional(),
    /** Whether a detector did not answer, or it failed. */
    degraded: z.boolean().optional(),
    /** Whether it is under legal hold. */
    legalHold: z.boolean().optional(),
    /** What its de-identified text contains, where the catalogue has it; however it is written. */
    text: z.string().min(2).max(200).optional(),
  })
  .refine(isPeriod, noPeriod);
export type CaseFilter = Readonly<z.infer<typeof CaseFilterSchema>>;

/** What is told of a found case: columns of the catalogue. */
export const foundColumns = [
  'case_id',
  'accepted_at',
  'closed_at',
  'outcome',
  'policy',
  'policy_version',
  'model',
  'prompt_verdict',
  'prompt_reasons',
  'answer_verdict',
  'answer_reasons',
  'failed_detectors',
  'reviews',
  'approvers',
  'found',
  'delivered',
  'text_state',
  'retained_until',
] as const;

const within = 'day BETWEEN CAST(:from AS date) AND CAST(:to AS date)';
const has = (column: string, parameter: string) =>
  `STRPOS(' ' || COALESCE(${column}, '') || ' ', ' ' || ${parameter} || ' ') > 0`;
const contains = (column: string) => `STRPOS(LOWER(COALESCE(${column}, '')), LOWER(:text)) > 0`;
const onHold = `case_id IN (SELECT case_id FROM (
    SELECT case_id, kind, ROW_NUMBER() OVER (PARTITION BY case_id ORDER BY event_id DESC) AS place
    FROM events WHERE kind IN ('hold-placed', 'hold-removed')) newest WHERE place = 1 AND kind = 'hold-placed')`;
const isDegraded = `(outcome = 'failed' OR failed_detectors <> '')`;

/** Conditions that hold for `true`, and their opposites for `false`. */
const whether = (given: boolean | undefined, condition: string): string[] =>
  given === undefined ? [] : [given ? condition : `NOT (${condition})`];

/** A search as a query in the dialect of the questions, newest first; a caseId is where the page before ended. */
export function caseFilterSql(
  filter: CaseFilter,
  limit: number,
  after?: string,
): Readonly<{ sql: string; parameters: Readonly<Record<string, string>> }> {
  const { from, to, caseId, policy, model, reason, reviewer, requester, type, text } = filter;
  const given = { from, to, case: caseId, policy, model, reason, reviewer, requester, type, text, after };
  const parameters = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const conditions: Readonly<Record<string, string>> = {
    case: 'case_id = :case',
    policy: 'policy = :policy',
    model: 'model = :model',
    reason: `(${has('prompt_reasons', ':reason')} OR ${has('answer_reasons', ':reason')})`,
    reviewer: `(case_id IN (SELECT case_id FROM reviews WHERE decided_by = :reviewer AND ${within})
      OR case_id IN (SELECT case_id FROM approvals WHERE approved_by = :reviewer AND ${within}))`,
    requester: 'requester = :requester',
    type: `case_id IN (SELECT case_id FROM entities WHERE type = :type AND ${within})`,
    text: `(${contains('prompt_text')} OR ${contains('answer_text')})`,
    after: 'case_id < :after',
  };
  const where = [
    within,
    ...Object.keys(parameters).flatMap((each) => conditions[each] ?? []),
    // Known codes, which need no binding.
    ...(filter.outcomes === undefined
      ? []
      : [`outcome IN (${filter.outcomes.map((each) => `'${each}'`).join(', ')})`]),
    ...whether(filter.held, 'reviews > 0'),
    ...whether(filter.degraded, isDegraded),
    ...whether(filter.legalHold, onHold),
  ];
  return {
    sql: `SELECT ${foundColumns.join(', ')} FROM cases WHERE ${where.join(' AND ')} ORDER BY case_id DESC LIMIT ${limit}`,
    parameters,
  };
}
