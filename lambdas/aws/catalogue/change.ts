// SPDX-License-Identifier: Apache-2.0
import type { TableRow } from '../../archive/tables.ts';
import { Failure } from '../../failures.ts';
import { type Part, partKey, type Parts, type Place } from './parts.ts';

/** Rows of one file: what is read and written at once stays small. */
const fullPart = 5000;
const attempts = 6;

/** Does it until nobody came in between. @throws Conflict when somebody always does */
async function untilAlone(parts: Parts, work: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await work()) return;
    await parts.backOff(attempt);
  }
  throw new Failure('Conflict');
}

/** Adds rows to a table of a day: to the last file while it has room, then to new ones. */
export const addRows = (parts: Parts, place: Place, rows: readonly TableRow[]): Promise<void> => {
  let left = [...rows];
  return untilAlone(parts, async () => {
    while (left.length > 0) {
      const keys = await parts.keys(place);
      const last = keys.at(-1);
      const before = last === undefined ? undefined : await parts.read(place.tenantId, last);
      const room = before === undefined ? 0 : fullPart - before.rows.length;
      const [key, old] =
        before !== undefined && room > 0
          ? [before.key, before]
          : [partKey(place, keys.length + 1), undefined];
      const some = left.slice(0, old === undefined ? fullPart : room);
      if (!(await parts.write(place, key, [...(old?.rows ?? []), ...some], old))) return false;
      left = left.slice(some.length);
    }
    return true;
  });
};

/** Writes again the files of a day in which `change` makes a difference; a row that it gives undefined for goes. */
export async function changeRows(
  parts: Parts,
  place: Place,
  change: (row: TableRow) => TableRow | undefined,
): Promise<void> {
  for (const key of await parts.keys(place))
    await untilAlone(parts, async () => {
      const before: Part = await parts.read(place.tenantId, key);
      const after = before.rows.map(change).filter((row) => row !== undefined);
      const same =
        after.length === before.rows.length && after.every((row, index) => row === before.rows[index]);
      return same || parts.write(place, key, after, before);
    });
}
