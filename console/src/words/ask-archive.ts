// SPDX-License-Identifier: Apache-2.0

const number = new Intl.NumberFormat('en');

/** Questions to the archive: by name, and in SQL. */
export const askArchive = {
  lead: 'Every question is put on record with who asked it, before it is answered. Answers are about your tenant only.',
  sqlLead:
    'One SELECT over the catalogue, which holds codes, times and counts, and de-identified text where the policy allows it.',
  question: 'Question',
  choose: 'Choose a question',
  kindHelp: {
    day: 'A day of UTC.',
    person: 'The name that tokens have.',
    requester: 'The name that tokens have. Records know it by a digest only.',
    cases: 'Ids with spaces between them.',
  },
  dayFormat: 'YYYY-MM-DD',
  missing: 'Fill this in.',
  ask: 'Ask',
  cancel: 'Stop',
  sql: 'SQL',
  sqlHelp: 'Only what is listed beside this can be used. Naming days makes a query fast.',
  run: 'Run',
  tables: 'The catalogue',
  functions: 'Functions',
  running: 'Running',
  waiting: (seconds: number) => `For ${seconds} seconds`,
  queued: 'Waiting for its turn',
  read: (bytes: number) => `${number.format(Math.round(bytes / 1e6))} MB read`,
  answer: 'Answer',
  rows: (total: number, more: boolean) =>
    more
      ? `${number.format(total)} rows; there are more than were asked for`
      : `${number.format(total)} rows`,
  pages: 'Pages of the answer',
  empty: 'Nothing fits.',
  chart: 'Chart',
  cancelled: 'This was stopped.',
  save: 'Save all rows',
  formats: { csv: 'CSV', jsonl: 'JSON lines', parquet: 'Parquet' },
  yes: 'yes',
  no: 'no',
  none: '–',
} as const;
