// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { openArchive } from '../../local/archive.ts';
import { describeArchive, describeObjectLock } from './archive.ts';
import { noon } from './sample-case.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

async function make() {
  let now = noon;
  const archive = await openArchive({
    folder: newFolder(),
    synchronous: 'NORMAL',
    clock: () => now,
    randomBytes,
  });
  return { archive, setNow: (next: number) => void (now = next) };
}

describeArchive('the archive of the laptop', make);
describeObjectLock('the archive of the laptop', make);
