// SPDX-License-Identifier: Apache-2.0
import Table from 'cli-table3';

/** JSON for machines when asked for, else what people read. */
export function print(json: boolean, value: unknown, forPeople: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value) : forPeople()}\n`);
}

/** A table with a head, as wide as its longest cells but no wider than the terminal. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const made = new Table({ head: [...head], style: { head: [], border: [] }, wordWrap: true });
  made.push(...rows.map((row) => row.map(String)));
  return made.toString();
}

/** How long until an instant: `3 h 12 min`, or `over`. */
export function timeLeft(until: string, now: number): string {
  const minutes = Math.floor((Date.parse(until) - now) / 60_000);
  if (minutes < 0) return 'over';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
