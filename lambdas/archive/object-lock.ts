// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Retention } from '../ports.ts';
import { InstantSchema } from '../records/case.ts';

/** What is kept beside an archived object. `sha256` and `bytes` are of the object, so that a changed one is noticed. */
export const LockSchema = z.strictObject({
  mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  until: InstantSchema,
  legalHold: z.boolean(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
});
export type Lock = Readonly<z.infer<typeof LockSchema>>;

const century = 100 * 366 * 86_400_000;

/** S3 takes a retain-until date in the future and at most a hundred years away. */
export const permitted = ({ until }: Retention, now: number): boolean =>
  InstantSchema.safeParse(until).success && until > now && until <= now + century;

/**
 * Whether a retention may take the place of another (S3 PutObjectRetention). While it runs, COMPLIANCE can only be
 * made longer, by anybody; GOVERNANCE can be made longer, and shortened or made COMPLIANCE only with the bypass
 * permission. Once it is over, anything that is permitted goes.
 */
export function mayRetain(lock: Retention, next: Retention, now: number, bypassGovernance: boolean): boolean {
  if (lock.until <= now) return true;
  if (next.mode === lock.mode && next.until >= lock.until) return true;
  return lock.mode === 'GOVERNANCE' && bypassGovernance;
}

/** Whether the object may be deleted: a legal hold refuses it whatever the retention, COMPLIANCE whoever asks. */
export function mayRemove(lock: Lock, now: number, bypassGovernance: boolean): boolean {
  if (lock.legalHold) return false;
  return lock.until <= now || (lock.mode === 'GOVERNANCE' && bypassGovernance);
}

/** Keys become paths, URLs and rows: letters, digits and `=._-` between slashes, and no part begins with a dot. */
const keyPattern = /^[\w=-][\w=.-]{0,127}(?:\/[\w=-][\w=.-]{0,127}){0,15}$/;
export const isArchiveKey = (key: string): boolean => key.length <= 512 && keyPattern.test(key);
