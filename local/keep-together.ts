// SPDX-License-Identifier: Apache-2.0
import type { KeepTogether } from '../lambdas/ports.ts';
import type { LocalCases } from './cases.ts';
import type { Database } from './database.ts';
import { storing } from './storing.ts';
import type { LocalVault } from './vault.ts';

/** Vault and cases are tables of one file: objects and the row that names them take one commit, and are there both or neither. */
export const keepTogetherIn =
  (database: Database, vault: LocalVault, cases: LocalCases): KeepTogether =>
  async (objects, row) => {
    const prepared = objects.map((object) => vault.prepare(object));
    await storing(() =>
      database.batch(() => {
        for (const each of prepared) each.write();
        cases.writeRow(row);
      }),
    );
    for (const each of prepared) each.written();
  };
