// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { type ContextWords, isAlone, type Lexicon, lexicon, surroundings } from './context.ts';
import { matchesOf } from './matches.ts';

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
  /**
   * What must stand directly before the match, in the 120 characters there, and belongs to it. The expression
   * above is then a rare anchor ("Hospital"), so that a long text is not searched for every name.
   */
  behind?: RegExp;
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
  Readonly<{
    context: ContextWords;
    /** Whether it finds nothing at all without context. */
    onlyInContext: boolean;
    /** The expressions of its shapes as they are written, but for those that end what begins before them. */
    forms: readonly RegExp[];
    /** Sources, to be read with `i`, of which one matches wherever a shape that needs no context does. */
    sketch: readonly string[];
    /** Whether those must not touch what stands before them. */
    edges: 'whole' | 'open';
    /** What begins at `start`; `supported` says whether the text around speaks of this kind. */
    at(text: string, start: number, supported: boolean): Finding | undefined;
  }>;

/** What a match may not touch, so that it is not a part of a longer word, number or amount. */
export const before = '(?<![A-Za-z0-9]|[0-9][-./:]|[$€£¥])';
const after = '(?![A-Za-z0-9]|[-./:][0-9])';
const certain = 0.99;
const oneDigit = /^(\d)(?:[^A-Za-z0-9]?\1){5,}$/;

/** Builds a recognizer from data: what a match looks like, what must hold, and what stands near it. */
export function pattern(data: Pattern): PatternRecognizer {
  const shapes: readonly Shape[] =
    data.looksLike instanceof RegExp ? [{ pattern: data.name, regexp: data.looksLike }] : data.looksLike;
  /** Read when they are first needed: a recognizer looks through texts or at places in them, hardly ever both. */
  const expressions = (how: 'g' | 'y') => {
    let made: readonly Readonly<{ shape: Shape; expression: RegExp }>[] | undefined;
    return () =>
      (made ??= shapes.map((shape) => {
        const { source, flags } = shape.regexp;
        const whole = data.edges === 'open' ? source : `${before}(?:${source})${after}`;
        const indices = source.includes('(?<value>') ? 'd' : '';
        return { shape, expression: new RegExp(whole, `${flags}${indices}${how}`) };
      }));
  };
  const everywhere = expressions('g');
  const here = expressions('y');
  const words: ContextWords = { near: data.near ?? [], label: data.label ?? [] };
  const withContext = Object.values(words).some((phrases) => phrases.length > 0);
  let own: Lexicon | undefined;

  const judge = (
    shape: Shape,
    text: string,
    start: number,
    end: number,
    supported: boolean,
  ): Finding | undefined => {
    if (end <= start) return undefined;
    const holds = shape.holds ?? data.holds;
    const value = text.slice(start, end);
    if (holds !== undefined && !holds(value)) return undefined;
    // 000000000 satisfies most checksums and is nobody's number.
    if (data.check !== undefined && data.edges !== 'open' && oneDigit.test(value)) return undefined;
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

  const findShape = (shape: Shape, expression: RegExp, text: string): Finding[] => {
    const matches = matchesOf(expression, text);
    if (matches.length === 0) return [];
    const around = withContext ? surroundings((own ??= lexicon([words])), text) : undefined;
    return matches.flatMap((match) => {
      const start = startOf(shape, text, match);
      if (start === undefined) return [];
      const [from, to] = match.indices?.groups?.['value'] ?? [start, match.index + match[0].length];
      return judge(shape, text, from, to, around?.(from).has(0) ?? false) ?? [];
    });
  };

  return {
    name: data.name,
    types: [data.type],
    cites: data.cites,
    context: words,
    onlyInContext:
      !(data.alone ?? false) && shapes.every((shape) => shape.needsContext ?? data.needsContext ?? false),
    forms: shapes.flatMap((shape) => (shape.behind === undefined ? [shape.regexp] : [])),
    sketch: shapes
      .filter((shape) => (data.alone ?? false) || !(shape.needsContext ?? data.needsContext ?? false))
      .map((shape) => shape.regexp.source.replace(/\(\?<value>/g, '(?:').replace(/\\[1-9]/g, '[^]?')),
    edges: data.edges ?? 'whole',
    find: (text) => {
      const made = everywhere();
      const [only] = made;
      return only !== undefined && made.length === 1
        ? findShape(only.shape, only.expression, text)
        : made.flatMap(({ shape, expression }) => findShape(shape, expression, text));
    },
    at: (text, start, supported) => {
      for (const { shape, expression } of here()) {
        if ((shape.needsContext ?? data.needsContext ?? false) && !supported && !(data.alone ?? false))
          continue;
        // A sticky expression starts where it is told: set right before each use, never carried over.
        expression.lastIndex = start;
        const match = expression.exec(text);
        if (match === null) continue;
        const [from, to] = match.indices?.groups?.['value'] ?? [start, start + match[0].length];
        const finding = judge(shape, text, from, to, supported);
        if (finding !== undefined) return finding;
      }
      return undefined;
    },
  };
}

const behindReach = 120;

const startOf = ({ behind }: Shape, text: string, match: RegExpExecArray): number | undefined => {
  if (behind === undefined) return match.index;
  const before = behind.exec(text.slice(Math.max(0, match.index - behindReach), match.index));
  return before === null ? undefined : match.index - before[0].length;
};
