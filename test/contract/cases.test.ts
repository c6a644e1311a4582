// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openCases } from '../../local/cases.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { describeCases } from './cases.ts';
import { noon } from './sample-case.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const opened: Database[] = [];
afterAll(() => {
  for (const database of opened) database.close();
});

describeCases('the case store of the laptop', async () => {
  let now = noon;
  const database = openDatabase({ path: join(newFolder(), 'cases.sqlite'), synchronous: 'NORMAL' });
  opened.push(database);
  return { cases: openCases(database, () => now), setNow: (next) => (now = next) };
});
