// SPDX-License-Identifier: Apache-2.0

/** What was found in archived text after all. */
export const containments = {
  lead: 'An identifier was found in de-identified text: before the lock, or later by recognizers that know more. The text is out of the catalogue already; somebody has to look at why.',
  empty: 'Nothing waits to be looked at.',
  title: 'Waiting to be looked at',
  case: 'Case',
  found: 'Found',
  by: 'By',
  byNames: {
    'last-scan': 'the last scan before the lock',
    'catalogue-scan': 'a scan of the catalogue',
    macie: 'Macie',
  },
  types: 'What it looks like',
  policy: 'Policy',
  quarantined: 'Kept for review until',
  locked: 'locked',
  more: 'Older ones',
  review: 'Close',
  reviewTitle: 'Close this containment',
  decision: 'What it was',
  decisions: { identifier: 'An identifier', 'false-alarm': 'A false alarm' },
  identifier: 'It was an identifier',
  falseAlarm: 'It was a false alarm',
  about: 'The text stays out of the catalogue either way. A quarantined one is removed for good.',
  done: 'Closed, and on record.',
  scan: 'Scan the archive now',
  scanning: (texts: number, found: number) => `${texts} texts scanned, ${found} found in`,
  scanned: (texts: number, found: number) =>
    found === 0
      ? `${texts} texts scanned: nothing was found.`
      : `${texts} texts scanned: ${found} are contained now.`,
} as const;
