// SPDX-License-Identifier: Apache-2.0

/** Everything that can be wrong with an archive, and what it means to whoever reads it. */
export const complaints = {
  missing: 'was sealed and is not there',
  'disposed-early': 'is not there: it was disposed of before its retention was over',
  'disposed-held': 'is not there: it was disposed of while it was under legal hold',
  'certificate-wrong': 'is not there, and the certificate of its disposal is about something else',
  changed: 'is not what was sealed',
  added: 'is there but no seal has it',
  'lock-missing': 'has no lock that can be read',
  'retention-shortened': 'is locked for less long than when it was sealed',
  'retention-weakened': 'was locked in COMPLIANCE mode when it was sealed and is not any more',
  'hold-removed': 'is under a legal hold by the events, and its lock says otherwise',
  'event-unreadable': 'is sealed but is no event this version knows',
  'seal-missing': 'is not there, though the chain goes on after it',
  'seal-unreadable': 'is no seal this version knows',
  'seal-misplaced': 'is another seal, put in this one’s place',
  'signature-wrong': 'was not signed as it stands',
  'key-unknown': 'was signed with another key than the one that is trusted',
  'rotation-wrong': 'names a next key that did not agree to it',
  'chain-broken': 'does not name the seal before it',
  'list-missing': 'is not there, though its seal is',
  'list-changed': 'is not the list that was sealed',
  'list-reordered': 'is not in the order of its keys',
  'clock-back': 'is dated before what it follows',
  truncated: 'is named by the head outside and is not there: the end of the chain was cut off',
  'head-differs': 'is not the seal that the head outside names',
} as const satisfies Record<string, string>;
export type ComplaintKind = keyof typeof complaints;

/** `where` is the key of an object or of a seal. */
export type Complaint = Readonly<{ kind: ComplaintKind; where: string }>;
export type Complain = (kind: ComplaintKind, where: string) => void;

export const sentenceOf = ({ kind, where }: Complaint): string => `${where} ${complaints[kind]} (${kind}).`;
