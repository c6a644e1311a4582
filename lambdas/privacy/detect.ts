// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { Recognizer } from '../recognizers/recognizer.ts';
import { type Chunk, chunks } from './chunks.ts';
import { encounterDates } from './encounter-dates.ts';
import { normalise } from './normalise.ts';
import { graphemes } from './graphemes.ts';
import type { View } from './rewrite.ts';

/** What the recognizers said about a text. Offsets are UTF-16 code units of the original text. */
export type Detection = Readonly<{
  findings: readonly Finding[];
  /** Below the threshold: not replaced, but the detection is not certain. */
  uncertain: readonly Finding[];
  hidden: number;
  encoded: number;
  /** False when the text was encoded too deeply to be read whole. */
  complete: boolean;
  /** Names of recognizers that threw or reported nonsense; never their message, which may quote the text. */
  failed: readonly string[];
}>;

export type Detectors = Readonly<{
  recognizers: readonly Recognizer[];
  /** 0..1: findings below it are `uncertain`. */
  threshold: number;
}>;

const sound = ({ start, end, score }: Finding, length: number): boolean =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  start >= 0 &&
  start < end &&
  end <= length &&
  score >= 0 &&
  score <= 1;

const identity = ({ type, start, end, because }: Finding): string =>
  `${type} ${start} ${end} ${because.detector} ${because.pattern}`;

type Piece = Readonly<{ text: string; chunk: Chunk }>;
/** A reading as recognizers are given it: cut once for all of them. */
const piecesOf = (text: string): Piece[] =>
  chunks(text).map((chunk) => ({ text: text.slice(chunk.start, chunk.end), chunk }));

/** What one recognizer finds in one reading, in offsets of that reading. Throws what it throws. */
function read(recognizer: Recognizer, pieces: readonly Piece[]): Finding[] {
  return pieces.flatMap(({ text, chunk }) => {
    const found = recognizer.find(text);
    if (found.length === 0) return [];
    if (found.some((finding) => !sound(finding, text.length))) throw new RangeError('unsound finding');
    return found
      .map((finding) => ({ ...finding, start: finding.start + chunk.start, end: finding.end + chunk.start }))
      .filter((finding) => finding.start < chunk.ownEnd && finding.end > chunk.ownStart);
  });
}

/**
 * Runs the recognizers over every reading of a text and maps what they find outward to the original, so that
 * no code unit of it escapes. A recognizer that throws is named in `failed`; the others still count.
 */
export function detect(text: string, { recognizers, threshold }: Detectors): Detection {
  const normalised = normalise(text);
  const failed = new Set<string>();
  const found = new Map<string, Finding>();
  const views: readonly View[] = [normalised, ...normalised.views];
  for (const view of views) {
    const pieces = piecesOf(view.text);
    for (const recognizer of recognizers)
      try {
        for (const finding of read(recognizer, pieces)) {
          const mapped = { ...finding, ...graphemes(text, view.toOriginal(finding.start, finding.end)) };
          const key = identity(mapped);
          if ((found.get(key)?.score ?? -1) < mapped.score) found.set(key, mapped);
        }
      } catch {
        failed.add(recognizer.name);
      }
  }
  for (const finding of encounterDates(text, [...found.values()])) found.set(identity(finding), finding);
  const all = [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end || b.score - a.score);
  const findings = all.filter((finding) => finding.score >= threshold);
  return {
    findings,
    uncertain: uncovered(
      all.filter((finding) => finding.score < threshold),
      findings,
    ),
    hidden: normalised.hidden,
    encoded: normalised.encoded,
    complete: normalised.complete,
    failed: [...failed],
  };
}

/** The findings of `some` that no finding of `others` (both sorted by start) holds whole. */
function uncovered(some: readonly Finding[], others: readonly Finding[]): Finding[] {
  let next = 0;
  let reach = 0;
  return some.filter((finding) => {
    for (
      let other = others[next];
      other !== undefined && other.start <= finding.start;
      other = others[(next += 1)]
    )
      reach = Math.max(reach, other.end);
    return finding.end > reach;
  });
}
