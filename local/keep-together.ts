// SPDX-License-Identifier: Apache-2.0
import type { KeepTogether } from '../lambdas/ports.ts';
import type { LocalCases } from './cases.ts';
import type { Database } from './database.ts';
import { storing } from './storing.ts';
import type { LocalVault } from './vault.ts';

/** Vault and cases are tables of one file: an object and the row that names it take one commit, and are there both or neither. */
export const keepTogetherIn =
  (database: Database, vault: LocalVault, cases: LocalCases): KeepTogether =>
  async (object, row) => {
    const { write, written } = vault.prepare(object);
    await storing(() =>
      database.batch(() => {
        write();
        cases.writeRow(row);
      }),
    );
    written();
  };
