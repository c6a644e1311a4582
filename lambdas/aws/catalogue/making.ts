// SPDX-License-Identifier: Apache-2.0
import { tableNames } from '../../archive/tables.ts';
import type { Catalogue } from '../../ports.ts';
import type { CaseRef } from '../../records/case.ts';
import { caseInstant } from '../../records/transcript.ts';
import type { Connection } from '../connection.ts';
import { objectClients } from '../objects.ts';
import { changeRows } from './change.ts';
import { dayMaker, type DayNeeds } from './days.ts';
import { partsIn } from './parts.ts';

const dayMs = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const isText = new Set(['kept', 'contained']);

type Buckets = Readonly<{ catalogueBucket: string; archiveBucket: string }>;
/** What of the catalogue is made and taken out, rather than asked. */
export type CatalogueMaking = Pick<Catalogue, 'rebuild' | 'texts' | 'forgetText' | 'forgetCase'> &
  Readonly<{
    /** Brings today and yesterday (UTC) up to date: what a schedule does all the time. */
    refresh: (tenantId: string) => Promise<void>;
  }>;

/** The catalogue's files on S3, made from the archive. */
export function openMaking(
  connection: Connection,
  { catalogueBucket, archiveBucket }: Buckets,
  ports: DayNeeds,
): CatalogueMaking {
  const clientFor = objectClients(connection);
  const parts = partsIn(clientFor, catalogueBucket, connection.backOff);
  const maker = dayMaker({ ports, parts, clientFor, archiveBucket });
  const placeOf = ({ tenantId, caseId }: CaseRef) => ({ tenantId, day: dayOf(caseInstant(caseId)) });

  return {
    refresh: async (tenantId) => {
      const now = ports.clock();
      for (const day of [dayOf(now - dayMs), dayOf(now)]) await maker.bring(tenantId, day);
    },
    rebuild: async (tenantId) => {
      const days = await maker.days(tenantId);
      let contained = 0;
      for (const day of days) {
        await maker.clear(tenantId, day);
        contained += await maker.bring(tenantId, day);
      }
      return { days: days.length, contained };
    },
    texts: async ({ tenantId, limit, after = '' }) => {
      const found: string[] = [];
      // Ids begin with their time: days and ids have one order.
      const from = after === '' ? '' : dayOf(caseInstant(after));
      for (const day of (await maker.days(tenantId)).filter((each) => each >= from)) {
        const ids: string[] = [];
        for (const key of await parts.keys({ table: 'cases', tenantId, day }))
          for (const row of (await parts.read(tenantId, key)).rows)
            if (isText.has(String(row['text_state']))) ids.push(String(row['case_id']));
        found.push(...ids.sort().filter((id) => id > after));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    forgetText: async (ref) => {
      const custody = (await ports.cases.get(ref))?.custody;
      const state =
        custody?.erasing !== undefined ? 'erased' : custody?.contained !== undefined ? 'contained' : 'none';
      await changeRows(parts, { table: 'cases', ...placeOf(ref) }, (row) =>
        row['case_id'] === ref.caseId && row['text_state'] !== 'not-allowed'
          ? { ...row, text_state: state, prompt_text: null, answer_text: null }
          : row,
      );
    },
    forgetCase: async (ref) => {
      for (const table of tableNames)
        if (table !== 'events')
          await changeRows(parts, { table, ...placeOf(ref) }, (row) =>
            row['case_id'] === ref.caseId ? undefined : row,
          );
    },
  };
}
