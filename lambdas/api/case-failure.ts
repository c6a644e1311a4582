// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { FailureName } from '../failures.ts';
import type { Case } from '../records/case.ts';

/** What its owner can do about a case that failed. */
const advices = {
  again:
    'Send it again in a few minutes. If it fails again, give the case number to whoever runs this service.',
  tomorrow:
    'Send it again after midnight UTC, when the next day’s budget begins, or ask whoever runs this service for more.',
  shorter: 'Send less text, or ask whoever runs this service.',
  rephrase: 'Send it again without names and numbers that are not needed, or ask whoever runs this service.',
  ask: 'Give the case number to whoever runs this service: sending it again is not likely to help.',
} as const;

type Ended = Readonly<{ sentence: string; advice: keyof typeof advices }>;

const noAnswer: Ended = {
  sentence: 'A service that this case needed did not answer in time.',
  advice: 'again',
};
const unreadable: Ended = { sentence: 'What a service answered could not be read.', advice: 'again' };
const inconsistent: Ended = {
  sentence: 'The case did not fit together any more, so nothing was let through.',
  advice: 'ask',
};
const notRecorded: Ended = {
  sentence: 'The archive does not hold what it should, so nothing was let through.',
  advice: 'ask',
};

/** Of the closed list (lambdas/failures.ts), those that can end a case, and what the machine itself reports. */
const ends = {
  Unavailable: noAnswer,
  Throttled: { ...noAnswer, sentence: 'A service that this case needed takes no more calls at the moment.' },
  TimedOut: noAnswer,
  StorageUnavailable: { ...noAnswer, sentence: 'What this case needed to write could not be stored.' },
  Conflict: inconsistent,
  Malformed: unreadable,
  InvalidInput: inconsistent,
  NotFound: { ...inconsistent, sentence: 'A part of this case is not kept any more.' },
  IncompleteDetection: {
    sentence: 'Not every identifier could be taken out, so no model was asked.',
    advice: 'rephrase',
  },
  NotCleared: inconsistent,
  Quarantined: {
    sentence: 'An identifier was found at the last moment, so nothing was let through.',
    advice: 'rephrase',
  },
  ArchiveConflict: notRecorded,
  ArchiveMismatch: notRecorded,
  NoModel: {
    sentence:
      'No model that the policy allows could take this: none is available here, or the text is too long.',
    advice: 'shorter',
  },
  BudgetExceeded: { sentence: 'The budget of your organisation for today is used up.', advice: 'tomorrow' },
  KeyErased: { sentence: 'The key of this case was destroyed before it ended.', advice: 'ask' },
  Unknown: { sentence: 'Something went wrong inside this service.', advice: 'again' },
} as const satisfies Partial<Record<FailureName | 'TimedOut' | 'Unknown', Ended>>;
type CaseFailureCode = keyof typeof ends;

export const CaseFailureSchema = z
  .strictObject({
    code: z.enum(Object.keys(ends) as [CaseFailureCode, ...CaseFailureCode[]]),
    sentence: z.string(),
    advice: z.string(),
  })
  .meta({ id: 'CaseFailure', description: 'Why a case failed, and what its owner can do.' });
export type CaseFailure = z.infer<typeof CaseFailureSchema>;

/** Names of the machines: `States.Timeout`, `Sandbox.Timedout`, `Lambda.ServiceException`, `Execution.ABORTED`. */
function codeOf(error: string | undefined): CaseFailureCode {
  if (error === undefined) return 'Unknown';
  if (Object.hasOwn(ends, error)) return error as CaseFailureCode;
  if (/time[d-]?_?out/i.test(error)) return 'TimedOut';
  return error.startsWith('Lambda.') ? 'Unavailable' : 'Unknown';
}

/** Why a case failed; undefined for one that did not. Codes and constant sentences: never content. */
export function caseFailure(item: Pick<Case, 'outcome' | 'closing'>): CaseFailure | undefined {
  if (item.outcome !== 'failed') return undefined;
  const code = codeOf(item.closing?.error);
  const { sentence, advice } = ends[code];
  return { code, sentence, advice: advices[advice] };
}
