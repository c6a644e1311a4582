// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Swept } from '../../lambdas/steps/sweep.ts';
import { tellTrouble } from '../../local/sweep-trouble.ts';

const swept = (more: Partial<Swept> = {}): Swept => ({
  started: 3,
  told: 1,
  settled: 2,
  forgotten: 4,
  disposed: 5,
  certified: 6,
  kept: 7,
  failed: 0,
  unreadable: 0,
  ...more,
});

describe('what the log says of a sweep', () => {
  it('is nothing where all went well, and a line of counts where something did not', () => {
    const lines: string[] = [];
    const tell = tellTrouble((line) => lines.push(line));
    tell(swept());
    expect(lines).toEqual([]);
    tell(swept({ failed: 1, unreadable: 2 }));
    expect(lines).toEqual([
      'sweep: 1 case could not be brought to its end, 2 rows could not be read; it tries again every half minute.',
    ]);
  });

  it('is said once while it is the same, and again when it has come back', () => {
    const lines: string[] = [];
    const tell = tellTrouble((line) => lines.push(line));
    for (const failed of [1, 1, 1, 2, 0, 2]) tell(swept({ failed }));
    expect(lines.map((line) => line.slice(7, 14))).toEqual(['1 case ', '2 cases', '2 cases']);
  });
});
