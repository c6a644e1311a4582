// SPDX-License-Identifier: Apache-2.0

/** The engine's tables, beside whatever else the file holds. */
export const schema = `
CREATE TABLE IF NOT EXISTS workflow_definition (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS workflow_execution (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  definition TEXT NOT NULL REFERENCES workflow_definition (hash),
  status TEXT NOT NULL,
  input TEXT NOT NULL,
  output TEXT,
  error TEXT,
  cause TEXT,
  started INTEGER NOT NULL,
  closed INTEGER,
  deadline INTEGER NOT NULL,
  state TEXT NOT NULL,
  entered INTEGER NOT NULL,
  enteredEvent INTEGER NOT NULL,
  stateInput TEXT NOT NULL,
  variables TEXT NOT NULL,
  retries TEXT NOT NULL,
  phase TEXT,
  task INTEGER NOT NULL,
  wake INTEGER,
  heartbeatSeconds INTEGER,
  heartbeatDue INTEGER,
  ready INTEGER,
  lastEvent INTEGER NOT NULL,
  due INTEGER
);
-- What is due, who waits for a place, and what a sweep or a list asks for. Partial: closed executions cost nothing here.
CREATE INDEX IF NOT EXISTS workflow_due ON workflow_execution (due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS workflow_ready ON workflow_execution (ready, seq) WHERE ready IS NOT NULL;
CREATE INDEX IF NOT EXISTS workflow_running ON workflow_execution (seq) WHERE phase = 'running';
CREATE INDEX IF NOT EXISTS workflow_closed ON workflow_execution (closed) WHERE closed IS NOT NULL;
CREATE INDEX IF NOT EXISTS workflow_status ON workflow_execution (status, seq);

-- The events of one transition are one row: a JSON list.
CREATE TABLE IF NOT EXISTS workflow_event (
  execution INTEGER NOT NULL REFERENCES workflow_execution (seq) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (execution, first)
) WITHOUT ROWID;

-- SHA-256 of each token given out, and the attempt it belongs to.
CREATE TABLE IF NOT EXISTS workflow_token (
  digest BLOB PRIMARY KEY,
  execution INTEGER NOT NULL REFERENCES workflow_execution (seq) ON DELETE CASCADE,
  task INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS workflow_token_execution ON workflow_token (execution);
`;
