// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { type Context, isAlone, label, words } from './context.ts';

/**
 * Finds the identifiers of one kind. `cites` names the rule that makes it one, or the standard that gives
 * its form. `find` takes normalised text of any length and reports offsets in UTF-16 code units, in no
 * particular order; findings may overlap. It keeps no state and its time is linear in the text.
 */
export type Recognizer = Readonly<{
  name: string;
  types: readonly IdentifierType[];
  cites: string;
  find(text: string): Finding[];
}>;

/** One spelling of an identifier, where it differs from the others in what it needs to be believed. */
export type Shape = Readonly<{
  pattern: string;
  /** Without flags, or with `i`. A group named `value` narrows the finding to that group. */
  regexp: RegExp;
  score?: number;
  needsContext?: boolean;
  holds?: (match: string) => boolean;
}>;

export type Pattern = Readonly<{
  name: string;
  type: IdentifierType;
  cites: string;
  looksLike: RegExp | readonly Shape[];
  /** The checksum or rule a match must satisfy. */
  holds?: (match: string) => boolean;
  /** What `holds` checks, as it is named in `because`. */
  check?: string;
  /** Context words anywhere in a window before or after the match; they raise the score. */
  near?: readonly string[];
  /** Labels directly before the match; they count as context too. */
  label?: readonly string[];
  /** Whether a match without context is nothing. */
  needsContext?: boolean;
  /** Whether filling its line or cell alone (a form, a table, JSON) counts as context. */
  alone?: boolean;
  /** 0..1, without context. */
  score: number;
  /** Characters that must not touch a match: by default a match is not part of a longer word or number. */
  edges?: 'whole' | 'open';
}>;

/** A recognizer that can also be asked about one position, so that many can share one walk over the text. */
export type PatternRecognizer = Recognizer &
  Readonly<{ at(text: string, start: number): Finding | undefined }>;

const before = '(?<![A-Za-z0-9]|[0-9][-.,/:]|[$€£¥])';
const after = '(?![A-Za-z0-9]|[-.,/:][0-9])';
const certain = 0.99;
const oneDigit = /^(\d)(?:[^A-Za-z0-9]?\1){5,}$/;

const contextOf = ({ near, label: labels }: Pattern): Context | undefined => {
  if (near === undefined && labels === undefined) return undefined;
  const around = near === undefined ? undefined : words(near);
  const ahead = labels === undefined ? undefined : label(labels);
  return {
    near: (text, start, end) =>
      (ahead?.near(text, start, end) ?? false) || (around?.near(text, start, end) ?? false),
  };
};

/** Builds a recognizer from data: what a match looks like, what must hold, and what stands near it. */
export function pattern(data: Pattern): PatternRecognizer {
  const given: readonly Shape[] =
    data.looksLike instanceof RegExp ? [{ pattern: data.name, regexp: data.looksLike }] : data.looksLike;
  const shapes = given.map((shape) => {
    const { source, flags } = shape.regexp;
    const whole = data.edges === 'open' ? source : `${before}(?:${source})${after}`;
    const indices = source.includes('(?<value>') ? 'd' : '';
    return {
      ...shape,
      all: new RegExp(whole, `${flags}${indices}g`),
      here: new RegExp(whole, `${flags}${indices}y`),
    };
  });
  const context = contextOf(data);

  const judge = (
    shape: (typeof shapes)[number],
    text: string,
    match: RegExpExecArray,
  ): Finding | undefined => {
    const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length];
    if (end <= start) return undefined;
    const holds = shape.holds ?? data.holds;
    const value = text.slice(start, end);
    if (holds !== undefined && !holds(value)) return undefined;
    // 000000000 satisfies most checksums and is nobody's number.
    if (data.check !== undefined && oneDigit.test(value)) return undefined;
    const supported = context?.near(text, start, end) ?? false;
    if ((shape.needsContext ?? data.needsContext ?? false) && !supported)
      if (!(data.alone ?? false) || !isAlone(text, start, end)) return undefined;
    const score = shape.score ?? data.score;
    return {
      type: data.type,
      start,
      end,
      score: supported ? Math.max(score, Math.min(certain, score + 0.35)) : score,
      because: {
        detector: data.name,
        pattern: shape.pattern,
        ...(holds !== undefined && data.check !== undefined ? { check: data.check } : {}),
      },
    };
  };

  return {
    name: data.name,
    types: [data.type],
    cites: data.cites,
    find: (text) =>
      shapes.flatMap((shape) =>
        [...text.matchAll(shape.all)].flatMap((match) => judge(shape, text, match) ?? []),
      ),
    at: (text, start) => {
      for (const shape of shapes) {
        // A sticky expression starts where it is told: set right before each use, never carried over.
        shape.here.lastIndex = start;
        const match = shape.here.exec(text);
        const finding = match === null ? undefined : judge(shape, text, match);
        if (finding !== undefined) return finding;
      }
      return undefined;
    },
  };
}
