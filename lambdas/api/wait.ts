// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import { theCase } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Case, CaseRef } from '../records/case.ts';

const firstPause = 10;
const longestPause = 500;
const longestSleep = 1000;
/** Longest wait a caller may ask for, seconds. */
export const longestWait = 60;

/** Seconds of `Prefer: wait=N` (RFC 7240), at most 60; a preference that cannot be read is none. */
export function preferredWait(prefer: string | undefined): number {
  const wait = /(?:^|[,;])\s{0,8}wait\s{0,8}=\s{0,8}"?(\d{1,6})"?\s{0,8}(?=[,;]|$)/i.exec(prefer ?? '');
  return Math.min(Number(wait?.[1] ?? 0), longestWait);
}

export const isClosed = (item: Case): boolean => item.status === 'closed';
/** Nothing more will happen soon: it has ended, or a person has to decide. */
export const isSettled = (item: Case): boolean => item.status === 'closed' || item.status === 'held';

/** The case as soon as it is `enough`, or as it stands after `within` milliseconds. @throws NotFound */
export async function waitFor(
  ports: Pick<Ports, 'cases' | 'clock' | 'moved'>,
  ref: CaseRef,
  within: number,
  enough: (item: Case) => boolean,
): Promise<Case> {
  let left = within;
  let before = ports.clock();
  let pause = firstPause;
  for (;;) {
    const now = ports.clock();
    // Counted down, not up to an end: a clock that is set back may not make anybody wait for hours.
    left = Math.max(0, left - Math.max(0, now - before));
    before = now;
    // Listen first and read then: what happens in between wakes us at once.
    const nap = Math.min(left, pause);
    const moved = left > 0 ? ports.moved?.(ref, Math.min(left, longestSleep)) : undefined;
    // Too many wait, or nothing can tell: then this one looks again after a while.
    const woken = moved?.catch(() => sleep(nap));
    const item = await theCase(ports, ref);
    if (enough(item) || left <= 0) return item;
    await (woken ?? sleep(nap));
    pause = Math.min(pause * 1.5, longestPause);
  }
}
