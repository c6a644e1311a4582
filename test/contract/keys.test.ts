// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { type LocalKeys, openKeys } from '../../local/keys.ts';
import { describeKeys } from './keys.ts';
import { noon } from './sample-case.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const opened: LocalKeys[] = [];
afterAll(() => {
  for (const keys of opened) keys.close();
});

describeKeys('the key store of the laptop', async () => {
  const keys = openKeys({
    folder: newFolder(),
    master: randomBytes(32),
    synchronous: 'NORMAL',
    clock: () => noon,
    randomBytes,
  });
  opened.push(keys);
  return { keys };
});
