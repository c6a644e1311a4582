// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { openVault } from '../../local/vault.ts';
import { noon } from './sample-case.ts';
import { temporaryFolders } from './temporary-folder.ts';
import { describeVault } from './vault.ts';

const newFolder = temporaryFolders();

describeVault('the vault of the laptop', async () => {
  let now = noon;
  const vault = await openVault({
    folder: newFolder(),
    master: randomBytes(32),
    synchronous: 'NORMAL',
    clock: () => now,
    randomBytes,
  });
  return { vault, setNow: (next) => (now = next) };
});
