// SPDX-License-Identifier: Apache-2.0
import type { PersonIndex } from '../lambdas/ports.ts';
import type { Database } from './database.ts';
import { statements } from './storing.ts';

const schema = `
CREATE TABLE IF NOT EXISTS terms (
  tenant_id TEXT NOT NULL,
  term TEXT NOT NULL,
  case_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, term, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS of_case ON terms (tenant_id, case_id);

CREATE TABLE IF NOT EXISTS searches (
  tenant_id TEXT NOT NULL,
  day TEXT NOT NULL,
  officer TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, day, officer)
) STRICT, WITHOUT ROWID;
`;

/** The index of people, in a file that is opened with `secureDelete`: what is removed from it is overwritten. */
export function openPeople(database: Database): PersonIndex {
  database.exec(schema);
  const { change, row, rows, write } = statements(database);
  const searchesOf = (tenantId: string, day: string): { all: number; of: (officer: string) => number } => {
    const sum = row(
      'SELECT coalesce(sum(count), 0) AS count FROM searches WHERE tenant_id = ? AND day = ?',
      tenantId,
      day,
    );
    return {
      all: Number(sum?.['count'] ?? 0),
      of: (officer) =>
        Number(
          row(
            'SELECT count FROM searches WHERE tenant_id = ? AND day = ? AND officer = ?',
            tenantId,
            day,
            officer,
          )?.['count'] ?? 0,
        ),
    };
  };

  return {
    add: ({ tenantId, caseId }, terms) =>
      write(() => {
        for (const term of terms)
          change(
            'INSERT INTO terms (tenant_id, term, case_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
            tenantId,
            term,
            caseId,
          );
      }),

    find: async ({ tenantId, terms, limit }) => {
      const found = rows(
        `SELECT case_id, json_group_array(term) AS terms FROM terms
         WHERE tenant_id = ? AND term IN (SELECT value FROM json_each(?))
         GROUP BY case_id ORDER BY case_id DESC LIMIT ?`,
        tenantId,
        JSON.stringify(terms),
        limit + 1,
      );
      return found.map((each) => ({
        caseId: String(each['case_id']),
        terms: (JSON.parse(String(each['terms'])) as string[]).sort(),
      }));
    },

    forget: ({ tenantId, caseId }) =>
      write(() => change('DELETE FROM terms WHERE tenant_id = ? AND case_id = ?', tenantId, caseId)),

    allow: ({ tenantId, officer, day, perOfficer, perTenant }) =>
      write(() => {
        change('DELETE FROM searches WHERE tenant_id = ? AND day < ?', tenantId, day);
        const searches = searchesOf(tenantId, day);
        if (searches.all >= perTenant || searches.of(officer) >= perOfficer) return false;
        change(
          `INSERT INTO searches (tenant_id, day, officer, count) VALUES (?, ?, ?, 1)
           ON CONFLICT (tenant_id, day, officer) DO UPDATE SET count = count + 1`,
          tenantId,
          day,
          officer,
        );
        return true;
      }),
  };
}
