// SPDX-License-Identifier: Apache-2.0

/** What Macie takes of an expression, and whether that finds more than the expression did without words before it. */
export type MacieForm = Readonly<{ regex: string; loose: boolean }>;

/** Where the group that begins at `at` ends, exclusive. */
function endOfGroup(source: string, at: number): number {
  let depth = 0;
  let inClass = false;
  for (let index = at; index < source.length; index += 1) {
    const sign = source[index];
    if (sign === '\\') index += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  throw new Error('An expression with a group that does not end.');
}

/** The sources of capturing groups, in their order. */
function capturesOf(source: string): string[] {
  const found: string[] = [];
  let inClass = false;
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index];
    if (sign === '\\') index += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') {
      const name = /^\((?:\?<(?![=!])[^>]+>|(?!\?))/.exec(source.slice(index));
      if (name !== null) found.push(source.slice(index + name[0].length, endOfGroup(source, index) - 1));
    }
  }
  return found;
}

const bothCases = (letter: string): string => letter.toLowerCase() + letter.toUpperCase();
/** A class of characters, of letters in both cases where case does not matter. */
const widened = (inside: string): string =>
  inside.replaceAll(/\\.|([A-Za-z])-([A-Za-z])|[A-Za-z]/g, (part, from?: string, to?: string) => {
    if (part.startsWith('\\')) return part;
    if (from !== undefined && to !== undefined)
      return `${from.toLowerCase()}-${to.toLowerCase()}${from.toUpperCase()}-${to.toUpperCase()}`;
    return bothCases(part);
  });

/**
 * An expression in Macie's subset of PCRE: no captures, no references, no look-around, no flags. Look-around is left out,
 * which finds more and never less; what was captured stands in the place of a reference to it, which does, too.
 * @returns undefined for what cannot be said: anchors, properties of Unicode
 */
export function macieRegex({
  source,
  ignoreCase,
}: Pick<RegExp, 'source' | 'ignoreCase'>): MacieForm | undefined {
  const captures = capturesOf(source);
  let loose = false;
  const said = (text: string): string | undefined => {
    let made = '';
    for (let index = 0; index < text.length;) {
      const rest = text.slice(index);
      const sign = rest[0] ?? '';
      const around = /^\(\?<?([=!])/.exec(rest);
      if (around !== null) {
        loose ||= around[1] === '=';
        index = endOfGroup(text, index);
        continue;
      }
      const group = /^\((?:\?:|\?<[^>]+>)?/.exec(rest);
      const klass = /^\[((?:\\.|[^\]\\])*)\]/.exec(rest);
      const reference = /^\\([1-9])/.exec(rest);
      if (/^(?:\\[pPk]|[$^]|\[\^?\])/.test(rest)) return undefined;
      if (group !== null) {
        made += '(?:';
        index += group[0].length;
      } else if (klass !== null) {
        if (/\\[pP]/.test(klass[0])) return undefined;
        made += ignoreCase ? `[${widened(klass[1] ?? '')}]` : klass[0];
        index += klass[0].length;
      } else if (reference !== null) {
        const again = said(captures[Number(reference[1]) - 1] ?? '');
        if (again === undefined) return undefined;
        made += `(?:${again})`;
        index += 2;
      } else if (sign === '\\') {
        made += rest.slice(0, 2);
        index += 2;
      } else {
        made += ignoreCase && /[A-Za-z]/.test(sign) ? `[${bothCases(sign)}]` : sign;
        index += 1;
      }
    }
    return made;
  };
  const regex = said(source);
  return regex === undefined || regex === '' ? undefined : { regex, loose };
}
