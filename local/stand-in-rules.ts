// SPDX-License-Identifier: Apache-2.0
import type { Message } from '../lambdas/records/request.ts';
import { readPrompt, type Shown } from './stand-in-prompt.ts';

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z]{4,30}/g) ?? []);

/** The sentences that share most words with the question, in the order of the text. */
function closest({ question, sentences }: Shown, count: number): string[] {
  const asked = wordsOf(question);
  return sentences
    .map((sentence, index) => ({
      sentence,
      index,
      shared: [...wordsOf(sentence)].filter((word) => asked.has(word)).length,
    }))
    .sort((a, b) => b.shared - a.shared || a.index - b.index)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
}

const bullets = (sentences: readonly string[]): string =>
  sentences.length === 0
    ? 'Nothing in the text answers that.'
    : sentences.map((each) => `- ${each}`).join('\n');

const first = (shown: Shown, type: string): string | undefined =>
  shown.placeholders.find((placeholder) => placeholder.startsWith(`[${type}_`));

/** What a letter is to be about, said to whoever gets it. */
const subjectOf = ({ asked }: Shown): string =>
  (/\babout ([^.?!\n]{3,160})/.exec(asked)?.[1] ?? 'your case')
    .replace(/\b(?:his|her|their)\b/g, 'your')
    .trim();

const units: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** "in six weeks", counted from the conversation's first date, in the form that the airlock puts back. */
function later(shown: Shown): string | undefined {
  const anchor = shown.placeholders.find((each) => /^\[DATE_\d+_[0-9A-Z]{2}\]$/.test(each));
  // The last one: what comes before it tells, and the question is at the end.
  const asked = [
    ...shown.question.matchAll(/\b(\d{1,3}|two|three|four|six|eight|ten|twelve) (day|week|month|year)s?\b/g),
  ].at(-1);
  if (anchor === undefined || asked === undefined) return undefined;
  const spelled: Readonly<Record<string, number>> = {
    two: 2,
    three: 3,
    four: 4,
    six: 6,
    eight: 8,
    ten: 10,
    twelve: 12,
  };
  const count = spelled[asked[1] ?? ''] ?? Number(asked[1]);
  return `${anchor.slice(0, -1)}+${count * (units[asked[2] ?? ''] ?? 1)}d]`;
}

type Rule = Readonly<{ asks: RegExp; says: (shown: Shown) => string | undefined }>;

/** The first rule that has something to say answers. */
const rules: readonly Rule[] = [
  {
    // So that somebody who tries the airlock sees an answer held for its dosage.
    asks: /\bdos(?:e|es|age|ages|ing)\b|\bhow (?:much|many)\b[^?]{1,60}\b(?:mg|tablets?|pills?|take|give)\b/,
    says: (shown) => {
      const drug = /\bdos(?:e|age) of ([a-z]{5,24})\b/.exec(shown.question)?.[1] ?? 'amoxicillin';
      return `Take 500 mg of ${drug} by mouth every 8 hours for 7 days.`;
    },
  },
  {
    // And one held for advice that only a licensed adviser may give.
    asks: /\bshould (?:i|we|he|she|they|\[[^\]]{1,40}\])[^.?!]{0,80}\b(?:buy|sell|invest|hold)\b|\b(?:worth|good time) (?:buying|to buy)\b/,
    says: () => 'Yes. I recommend that you buy shares of the fund now: it is a good time to buy.',
  },
  {
    // And one held because it names somebody whom nobody mentioned.
    asks: /\b(?:made-?up|invented|fictitious|example) (?:patient|customer)\b/,
    says: () =>
      'Name: Gloria Penhaligon. Medical record number: MRN 7304418. Phone: (212) 555-0143. Reason: annual check.',
  },
  {
    asks: /\b(?:letter|e-?mail|reply|message|note) to\b|\b(?:write|draft)\b/,
    says: (shown) =>
      [
        `Dear ${first(shown, 'NAME') ?? 'Sir or Madam'},`,
        `we are writing to you about ${subjectOf(shown)}.`,
        ...(shown.sentences.length === 0
          ? []
          : ['This is what we have on file:', bullets(closest(shown, 3))]),
        'Please let us know if anything is missing.',
        'Kind regards',
      ].join('\n\n'),
  },
  {
    asks: /\b(?:when|what date|follow-?up|appointment)\b/,
    says: (shown) => {
      const date = later(shown) ?? first(shown, 'DATE');
      return date === undefined ? undefined : `The date is ${date}.\n\n${bullets(closest(shown, 2))}`;
    },
  },
  {
    asks: /\bwho\b|\bname\b/,
    says: (shown) => {
      const names = shown.placeholders.filter((each) => each.startsWith('[NAME_'));
      return names.length === 0 ? undefined : `The text names ${names.join(', ')}.`;
    },
  },
];

/** The answer to a conversation whose last message is the user's. It says nothing that it was not shown, but for the fixed sentences above. */
export function answerByRule(messages: readonly Message[]): string {
  const shown = readPrompt(messages);
  for (const rule of rules) {
    const answer = rule.asks.test(shown.question) ? rule.says(shown) : undefined;
    if (answer !== undefined) return answer;
  }
  return `From the text:\n\n${bullets(closest(shown, 4))}`;
}
