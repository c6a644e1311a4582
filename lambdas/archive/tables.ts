// SPDX-License-Identifier: Apache-2.0

/** Types that DuckDB and Athena both know under these names; `instant` is milliseconds here and a timestamp there. */
export type ColumnType = 'varchar' | 'bigint' | 'boolean' | 'instant';
export type Cell = string | number | boolean | null;
export type TableRow = Readonly<Record<string, Cell>>;

/**
 * The catalogue: what compliance queries. Every table has the partitions `tenant` (varchar) and `day` (date) besides:
 * the day a case was accepted, or an event happened. Made from records, events, and, where the policy allows it, the
 * de-identified text of sealed objects; nothing is only here.
 */
export const tables = {
  cases: {
    case_id: 'varchar',
    outcome: 'varchar',
    error: 'varchar',
    accepted_at: 'instant',
    closed_at: 'instant',
    policy: 'varchar',
    policy_version: 'varchar',
    model: 'varchar',
    input_tokens: 'bigint',
    output_tokens: 'bigint',
    prompt_verdict: 'varchar',
    prompt_reasons: 'varchar',
    answer_verdict: 'varchar',
    answer_reasons: 'varchar',
    failed_detectors: 'varchar',
    reviews: 'bigint',
    approvers: 'bigint',
    retained_until: 'instant',
    /** `kept`, `not-allowed` by the policy, `none`, `erased`, or `contained`: the last scan found an identifier in it. */
    text_state: 'varchar',
    prompt_text: 'varchar',
    answer_text: 'varchar',
  },
  reviews: {
    case_id: 'varchar',
    side: 'varchar',
    opened_at: 'instant',
    decided_at: 'instant',
    decided_by: 'varchar',
    decision: 'varchar',
    reason: 'varchar',
    reasons: 'varchar',
  },
  reveals: { case_id: 'varchar', revealed_at: 'instant', revealed_by: 'varchar', placeholder: 'varchar' },
  entities: { case_id: 'varchar', side: 'varchar', type: 'varchar', found: 'bigint' },
  events: {
    case_id: 'varchar',
    event_id: 'varchar',
    happened_at: 'instant',
    kind: 'varchar',
    action: 'varchar',
    refusal: 'varchar',
    asked_by: 'varchar',
    confirmed_by: 'varchar',
    reason: 'varchar',
    /** Of a query of the catalogue: which question, or `sql`. */
    question: 'varchar',
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
export const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);
