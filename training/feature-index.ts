// SPDX-License-Identifier: Apache-2.0
import type { Example } from './corpus.ts';

/** Numbers every feature that is met at least `least` times. */
export function index(examples: readonly Example[], least: number): Map<number, number> {
  const size = 1 << 24;
  const keys = new Int32Array(size);
  const counts = new Uint8Array(size);
  const rows = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) {
      let at = (feature ^ (feature >>> 9)) & (size - 1);
      let tries = 0;
      while (keys[at] !== 0 && keys[at] !== feature && tries < 32) {
        at = (at + 1) & (size - 1);
        tries += 1;
      }
      if (keys[at] !== feature && keys[at] !== 0) continue;
      keys[at] = feature;
      const count = (counts[at] ?? 0) + 1;
      if (count > 255) continue;
      counts[at] = count;
      if (count === least && feature !== 0) rows.set(feature, rows.size);
    }
  return rows;
}
