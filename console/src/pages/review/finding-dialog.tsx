// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { DialogButtons } from '../../frame/dialog-buttons.tsx';
import { ProblemAlert } from '../../frame/problem-alert.tsx';
import type { Mark } from '../../text/marks.ts';
import { identifierName } from '../../words/identifiers.ts';
import { review as words } from '../../words/review.ts';
import { RevealPanel } from './reveal-panel.tsx';
import { useFeedback } from './use-feedback.ts';

type Props = Readonly<{
  view: ReviewView;
  mark: Mark;
  /** As it stands in the text. */
  text: string;
  /** Position in `texts`; undefined in the prompt of a held answer, which is not under review. */
  slot: number | undefined;
  close: () => void;
}>;

const factsOf = ({ finding }: Mark, text: string): KeyValuePairsProps.Item[] => [
  { label: words.finding.text, value: text },
  ...(finding === undefined
    ? []
    : [
        { label: words.finding.type, value: identifierName(finding.type) },
        { label: words.finding.by, value: finding.because.detector },
        { label: words.finding.pattern, value: finding.because.pattern },
        ...(finding.because.check === undefined
          ? []
          : [{ label: words.finding.check, value: finding.because.check }]),
        { label: words.finding.score, value: `${Math.round(finding.score * 100)} %` },
      ]),
];

/** Who found what here and why; the holder of the claim may have it revealed, or say that it is wrong. */
export function FindingDialog({ view, mark, text, slot, close }: Props) {
  const { send, problem } = useFeedback(view, { done: words.finding.wrongDone, close });
  const mine = view.claim?.mine === true && view.decided === undefined;
  const { finding, placeholder } = mark;
  const sayWrong = async () => {
    if (finding === undefined || slot === undefined) return;
    const { start, end, type } = finding;
    await send({ says: 'wrong', slot, start, end, type });
  };
  return (
    <Modal
      visible
      header={words.finding.title}
      onDismiss={close}
      footer={
        <DialogButtons>
          {mine && finding !== undefined && slot !== undefined && (
            <Button onClick={() => void sayWrong()}>{words.finding.wrong}</Button>
          )}
          <Button onClick={close}>{words.finding.close}</Button>
        </DialogButtons>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs columns={2} items={factsOf(mark, text)} />
        {placeholder !== undefined && mine && <RevealPanel caseId={view.caseId} placeholder={placeholder} />}
        {problem !== undefined && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}
