// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { mayRemove, mayRetain, permitted } from '../../lambdas/archive/object-lock.ts';
import type { Retention } from '../../lambdas/ports.ts';
import { ServiceError } from './service.ts';

/** A version of an object, or a delete marker. */
export type Version = {
  id: string;
  key: string;
  at: number;
  /** Undefined: a delete marker. */
  body?: Buffer;
  headers: Record<string, string>;
  retention?: Retention;
  legalHold: boolean;
};

export type Bucket = Readonly<{
  versioned: boolean;
  /** Newest first, as S3 lists them. */
  versionsOf: (key: string) => readonly Version[];
  current: (key: string) => Version | undefined;
  keys: () => readonly string[];
  put: (version: Omit<Version, 'id' | 'at'>) => Version;
  /** @returns the delete marker that was made, or the version that was removed */
  remove: (key: string, id: string | undefined, bypass: boolean) => Version;
  retain: (key: string, id: string | undefined, retention: Retention, bypass: boolean) => void;
  hold: (key: string, id: string | undefined, on: boolean) => void;
}>;

/** The objects of one bucket. With `locks`, what Object Lock refuses is refused. */
export function openBucket(
  options: Readonly<{ versioned: boolean; locks: boolean; now: () => number }>,
): Bucket {
  const { versioned, locks, now } = options;
  const objects = new Map<string, Version[]>();
  const versionsOf = (key: string): Version[] => objects.get(key) ?? [];
  const pick = (key: string, id: string | undefined): Version => {
    const found = id === undefined ? versionsOf(key)[0] : versionsOf(key).find((each) => each.id === id);
    if (found?.body === undefined)
      throw new ServiceError(id === undefined ? 'NoSuchKey' : 'NoSuchVersion', 404);
    return found;
  };
  const lockOf = ({ retention, legalHold }: Version) => ({
    mode: retention?.mode ?? ('GOVERNANCE' as const),
    until: retention?.until ?? 0,
    legalHold,
    sha256: '0'.repeat(64),
    bytes: 0,
  });
  const add = (version: Omit<Version, 'id' | 'at'>): Version => {
    const made = { ...version, id: versioned ? randomBytes(16).toString('hex') : 'null', at: now() };
    objects.set(version.key, versioned ? [made, ...versionsOf(version.key)] : [made]);
    return made;
  };
  return {
    versioned,
    versionsOf,
    current: (key) => versionsOf(key)[0],
    keys: () => [...objects.keys()].filter((key) => versionsOf(key).length > 0).sort(),
    put: (version) => {
      if (locks && version.retention !== undefined && !permitted(version.retention, now()))
        throw new ServiceError('InvalidArgument');
      return add(version);
    },
    remove: (key, id, bypass) => {
      if (id === undefined && versioned) return add({ key, headers: {}, legalHold: false });
      const found = versionsOf(key).find((each) => id === undefined || each.id === id);
      if (found === undefined) return { id: 'null', key, at: 0, headers: {}, legalHold: false };
      if (locks && found.body !== undefined && !mayRemove(lockOf(found), now(), bypass))
        throw new ServiceError('AccessDenied', 403);
      objects.set(
        key,
        versionsOf(key).filter((each) => each !== found),
      );
      return found;
    },
    retain: (key, id, retention, bypass) => {
      const found = pick(key, id);
      if (!permitted(retention, now())) throw new ServiceError('InvalidArgument');
      if (!mayRetain(lockOf(found), retention, now(), bypass)) throw new ServiceError('AccessDenied', 403);
      found.retention = retention;
    },
    hold: (key, id, on) => {
      pick(key, id).legalHold = on;
    },
  };
}

export const sha256Base64 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');
export const md5Hex = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
