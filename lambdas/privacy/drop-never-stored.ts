// SPDX-License-Identifier: Apache-2.0
import type { Recognizer } from '../recognizers/recognizer.ts';
import { secrets } from '../recognizers/secrets.ts';
import { cover } from './cover.ts';
import { detect } from './detect.ts';
import { neverStored, removed } from './never-stored.ts';

export { neverStored, removed };

/** Low, because a value dropped in vain costs a word and one stored in error cannot be taken back. */
const threshold = 0.4;

/**
 * Removes what may never be stored (card verification codes, PINs, passwords, magnetic stripes, credentials)
 * from a text in memory, before its first write. Throws `RangeError` when a recognizer for these failed: what
 * cannot be checked must not be written.
 */
export function dropNeverStored(
  text: string,
  recognizers: readonly Recognizer[] = secrets,
): Readonly<{ text: string; dropped: number }> {
  const strict = recognizers.filter((recognizer) => recognizer.types.some(neverStored));
  const { findings, failed } = detect(text, { recognizers: strict, threshold });
  if (failed.length > 0) throw new RangeError('a detector of what may never be stored failed');
  const stretches = cover(
    findings.filter((finding) => neverStored(finding.type)),
    text.length,
    text,
  );
  let read = 0;
  let result = '';
  for (const { start, end } of stretches) {
    result += text.slice(read, start) + removed;
    read = end;
  }
  return { text: result + text.slice(read), dropped: stretches.length };
}
