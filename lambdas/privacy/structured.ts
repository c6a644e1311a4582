// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import { labelFor } from './labels.ts';
import type { Edit } from './rewrite.ts';

const key = /["']([A-Za-z][\w .-]{1,39})["']\s{0,4}:\s{0,4}["']?/g;
const tag = /<([A-Za-z][\w.:-]{1,39})>(?=[^<\n]{1,200}<\/)/g;
const parameter = /(?<=^|[?&\s])([A-Za-z][\w.-]{1,39})=(?=[^\s&=]{1,200}(?:&|$|\s))/g;

const labelled = (text: string, pattern: RegExp, place: string): Edit[] =>
  matchesOf(pattern, text).flatMap((match) => {
    const label = labelFor((match[1] ?? '').replace(/^.*:/, ''));
    return label === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, text: `${place}${label}: ` }];
  });

type Cell = Readonly<{ text: string; start: number; end: number }>;

/** The cells of a line; quotes hold a delimiter (RFC 4180). `start` counts from `offset`. */
function cells(line: string, delimiter: string, offset: number): Cell[] {
  const found: Cell[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') quoted = !quoted;
    if (at < line.length && (quoted || character !== delimiter)) continue;
    found.push({ text: line.slice(start, at), start: offset + start, end: offset + at });
    start = at + 1;
  }
  return found;
}

/** Labels before the cells of a delimited or Markdown table whose first line names its columns. */
function columns(text: string): Edit[] {
  const edits: Edit[] = [];
  let header: { delimiter: string; labels: (string | undefined)[] } | undefined;
  let offset = 0;
  const lines = text.split('\n');
  for (const [number, line] of lines.entries()) {
    const row = header === undefined ? [] : cells(line, header.delimiter, offset);
    if (header !== undefined && row.length === header.labels.length) {
      for (const [index, cell] of row.entries()) {
        const label = header.labels[index];
        const lead = cell.text.search(/[\p{L}\p{N}(+]/u);
        if (label !== undefined && lead >= 0)
          edits.push({ start: cell.start + lead, end: cell.start + lead, text: `\n${label}: ` });
      }
    } else {
      header = undefined;
      for (const delimiter of ['|', '\t', ',', ';']) {
        // A header without a row below it names nothing: prose is full of lines with commas.
        const labels =
          line.includes(delimiter) && lines[number + 1]?.includes(delimiter) === true
            ? cells(line, delimiter, 0).map((cell) => labelFor(cell.text))
            : [];
        if (header === undefined && labels.filter((label) => label !== undefined).length >= 2)
          header = { delimiter, labels };
      }
    }
    offset += line.length + 1;
  }
  return edits;
}

/** Readings of data (JSON, XML, forms, tables with a header) as the form it would be: "Last name: Smith". */
export function structured(text: string): Edit[] {
  const edits: Edit[] = [];
  if (text.includes('":') || text.includes("':") || text.includes('" :'))
    edits.push(...labelled(text, key, '\n'));
  if (text.includes('</')) edits.push(...labelled(text, tag, '\n'));
  if (text.includes('=')) edits.push(...labelled(text, parameter, '\n'));
  if (text.includes('\n') && /[|,;\t]/.test(text)) edits.push(...columns(text));
  return edits;
}
