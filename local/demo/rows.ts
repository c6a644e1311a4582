// SPDX-License-Identifier: Apache-2.0
import Table from 'cli-table3';
import { endOf, type Turn } from './compare.ts';
import type { Sample } from './sample.ts';
import { shorten } from './shorten.ts';

/** Room for a shortened text: about five lines of its column. */
const longest = 120;
const head = ['request', 'what happened', 'what the model saw', 'what came back'];

/** One sample and what became of it. */
export type Row = Readonly<{ sample: Sample; turns: readonly Turn[]; wrong: readonly string[] }>;

/** What the model was shown last: of a conversation its newest text. */
const lastShown = (text: string, turns: number): string =>
  turns < 2 ? text : (text.split('\n\n').findLast((part) => part.trim() !== '') ?? text);

/** The cells of a sample; `[]` in no cell is cut. */
export function cellsOf({ sample, turns, wrong }: Row): string[] {
  const last = turns.at(-1);
  if (last === undefined) return [sample.title, 'not sent', '', ''];
  const { view, side, seen } = last;
  const answer = view.answer?.content;
  const ended = side === undefined ? endOf(last) : `${endOf(last)} (${side})`;
  return [
    `${sample.title}\n${sample.as}, ${sample.request.policy}`,
    [ended, ...view.reasons.map((reason) => reason.code), ...wrong.map((each) => `WRONG: ${each}`)].join(
      '\n',
    ),
    seen === undefined ? '(nothing: it was not asked)' : shorten(lastShown(seen, turns.length), longest),
    answer === undefined ? '(nothing)' : shorten(withoutPreamble(answer), longest),
  ];
}

/** The stand-in says what it is in a paragraph of its own, every time. */
const withoutPreamble = (answer: string): string =>
  answer.replace(/^This is the stand-in model:[^\n]{0,100}\n+/, '');

type Rows = Readonly<{ top: string; row: (row: Row) => string; bottom: string }>;

/** A table whose rows are printed as they come; `columns` is the width of the terminal. */
export function rowsFor(columns: number): Rows {
  const width = Math.min(Math.max(columns, 90), 150) - 5;
  const [title, happened] = [Math.floor(width * 0.22), Math.floor(width * 0.2)];
  const seen = Math.floor((width - title - happened) / 2);
  const colWidths = [title, happened, seen, width - title - happened - seen];
  const style = { head: [], border: [] };
  const open = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
  const top = new Table({ colWidths, style, chars: open });
  top.push(head);
  return {
    top: top.toString(),
    row: (row) => {
      const chars = { ...open, 'top-mid': '┼', 'top-left': '├', 'top-right': '┤' };
      const one = new Table({ colWidths, style, chars, wordWrap: true });
      one.push(cellsOf(row));
      return one.toString();
    },
    bottom: `└${colWidths.map((each) => '─'.repeat(each)).join('┴')}┘`,
  };
}
