// SPDX-License-Identifier: Apache-2.0

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const format = (value: number, unit: string) =>
  new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'short' }).format(value);

/** `2 hr 5 min`, of the two largest units that say something; `< 1 min` below that. */
export function duration(milliseconds: number): string {
  let seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count > 0) parts.push(format(count, unit));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? '< 1 min' : parts.join(' ');
}
