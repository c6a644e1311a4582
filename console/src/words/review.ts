// SPDX-License-Identifier: Apache-2.0
import type { TimelineEntry } from '../../../lambdas/api/review-timeline.ts';
import type { ShownText } from '../../../lambdas/api/shown-texts.ts';
import type { Assessment } from '../../../lambdas/records/guardrail.ts';
import type { RevealReason } from '../../../lambdas/records/review.ts';
import { reviews } from './reviews.ts';

/** The page of one review. */
export const review = {
  title: { prompt: 'Review of a prompt', answer: 'Review of an answer' },
  back: 'Back to the queue',
  claim: 'Claim',
  renew: 'Renew the claim',
  takeOver: 'Take over',
  giveBack: 'Give back',
  claimedUntil: (left: string) => `Yours for ${left}`,
  claimFirst: 'Claim the review first.',
  approve: 'Approve',
  edit: 'Edit',
  reject: 'Reject',
  retry: 'Run the checks again',
  actions: 'More',
  changed: 'This review has changed meanwhile',
  changedText: 'Look at it again before you decide: what was shown is not what is under review now.',
  gone: 'There is no such review, or not for you.',
  masked: 'The text is hidden whole',
  maskedText:
    'The detection was not complete, so an identifier may stand anywhere in it. Have the checks run again; what they can then read is shown.',
  notApprovable: 'This cannot be approved as it is',
  notApprovableText: (why: string) =>
    `No approval may waive this: ${why} Edit the text, have the checks run again, or reject it.`,
  notApprovableMasked: (why: string) =>
    `No approval may waive this: ${why} Have the checks run again, or reject it.`,
  missed: 'A reviewer marked an identifier that is still in this text: it cannot be approved as it is.',
  ownEdit: 'You edited this text: another person has to approve it.',
  ownApproval: 'You have approved this: a second person has to.',
  two: (why: string) => `Two people have to approve this, because ${why}.`,
  approvedBy: (who: string) => `${who} has approved it:`,
  decided: (decision: string, by: string) => `${decision} by ${by}`,
  decidedByClock: 'Nobody decided in time, so it was not let through',
  test: {
    right: 'This was a test with a known answer, and you found it. Nothing came of it.',
    wrong: 'This was a test with a known answer, and this was not it. Nothing came of it.',
  },
  reasons: 'Why it is held',
  waivable: 'An approval can waive this',
  notWaivable: 'No approval can waive this',
  showIn: 'Show in the text',
  prompt: { prompt: 'Prompt, as the model would see it', answer: 'Prompt, as the model saw it' },
  answer: 'Answer, as the model wrote it',
  edited: 'Edited text',
  documents: 'Documents',
  kind: {
    user: 'Requester',
    assistant: 'Assistant, earlier',
    title: 'Title of a document',
    document: 'Document',
    answer: 'Answer',
    reasoning: 'The model’s reasoning',
    'tool-call': 'Tool call',
  } satisfies Record<ShownText['kind'], string>,
  editedBefore: 'What was edited',
  added: 'added',
  removed: 'removed',
  facts: 'About this case',
  fact: {
    caseId: 'Case',
    policy: 'Policy',
    model: 'Model',
    tokens: 'Tokens in and out',
    stop: 'Why the model stopped',
    detectors: 'Detectors',
    failed: 'Did not answer',
    guardrail: 'Guardrail',
    acceptedAt: 'Accepted',
    openedAt: 'Held since',
    expiresAt: 'To be decided by',
  },
  copyCaseId: 'Copy the case number',
  noGuardrail: 'Did not act on anything',
  assessment: {
    topic: 'denied topic',
    content: 'content filter',
    word: 'denied word',
    sensitive: 'sensitive information',
    grounding: 'grounding',
  } satisfies Record<Assessment['policy'], string>,
  timeline: 'What happened',
  finding: {
    title: 'What was found here',
    type: 'Kind',
    text: 'In the text',
    by: 'Found by',
    pattern: 'Pattern',
    check: 'Check that held',
    score: 'Confidence',
    reveal: 'See what stands behind it',
    revealText:
      'The value is shown for a short while. Who saw what, when and why is on the record, and the lead is told.',
    reason: 'Why do you have to see it?',
    reasons: {
      'check-detection': 'To check whether it is an identifier',
      'tell-people-apart': 'To tell people apart',
      'understand-text': 'To understand the text',
      'patient-safety': 'Patient safety',
      other: 'Other',
    } satisfies Record<RevealReason, string>,
    reasonNote: 'In words',
    reasonHint: 'Without names or numbers: it is kept as long as the record.',
    revealButton: 'Show the value',
    value: 'Value',
    hidesIn: (seconds: number) => `It hides again in ${seconds} s.`,
    hiddenAgain: 'Hidden again.',
    left: (count: number) =>
      count === 1 ? 'One more value may be shown.' : `${count} more values may be shown.`,
    hide: 'Hide now',
    wrong: 'This is no identifier',
    wrongDone: 'Kept with the case: this is no identifier.',
    close: 'Close',
  },
  missing: {
    open: 'An identifier was missed',
    title: 'An identifier was missed',
    intro:
      'It is kept with the case. This text can then not be approved as it is: edit it, or have the checks run again.',
    where: 'In which text?',
    what: 'The words, exactly as they stand there',
    whatHint: 'Or select them in the text before you open this.',
    notThere: 'These words do not stand in that text.',
    type: 'What is it?',
    note: 'Note (optional, without names or numbers)',
    send: 'Keep this',
    cancel: 'Cancel',
    done: 'Kept with the case: an identifier was missed.',
  },
  decide: {
    approveTitle: 'Approve exactly this?',
    approvePrompt: 'The model will be shown this text, with these placeholders.',
    approveAnswer:
      'This text will be released. Its placeholders are replaced for the requester only, when it leaves.',
    rejectTitle: 'Reject',
    rejectPrompt: 'The model never sees it. The requester learns that it was rejected, and why in a word.',
    rejectAnswer: 'The requester never sees it. They learn that it was rejected, and why in a word.',
    retryTitle: 'Run the checks again',
    retryText: 'Everything is looked at again from the source. What is then found decides what happens.',
    editTitle: 'Send this through the checks?',
    editText: 'It goes through all checks again, and another person approves it where the policy says so.',
    reason: 'Reason',
    chooseReason: 'Choose a reason',
    reasonMissing: 'Choose a reason.',
    note: 'Note',
    noteHint: 'Without names or numbers: it is kept as long as the record.',
    noteMissing: 'Say in a note what it is.',
    approve: 'Approve this text',
    reject: 'Reject it',
    retry: 'Run them again',
    edit: 'Send it',
    cancel: 'Cancel',
    done: {
      approve: 'Approved.',
      approvedOnce: 'Approved. A second person has to approve it too.',
      edit: 'The edited text goes through the checks.',
      reject: 'Rejected.',
      retry: 'The checks run again.',
    },
    conflict: (who: string, decision: string, when: string) =>
      `${who} decided first: ${decision.toLowerCase()}, ${when}. Nothing of yours was recorded.`,
    claimedBy: (who: string) => `${who} has claimed this review meanwhile. Nothing of yours was recorded.`,
  },
  editor: {
    title: 'Edit',
    intro: 'Keep the placeholders: they become the real values again for the requester.',
    hiddenLeft:
      'There are hidden stretches (█) in the text: write it without them, what they hide cannot be kept.',
    claimOver: 'Your claim has run out. What you wrote is still here: claim the review again to send it.',
    unchanged: 'Nothing is changed yet.',
    empty: 'A text may not be empty.',
    changes: 'Changes',
    saving: 'Saving the draft …',
    saved: 'Draft saved',
    notSaved: 'The draft could not be saved. What you typed is still here.',
    restored: 'Your draft was restored',
    restoredText: 'You began to edit this earlier. Go on, or throw it away.',
    send: 'Send through the checks',
    discard: 'Throw the draft away',
    textOf: (kind: string, number: number) => `${kind} ${number}`,
  },
} as const;

