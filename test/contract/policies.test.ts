// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type Database, openDatabase } from '../../local/database.ts';
import { openPolicies } from '../../local/policies.ts';
import { describePolicies } from './policies.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const opened: Database[] = [];
afterAll(() => {
  for (const database of opened) database.close();
});

describePolicies('the policies of the laptop', async () => {
  const folder = newFolder();
  const files = join(folder, 'policies');
  const database = openDatabase({ path: join(folder, 'cases.sqlite'), synchronous: 'NORMAL' });
  opened.push(database);
  return async (inForce) => {
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files);
    for (const policy of inForce) writeFileSync(join(files, `${policy.id}.json`), JSON.stringify(policy));
    return openPolicies(files, database);
  };
});
