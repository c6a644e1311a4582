// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { openDatabase } from '../../local/database.ts';
import { openPeople } from '../../local/people.ts';
import { describePeople } from './people.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

describePeople('the index of people on the laptop', async () =>
  openPeople(openDatabase({ path: join(newFolder(), 'people.sqlite'), synchronous: 'NORMAL' })),
);
