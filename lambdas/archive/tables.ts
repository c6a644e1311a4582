// SPDX-License-Identifier: Apache-2.0

/** Types that DuckDB and Athena both know under these names; `instant` is milliseconds here and a timestamp there. */
export type ColumnType = 'varchar' | 'bigint' | 'boolean' | 'instant';
export type Cell = string | number | boolean | null;
export type TableRow = Readonly<Record<string, Cell>>;
/** A column: its type, and what is in it, for the list beside the editor. */
export type Column = Readonly<{ type: ColumnType; says: string }>;

const varchar = (says: string) => ({ type: 'varchar', says }) as const;
const bigint = (says: string) => ({ type: 'bigint', says }) as const;
const boolean = (says: string) => ({ type: 'boolean', says }) as const;
const instant = (says: string) => ({ type: 'instant', says }) as const;
const case_id = varchar('The case.');
const side = varchar('`prompt` or `answer`.');

/**
 * The catalogue: what compliance queries. Every table has the partitions `tenant` (varchar) and `day` (date) besides:
 * the day a case was accepted, or an event happened. Made from records, events, and, where the policy allows it, the
 * de-identified text of sealed objects; nothing is only here.
 */
export const catalogue = {
  cases: {
    case_id,
    conversation_id: varchar('Cases that continue one another have it in common.'),
    requester: varchar('Digest of who asked: the question `requester-history` finds it by name.'),
    outcome: varchar('How it ended: `released`, `rejected`, `blocked`, `expired`, `failed`.'),
    error: varchar('What failed, if something did.'),
    accepted_at: instant('When it was accepted.'),
    closed_at: instant('When it ended.'),
    policy: varchar('Name of the policy.'),
    policy_version: varchar('Its version.'),
    policy_hash: varchar('SHA-256 of exactly that policy.'),
    model: varchar('The model that answered, if one was asked.'),
    stop_reason: varchar('Why the model stopped.'),
    input_tokens: bigint('Tokens that were sent to it.'),
    output_tokens: bigint('Tokens that came back.'),
    prompt_verdict: varchar('`pass`, `hold` or `block` of the prompt.'),
    prompt_reasons: varchar('Reason codes, in order, with spaces between them.'),
    answer_verdict: varchar('The same of the answer.'),
    answer_reasons: varchar('The same of the answer.'),
    failed_detectors: varchar('Detectors that did not answer, with spaces between them.'),
    found: bigint('Identifiers found in the prompt.'),
    dropped: bigint('Values removed at the door because they may never be stored.'),
    reviews: bigint('Reviews it took.'),
    approvers: bigint('Different people who approved something of it.'),
    delivered: boolean('Whether an answer was delivered.'),
    retention_mode: varchar('`GOVERNANCE` or `COMPLIANCE`.'),
    retained_until: instant('Until when the record is locked.'),
    text_state: varchar(
      '`kept`, `not-allowed` by the policy, `none`, `erased`, or `contained`: a scan found an identifier in it.',
    ),
    prompt_text: varchar('The de-identified prompt, where it is kept.'),
    answer_text: varchar('The de-identified answer, where it is kept.'),
  },
  reviews: {
    case_id,
    side,
    opened_at: instant('When it was held.'),
    decided_at: instant('When it was decided.'),
    decided_by: varchar('Who decided; `clock` where nobody did in time.'),
    decision: varchar('`approve`, `edit`, `reject`, `retry` or `expire`.'),
    reason: varchar('Why, as a code.'),
    reasons: varchar('What it was held for, with spaces between the codes.'),
    stage: bigint('0 waiting, 1 reminded, 2 escalated, 3 expired.'),
  },
  approvals: {
    case_id,
    side,
    approved_at: instant('When.'),
    approved_by: varchar('Who.'),
    reason: varchar('Why, as a code.'),
  },
  reveals: {
    case_id,
    side,
    revealed_at: instant('When.'),
    revealed_by: varchar('To whom.'),
    placeholder: varchar('What stood for the value that was shown.'),
    reason: varchar('Why, as a code; none of reveals of earlier versions.'),
  },
  entities: {
    case_id,
    side,
    type: varchar('Type of identifier.'),
    found: bigint('How many.'),
  },
  events: {
    case_id: varchar('The case; none of a query.'),
    event_id: varchar('The event.'),
    happened_at: instant('When.'),
    kind: varchar(
      '`asked`, `hold-placed`, `hold-removed`, `unsealed`, `erased`, `disposed`, `refused`, `contained`, `queried`, `searched` …',
    ),
    action: varchar('What was asked for.'),
    refusal: varchar('Why it was refused.'),
    asked_by: varchar('Who asked.'),
    confirmed_by: varchar('Who confirmed.'),
    reason: varchar('Why, as a code.'),
    question: varchar('Of a query: which question, or `sql`.'),
    finder: varchar('Of a containment: what found it.'),
    types: varchar('Of a containment: types of identifiers, with spaces between them.'),
    decision: varchar('Of the review of a containment: what it was.'),
    found: bigint('Of a search or a replay: how many cases it came to.'),
  },
} as const satisfies Record<string, Readonly<Record<string, Column>>>;

export type TableName = keyof typeof catalogue;
export const tableNames = Object.keys(catalogue) as TableName[];
export const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);
/** The columns of a table in their order, without its partitions. */
export const columnsOf = (table: TableName): (readonly [string, ColumnType])[] =>
  Object.entries<Column>(catalogue[table]).map(([name, { type }]) => [name, type]);

/** Names and types alone: what a table is made from. */
export const tables = Object.fromEntries(
  tableNames.map((table) => [table, Object.fromEntries(columnsOf(table))]),
) as Readonly<Record<TableName, Readonly<Record<string, ColumnType>>>>;
