// SPDX-License-Identifier: Apache-2.0

/** The tables of `keys.sqlite`. What is in `erased` had a key once and will never have one again. */
export const keySchema = `
CREATE TABLE IF NOT EXISTS proof (id INTEGER PRIMARY KEY CHECK (id = 1), digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS case_keys (
  tenant_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS erased (
  tenant_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITHOUT ROWID;
`;
