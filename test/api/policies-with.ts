// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const healthcare = new URL('../../policies/healthcare.json', import.meta.url);

/** A folder with the policy `healthcare` alone, its review rules replaced by these. The test removes the folder. */
export function policiesWith(review: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-policies-'));
  const policy = JSON.parse(readFileSync(healthcare, 'utf8')) as { review: Record<string, unknown> };
  const { fourEyes: _rules, fatigue: _limits, ...rest } = policy.review;
  writeFileSync(
    join(folder, 'healthcare.json'),
    JSON.stringify({ ...policy, review: { ...rest, ...review } }),
  );
  return folder;
}
