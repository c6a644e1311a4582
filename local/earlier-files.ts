// SPDX-License-Identifier: Apache-2.0
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { schema as workflowSchema } from './machine/schema.ts';
import { vaultSchema } from './vault-schema.ts';

/** Files that an earlier version kept beside `cases.sqlite`. */
const earlier = ['vault.sqlite', 'workflow.sqlite'];

/**
 * Takes over what an earlier version kept in files of their own: all of a file in one transaction, then the file is
 * removed. After a crash in between it is taken over again, and what is there already stays as it is.
 * @throws StorageUnavailable
 */
export function takeInEarlierFiles(folder: string, database: Database): void {
  for (const path of earlier.map((name) => join(folder, name)).filter((each) => existsSync(each))) {
    for (const schema of [vaultSchema, workflowSchema]) database.exec(schema);
    database.prepare('ATTACH ? AS earlier').run(path);
    const tables = database
      .prepare("SELECT name FROM earlier.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all();
    database.transaction(() => {
      database.exec('PRAGMA defer_foreign_keys = ON');
      for (const { name } of tables)
        database.exec(`INSERT OR IGNORE INTO main."${String(name)}" SELECT * FROM earlier."${String(name)}"`);
    });
    database.exec('DETACH earlier');
    // Out of the log and onto the disk before the only other copy goes.
    database.cutLog();
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}
