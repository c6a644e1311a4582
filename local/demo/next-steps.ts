// SPDX-License-Identifier: Apache-2.0
import type { Row } from './rows.ts';

const caseOf = (row: Row | undefined): string | undefined => row?.turns.at(-1)?.view.caseId;

/** Where to look next, with the cases of this run: commands to copy. What belongs to the clinic, since its people are the defaults. */
export function nextSteps(rows: readonly Row[], stillRunning: boolean): string {
  const clinic = rows.filter((row) => row.sample.as === 'rosa');
  const ended = (end: string, side?: string) =>
    caseOf(
      clinic.find(({ turns }) => {
        const last = turns.at(-1);
        return (
          (last?.view.outcome ?? last?.view.status) === end && (side === undefined || last?.side === side)
        );
      }),
    );
  const [held, released] = [ended('held', 'answer'), ended('released')];
  const lines = [
    ...(stillRunning
      ? []
      : ['npm start                          # in another terminal: the cases are still there']),
    'npx airlock reviews list           # what is held for the clinic',
    ...(held === undefined
      ? []
      : [
          `npx airlock reviews show ${held}`,
          `npx airlock reviews approve ${held}`,
          `npx airlock show ${held}`,
        ]),
    ...(released === undefined ? [] : [`npx airlock archive show ${released}`]),
    'npx airlock reviews list --as viktor   # what is held for the bank',
  ];
  return ['Where to look next:', '', ...lines.map((line) => `  ${line}`)].join('\n');
}
