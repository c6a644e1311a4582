// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lambdas/failures.ts';
import type { Policies } from '../lambdas/ports.ts';
import type { PolicyRef } from '../lambdas/records/case.ts';
import { sha256 } from '../lambdas/records/digest.ts';
import type { Policy } from '../lambdas/records/policy.ts';
import type { Database } from './database.ts';
import { readPolicy } from '../lambdas/policy-file.ts';

/** Policies that do not validate: nothing starts. `mistakes` has a line for each, beginning with the file. */
export class PolicyMistakes extends Error {
  override readonly name = 'PolicyMistakes';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The policies cannot be used:\n${mistakes.map((each) => `  ${each}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

/** Every version that was ever in force here, so that a case keeps the one it began with. */
const schema = `
CREATE TABLE IF NOT EXISTS policies (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
`;

/**
 * Loads every `*.json` of the folder, and keeps each under its hash in the case database.
 * @throws PolicyMistakes with every mistake of every file
 */
export function openPolicies(folder: string, database: Database): Policies {
  database.exec(schema);
  const inForce = new Map<string, Readonly<{ policy: Policy; ref: PolicyRef }>>();
  const known = new Map<string, Policy>();
  const canonicals = new Map<PolicyRef, string>();
  const mistakes: string[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.json'))
    .sort()) {
    const read = readPolicy(readFileSync(join(folder, name), 'utf8'));
    if (read.policy === undefined) {
      mistakes.push(...read.mistakes.map((each) => `${name}: ${each}`));
      continue;
    }
    const { policy, ref, canonical } = read;
    if (inForce.has(ref.id)) mistakes.push(`${name}: id: another file has the policy ${ref.id} already`);
    inForce.set(ref.id, { policy, ref });
    known.set(ref.hash, policy);
    canonicals.set(ref, canonical);
  }
  if (inForce.size === 0 && mistakes.length === 0)
    mistakes.push(`${folder}: there is no policy in this folder`);
  if (mistakes.length > 0) throw new PolicyMistakes(mistakes);
  database.transaction(() => {
    for (const [ref, canonical] of canonicals) keep(database, ref, canonical);
  });

  return {
    ids: () => [...inForce.keys()].sort(),
    current: (id) => inForce.get(id),
    byHash: async (hash) => {
      const loaded = known.get(hash);
      if (loaded !== undefined) return loaded;
      const body = database.prepare('SELECT body FROM policies WHERE hash = ?').get(hash)?.['body'];
      if (body === undefined) throw new Failure('NotFound');
      const read = readPolicy(String(body));
      if (read.policy === undefined || sha256(String(body)) !== hash) throw new Failure('Malformed');
      known.set(hash, read.policy);
      return read.policy;
    },
  };
}

const keep = (database: Database, ref: PolicyRef, canonical: string) =>
  database
    .prepare('INSERT INTO policies (hash, id, version, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(ref.hash, ref.id, ref.version, canonical);
