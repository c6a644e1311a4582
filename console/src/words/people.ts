// SPDX-License-Identifier: Apache-2.0

/** Finding the cases that somebody is in. */
export const people = {
  lead: 'Finds the cases that a person is in, by what they were named with. Every search is on record, with its reason and without what was looked for.',
  kinds: {
    name: 'Name',
    email: 'E-mail address',
    phone: 'Telephone number',
    identifier: 'Record, account or other number',
  },
  kind: 'Kind',
  value: 'As the person gives it',
  add: 'Add another identifier',
  remove: 'Remove',
  removeThis: (row: number) => `Remove identifier ${row}`,
  none: 'Nothing to look for yet.',
  reason: 'Reason',
  reasonPlaceholder: 'Choose a reason',
  search: 'Search',
  missing: 'Fill in at least one identifier, and choose a reason.',
  found: 'Cases found',
  more: 'There are more than these: erase these first, or look for something more exact.',
  nothing: 'No case holds any of these.',
  case: 'Case',
  accepted: 'Accepted',
  outcome: 'Outcome',
  matched: 'Found by',
  by: {
    name: 'name',
    email: 'e-mail address',
    phone: 'telephone number',
    identifier: 'number',
    'name-part': 'part of the name alone',
  },
  erasure: 'Erasure',
  free: 'possible',
  asked: (by: string) => `asked for by ${by}`,
  obstacle: (code: string) => `not now: ${code}`,
  erase: (count: number) => `Erase ${count} selected`,
  eraseTitle: 'Erase the person from the selected cases',
  eraseAbout:
    'Each case takes two officers: this asks for those that nobody has asked for, and confirms those that another officer did.',
  eraseButton: 'Ask for it, and confirm what others asked for',
  disclosures: 'Accounting of disclosures',
  disclosuresHelp:
    'The accounting says to whom what of this person was disclosed, when and why (45 CFR 164.528), of every case they are in.',
  accounted: (cases: number, more: boolean) =>
    cases === 0
      ? 'This person is in no case: there is nothing to account for.'
      : `Of ${cases === 1 ? 'one case' : `${cases} cases`}.${more ? ' There are more, which are not in it: look for something more exact.' : ''}`,
  select: 'Select cases',
  selectOne: (caseId: string) => `Select case ${caseId}`,
  receipt: {
    title: 'Receipt',
    asked: 'Asked for, to be confirmed by another officer',
    erased: 'Erased',
    refused: 'Not erased',
    backups: 'A backup of the keys could bring the last of them back until',
    beyond: 'What this cannot reach',
    save: 'Save the receipt',
    file: 'erasure-receipt.json',
    count: (count: number) => (count === 1 ? '1 case' : `${count} cases`),
  },
} as const;
