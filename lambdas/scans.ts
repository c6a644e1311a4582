// SPDX-License-Identifier: Apache-2.0
import { detectPrompt } from './screening/detect-prompt.ts';
import { leftBeforeLock } from './screening/left-before-lock.ts';
import { rescanAt } from './screening/rescan-at.ts';
import { type ScreenedPrompt, screenPrompt } from './screening/screen-prompt.ts';

/**
 * The work on texts that takes long. Pure functions from plain data to plain data, so that another thread can do it
 * (local/scan-thread.ts); a step whose ports have no `scans` does the same here and now.
 */
export const scans = {
  prompt: detectPrompt,
  screening: (prompt: ScreenedPrompt) => screenPrompt(prompt),
  answer: rescanAt,
  record: leftBeforeLock,
};

export type ScanName = keyof typeof scans;
type Scan<Name extends ScanName> = (typeof scans)[Name];
/** @throws Unavailable when whoever scans has died, or takes too long: worth a retry */
export type Scans = {
  readonly [Name in ScanName]: (input: Parameters<Scan<Name>>[0]) => Promise<ReturnType<Scan<Name>>>;
};
