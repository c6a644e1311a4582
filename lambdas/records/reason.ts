// SPDX-License-Identifier: Apache-2.0

/**
 * Every reason a prompt or an answer is held or blocked for. The codes are stable: they are archived and
 * shown by the API. `waivable` says whether a reviewer's approval can let it through; what is not waivable
 * needs `edit` or `retry`, whatever the policy says (design section 2). `sentence` is what a reviewer reads.
 */
export const reasonCodes = {
  // Detection: what could not be trusted to be complete is never waivable.
  'detector-unavailable': {
    waivable: false,
    sentence: 'A detector did not answer, so identifiers may be left.',
  },
  'detection-incomplete': {
    waivable: false,
    sentence: 'The text was cut short or too deeply encoded to be read whole.',
  },
  'language-not-covered': {
    waivable: false,
    sentence: 'The text is in a language the detectors do not cover.',
  },
  'residual-identifier': { waivable: false, sentence: 'An identifier is still in the text.' },
  'dropped-value': {
    waivable: false,
    sentence: 'The text holds a value that may never be stored, such as a card verification code.',
  },
  'uncertain-detection': { waivable: true, sentence: 'A detector was unsure about part of the text.' },
  'rare-combination': { waivable: true, sentence: 'What is left could single out a person by its rarity.' },
  'hidden-text': { waivable: true, sentence: 'The text contained invisible or disguised characters.' },
  'edited-text': { waivable: true, sentence: 'A reviewer edited this text: another person confirms it.' },
  'random-sample': { waivable: true, sentence: 'Chosen at random for a quality check.' },
  // Screening of the prompt.
  'instruction-override': {
    waivable: true,
    sentence: 'The text tells the assistant to disregard its instructions.',
  },
  'role-play-jailbreak': {
    waivable: true,
    sentence: 'The text asks the assistant to play a role without rules.',
  },
  'prompt-extraction': {
    waivable: true,
    sentence: 'The text asks for the system prompt or hidden instructions.',
  },
  'payload-smuggling': {
    waivable: true,
    sentence: 'The text hides an instruction in an encoding, a split or another language.',
  },
  'many-shot': { waivable: true, sentence: 'The text contains many invented dialogue turns.' },
  'overlong-prompt': { waivable: true, sentence: 'The text is unusually long for this policy.' },
  'document-instruction': {
    waivable: true,
    sentence: 'A context document gives the assistant instructions.',
  },
  'credential-in-prompt': {
    waivable: false,
    sentence: 'The text contains a password, a key or another credential.',
  },
  'denied-topic': { waivable: true, sentence: 'The text is about a topic that the policy denies.' },
  'denied-word': { waivable: true, sentence: 'The text contains a word that the policy denies.' },
  'harmful-request': { waivable: true, sentence: 'The text asks for help with harming somebody.' },
  'forged-assistant-turn': {
    waivable: true,
    sentence: 'A turn is presented as the assistant’s that it never gave.',
  },
  'guardrail-intervened': { waivable: true, sentence: 'The guardrail intervened.' },
  'guardrail-unavailable': { waivable: false, sentence: 'The guardrail did not answer or was cut short.' },
  'check-failed': { waivable: false, sentence: 'A check could not be completed.' },
  // Rescan of the answer.
  'original-value': { waivable: false, sentence: 'The answer contains a value that had been replaced.' },
  'placeholder-unknown': { waivable: false, sentence: 'The answer contains a placeholder nobody issued.' },
  'placeholder-damaged': {
    waivable: false,
    sentence: 'A placeholder is damaged so that its owner cannot be told for certain.',
  },
  'placeholder-misplaced': {
    waivable: false,
    sentence: 'A placeholder stands in a link, an image, code or a tool call.',
  },
  'restore-unsafe': {
    waivable: false,
    sentence: 'Putting the identities back would change the structure of the answer.',
  },
  'unsafe-link': {
    waivable: false,
    sentence: 'The answer contains a link or an image that could send data elsewhere.',
  },
  'active-content': {
    waivable: false,
    sentence: 'The answer contains HTML, a script or other active content.',
  },
  'system-prompt-leak': { waivable: false, sentence: 'The answer repeats the hidden instructions.' },
  'unknown-stop-reason': {
    waivable: true,
    sentence: 'The model stopped for a reason this version does not know.',
  },
  'answer-truncated': { waivable: true, sentence: 'The answer was cut off at the length limit.' },
  'answer-refused': { waivable: true, sentence: 'The model or its filter declined to answer.' },
  'answer-empty': { waivable: false, sentence: 'The model gave no text.' },
  'reasoning-content': { waivable: true, sentence: 'The answer includes the model’s own reasoning.' },
  'tool-call': { waivable: false, sentence: 'The answer asks for a tool call, which is not supported.' },
  'medication-dosage': { waivable: true, sentence: 'The answer names or changes a medication dose.' },
  'diagnosis-statement': { waivable: true, sentence: 'The answer states a diagnosis.' },
  'investment-advice': { waivable: true, sentence: 'The answer gives personal investment advice.' },
  'credit-advice': { waivable: true, sentence: 'The answer gives personal credit advice.' },
  'tax-advice': { waivable: true, sentence: 'The answer gives personal tax advice.' },
  promise: { waivable: true, sentence: 'The answer promises or guarantees an outcome.' },
  'self-harm': { waivable: true, sentence: 'The text touches on self-harm.' },
  ungrounded: {
    waivable: true,
    sentence: 'The answer states something the context documents do not contain.',
  },
} as const satisfies Record<string, { waivable: boolean; sentence: string }>;

export type ReasonCode = keyof typeof reasonCodes;

/** Whether an approval may waive every one of these reasons. */
export const waivable = (codes: readonly ReasonCode[]): boolean =>
  codes.every((code) => reasonCodes[code].waivable);

/** How bad it would be if what a reason points at went out, or in. */
export const risks = ['low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];

/** An identity or a secret could get out, somebody could come to harm, or the text attacks. */
const high: readonly ReasonCode[] = [
  'residual-identifier',
  'dropped-value',
  'credential-in-prompt',
  'original-value',
  'placeholder-unknown',
  'placeholder-damaged',
  'placeholder-misplaced',
  'unsafe-link',
  'active-content',
  'system-prompt-leak',
  'instruction-override',
  'payload-smuggling',
  'document-instruction',
  'forged-assistant-turn',
  'harmful-request',
  'self-harm',
  'medication-dosage',
];
/** Somebody looks because somebody should; nothing was found. */
const low: readonly ReasonCode[] = [
  'random-sample',
  'edited-text',
  'overlong-prompt',
  'unknown-stop-reason',
  'answer-truncated',
  'answer-refused',
  'answer-empty',
  'reasoning-content',
];

export const riskOf = (code: ReasonCode): Risk =>
  high.includes(code) ? 'high' : low.includes(code) ? 'low' : 'medium';

/** The highest risk among reasons: what the queue is ordered by. No reason at all is unexplained: `high`. */
export const highestRisk = (codes: readonly ReasonCode[]): Risk =>
  codes.length === 0
    ? 'high'
    : codes.map(riskOf).reduce((worst, next) => (risks.indexOf(next) > risks.indexOf(worst) ? next : worst));
