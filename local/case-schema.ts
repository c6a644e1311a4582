// SPDX-License-Identifier: Apache-2.0

/** The tables of the cases in `cases.sqlite`. `body` is the item as JSON; the other columns are what it is looked up by. */
export const schema = `
CREATE TABLE IF NOT EXISTS cases (
  tenant_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  moved_at INTEGER NOT NULL,
  vault_until INTEGER NOT NULL,
  side TEXT,
  expires_at INTEGER,
  forgotten INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  retain_until INTEGER,
  contained_at INTEGER,
  owner TEXT,
  PRIMARY KEY (tenant_id, case_id)
);
CREATE INDEX IF NOT EXISTS moving ON cases (moved_at, case_id, tenant_id) WHERE status <> 'closed';
CREATE INDEX IF NOT EXISTS closed ON cases (tenant_id, accepted_at, case_id) WHERE status = 'closed';
CREATE INDEX IF NOT EXISTS remembering ON cases (vault_until, case_id) WHERE status = 'closed' AND forgotten = 0;

CREATE TABLE IF NOT EXISTS conversations (
  tenant_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  vault_until INTEGER,
  PRIMARY KEY (tenant_id, conversation_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS idempotency (
  tenant_id TEXT NOT NULL,
  key TEXT NOT NULL,
  case_id TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS until ON idempotency (until);

CREATE TABLE IF NOT EXISTS spending (
  tenant_id TEXT NOT NULL,
  day TEXT NOT NULL,
  tokens INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, day)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL);
`;

/** Columns that came later: a file that was made without them gets them. */
export const laterColumns = [
  ['cases', 'retain_until', 'INTEGER'],
  ['cases', 'contained_at', 'INTEGER'],
  ['conversations', 'vault_until', 'INTEGER'],
  ['cases', 'owner', 'TEXT'],
] as const;

/** What a column that came later is filled with, from the rows that are there. CASE: `AND` may ask in another order, and JSON that is none throws. */
export const laterValues: Readonly<Record<string, string>> = {
  owner: `UPDATE cases SET owner = json_extract(body, '$.owner') WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.seed') IS NULL END`,
};

/** Indexes on them: once they are there. */
export const laterIndexes = `
CREATE INDEX IF NOT EXISTS due ON cases (retain_until, case_id, tenant_id) WHERE status = 'closed' AND retain_until IS NOT NULL;
CREATE INDEX IF NOT EXISTS contained ON cases (tenant_id, contained_at, case_id) WHERE contained_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS owned ON cases (tenant_id, owner, accepted_at, case_id) WHERE owner IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversing ON conversations (vault_until) WHERE vault_until IS NOT NULL;
`;