const who = (by: string | undefined): string => (by === undefined ? '' : ` by ${by}`);

/** An entry of the timeline as a sentence. */
export function timelineSentence(entry: TimelineEntry): string {
  const { kind, by, side, placeholder, decision, reason, feedback, outcome, unread } = entry;
  const subject = side === undefined ? '' : reviews.side[side];
  switch (kind) {
    case 'accepted':
      return 'Accepted';
    case 'opened':
      return `${subject} held for a person`;
    case 'claimed':
      return `Claimed${who(by)}`;
    case 'taken-over':
      return `Taken over${who(by)}`;
    case 'returned':
      return `Given back${who(by)}`;
    case 'viewed':
      return `Opened${who(by)}`;
    case 'reminded':
      return 'Reviewers were reminded';
    case 'escalated':
      return 'Escalated to the senior reviewers';
    case 'revealed':
      return `${placeholder ?? ''} revealed to ${by ?? ''}`;
    case 'feedback':
      return feedback === 'wrong'
        ? `A finding marked as wrong${who(by)}`
        : `A missed identifier marked${who(by)}`;
    case 'approved':
      return `Approved${who(by)}${unread === true ? ', sooner than it can be read' : ''}`;
    case 'decided':
      return `${decision === undefined ? '' : reviews.decision[decision]}${who(by)}: ${reason === undefined ? '' : reviews.decisionReason[reason].toLowerCase()}`;
    case 'expired':
      return 'Expired: nobody decided in time';
    case 'closed':
      return `Closed: ${outcome ?? ''}`;
  }
}
