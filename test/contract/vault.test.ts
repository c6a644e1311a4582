// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '../../local/database.ts';
import { withRecent } from '../../local/recent-contents.ts';
import { openVault } from '../../local/vault.ts';
import { noon } from './sample-case.ts';
import { temporaryFolders } from './temporary-folder.ts';
import { describeVault } from './vault.ts';

const newFolder = temporaryFolders();

for (const [name, recent] of [
  ['the vault of the laptop', false],
  ['the vault of the laptop with what was just written at hand', true],
] as const)
  describeVault(name, async () => {
    let now = noon;
    const vault = openVault({
      database: openDatabase({ path: join(newFolder(), 'vault.sqlite'), synchronous: 'NORMAL' }),
      master: randomBytes(32),
      clock: () => now,
      randomBytes,
    });
    return { vault: recent ? withRecent(vault, () => now) : vault, setNow: (next) => (now = next) };
  });
