// SPDX-License-Identifier: Apache-2.0
import type { CaseView } from '../../lambdas/api/case-view.ts';
import type { Sample } from './sample.ts';

/** One turn as it went. */
export type Turn = Readonly<{
  view: CaseView;
  /** Which side of the model it was held or blocked at. */
  side: 'prompt' | 'answer' | undefined;
  /** What the model was shown, all turns before it included; undefined when it was not asked. */
  seen: string | undefined;
  /** Whether `seen` was recorded at the model, or is the engine run once more. */
  recorded: boolean;
}>;

const namesIn = (text: string): string[] => [...new Set(text.match(/\[NAME_\d{1,4}_[0-9A-Z]{2}\]/g) ?? [])];

/** How the last turn ended: an outcome, or `held`, or how far it had come. */
export const endOf = ({ view }: Pick<Turn, 'view'>): string => view.outcome ?? view.status;

/** Everything about a sample that did not go as its file says, in words without its texts. Empty when all did. */
export function differences({ request, expected }: Sample, turns: readonly Turn[]): string[] {
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) return ['nothing was sent'];
  const answer = last.view.answer?.content ?? '';
  const codes = last.view.reasons.map((reason) => reason.code);
  const seen = turns.map((turn) => turn.seen ?? '').join('\n');
  const [shownFirst = '', shownLast = ''] = [first.seen, last.seen];
  const stopped = expected.ends !== 'released' && expected.side === 'prompt';
  const said = [
    ...(turns.slice(0, -1).some((turn) => endOf(turn) !== 'released')
      ? ['an earlier turn was not released']
      : []),
    ...(endOf(last) === expected.ends ? [] : [`it should have been ${expected.ends}`]),
    ...(expected.side === undefined || expected.side === last.side
      ? []
      : [`it should stop at the ${expected.side}`]),
    ...expected.reasons
      .filter((code) => !codes.includes(code))
      .map((code) => `${code} is not among the reasons`),
    ...expected.answerHas.map((text) => (answer.includes(text) ? '' : 'the answer lacks something')),
    ...expected.answerNeverHas.map((text) =>
      answer.includes(text) ? 'the answer has something it may not' : '',
    ),
    ...expected.modelNeverSaw.map((text) => (seen.includes(text) ? 'the model saw an identifier' : '')),
    stopped && last.seen !== undefined ? 'the model was asked' : '',
    expected.unchanged && shownLast !== request.messages.at(-1)?.content ? 'the text was changed' : '',
    expected.samePlaceholders &&
    (namesIn(shownFirst).length === 0 || namesIn(shownFirst).some((name) => !shownLast.includes(name)))
      ? 'the placeholders changed between the turns'
      : '',
  ];
  return [...new Set(said.filter((each) => each !== ''))];
}
