// SPDX-License-Identifier: Apache-2.0

/** What a Markdown parser keeps until its paragraph ends, and looks through again for each that follows. */
const delimiters = /[*_~\]]/g;
/** A line that ends the paragraph before it, whatever came: a heading, an item of a list. */
const begins = /^ {0,3}(?:#{1,6}|[-*+])[ \t]+\S/;
/** The row of dashes that makes a table: each row below it is read by itself. */
const tableRow = /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$/;
const quote = /^[ \t]*>/;
/** A line under another that makes it a heading: for each the parser goes through all that came before. */
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const empty = /^[ \t>]*$/;
const prefix = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)*/;
const markers = /[>*+-]|\d[.)]/g;

const deepest = 100;
const widestPrefix = 400;
/** Steps that any answer may take, and those for each UTF-16 code unit of it. */
const allowance = 4e6;
const allowancePerUnit = 100;

const count = (line: string, what: RegExp): number => line.match(what)?.length ?? 0;
const cells = (line: string): number => count(line.replaceAll(/\\./g, ''), /\|/g);

/**
 * Whether a text can be parsed as Markdown in about linear time and without nesting deeper than the stack: the parser takes
 * the square of the delimiters of a paragraph, and of the quotations and underlined headings of a text, which nothing but an
 * attack has by the thousand. One walk over the lines; in doubt it says no.
 */
export function isParsable(text: string): boolean {
  let steps = 0;
  let quotes = 0;
  let headings = 0;
  let held = 0;
  let lines = 0;
  let inTable = false;
  let last = '';
  const flush = () => {
    steps += held * (held + lines);
    held = 0;
    lines = 0;
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const start = prefix.exec(line)?.[0] ?? '';
    if (start.length > widestPrefix || count(start, markers) > deepest) return false;
    const blank = empty.test(line);
    if (blank) inTable = false;
    else if (tableRow.test(line) && cells(line) > 0 && cells(line) === cells(last)) inTable = true;
    if (blank || inTable || begins.test(line)) flush();
    if (quote.test(line) && !quote.test(last)) quotes += 1;
    if (underline.test(line) && !empty.test(last)) headings += 1;
    held += count(line, delimiters);
    lines += 1;
    last = line;
  }
  flush();
  return steps + 2 * (quotes * quotes + headings * headings) <= allowance + allowancePerUnit * text.length;
}
