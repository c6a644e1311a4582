// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const folder = new URL('../policies/', import.meta.url);
const PolicySchema = z.object({
  id: z.string(),
  vaultDays: z.int(),
  archive: z.object({ retentionYears: z.int() }),
});

/** What policies promise and a deployment's buckets would not keep: a sentence each. */
export function brokenTerms(settings: Readonly<{ vaultDays: number; minimumDays: number }>): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => PolicySchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
    .flatMap(({ id, vaultDays, archive: { retentionYears } }) => {
      // S3 counts whole days that remain, so the bucket has to ask for less than what a policy gives.
      const days = Math.floor(retentionYears * 365) - 1;
      return [
        ...(settings.minimumDays > days
          ? [
              `retention.minimumDays: the policy ${id} locks for ${retentionYears} years, which the bucket would refuse. Write at most ${days}, or raise retentionYears of the policy.`,
            ]
          : []),
        ...(settings.vaultDays < vaultDays
          ? [
              `vaultDays: the policy ${id} keeps content for ${vaultDays} days. Write at least that, or lower vaultDays of the policy.`,
            ]
          : []),
      ];
    });
}
