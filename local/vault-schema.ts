// SPDX-License-Identifier: Apache-2.0

/** The tables of the vault in `cases.sqlite`. `sealed` is ciphertext (records/sealed.ts); `until` is when it expires, milliseconds. */
export const vaultSchema = `
CREATE TABLE IF NOT EXISTS objects (
  tenant_id TEXT NOT NULL,
  scope TEXT NOT NULL,
  revision TEXT NOT NULL,
  until INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (tenant_id, scope, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS objects_until ON objects (until);

CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
`;
