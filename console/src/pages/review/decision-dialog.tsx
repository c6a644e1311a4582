// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { DecisionBody } from '../../../../lambdas/api/decision-body.ts';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { ReviewSummary } from '../../../../lambdas/api/review-view.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useApi } from '../../context.ts';
import { DialogButtons } from '../../frame/dialog-buttons.tsx';
import { inZone } from '../../frame/when.tsx';
import { review as words } from '../../words/review.ts';
import { reviews } from '../../words/reviews.ts';
import { type Decision, reasonsFor, refusalOf } from './decide.ts';
import { bodyOf, type Edited, untouched } from './edit.ts';
import { ShownTextView } from './shown-text.tsx';
import { WordDiff } from './word-diff.tsx';

type Props = Readonly<{
  view: ReviewView;
  decision: Decision;
  /** With the decision `edit`. */
  edited: Edited | undefined;
  close: () => void;
  done: (after: ReviewSummary) => void;
  /** Somebody else was first, or the text is another now: what the page shows is old. */
  stale: () => void;
}>;

const introOf = ({ side }: ReviewView, decision: Decision): string =>
  decision === 'approve'
    ? side === 'prompt'
      ? words.decide.approvePrompt
      : words.decide.approveAnswer
    : decision === 'reject'
      ? side === 'prompt'
        ? words.decide.rejectPrompt
        : words.decide.rejectAnswer
      : words.decide[`${decision}Text`];

const staleCodes: readonly string[] = [
  'already-decided',
  'review-expired',
  'revision-changed',
  'claimed',
  'not-claimed',
];

/** The last look before a decision: exactly the revision it binds to, with placeholders. */
export function DecisionDialog({ view, decision, edited, close, done, stale }: Props) {
  const api = useApi();
  const reasons = reasonsFor[decision];
  const [reason, setReason] = useState<DecisionBody['reason'] | undefined>(
    decision === 'approve' || decision === 'retry' ? reasons[0] : undefined,
  );
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const noteMissing = note.trim() === '' && (reason === 'other' || decision === 'reject');
  const option = (each: DecisionBody['reason']) => ({ value: each, label: reviews.decisionReason[each] });

  const decide = async () => {
    setTried(true);
    if (reason === undefined || noteMissing) return;
    setDeciding(true);
    const body: DecisionBody = {
      decision,
      revision: view.revision,
      digest: view.digest,
      reason,
      ...(note.trim() === '' ? {} : { note }),
      ...(edited === undefined ? {} : { edit: bodyOf(view, edited) }),
    };
    try {
      done(await api.post<ReviewSummary>(`/v1/reviews/${view.caseId}/decision`, body));
    } catch (thrown) {
      const refused = thrown instanceof ApiProblem ? thrown : new ApiProblem(0);
      setProblem(refused);
      if (staleCodes.includes(refused.code)) stale();
    } finally {
      setDeciding(false);
    }
  };

  return (
    <Modal
      visible
      size="large"
      header={words.decide[`${decision}Title`]}
      onDismiss={close}
      footer={
        <DialogButtons>
          <Button variant="link" onClick={close}>
            {words.decide.cancel}
          </Button>
          <Button variant="primary" loading={deciding} onClick={() => void decide()}>
            {words.decide[decision]}
          </Button>
        </DialogButtons>
      }
    >
      <SpaceBetween size="m">
        <Box>{introOf(view, decision)}</Box>
        {decision === 'approve' && (
          <div className="airlock-exactly" role="region" aria-label={words.decide.approveTitle} tabIndex={0}>
            {view.texts?.map((shown, slot) => (
              <ShownTextView key={slot} shown={shown} />
            ))}
          </div>
        )}
        {edited !== undefined && (
          <div className="airlock-exactly" role="region" aria-label={words.editor.changes} tabIndex={0}>
            {edited.map((text, index) => (
              <WordDiff key={index} before={untouched(view)[index] ?? ''} after={text} />
            ))}
          </div>
        )}
        <FormField
          label={words.decide.reason}
          errorText={tried && reason === undefined ? words.decide.reasonMissing : undefined}
        >
          <Select
            selectedOption={reason === undefined ? null : option(reason)}
            placeholder={words.decide.chooseReason}
            options={reasons.map(option)}
            onChange={({ detail }) => setReason(reasons.find((each) => each === detail.selectedOption.value))}
          />
        </FormField>
        <FormField
          label={words.decide.note}
          description={words.decide.noteHint}
          errorText={tried && noteMissing ? words.decide.noteMissing : undefined}
          stretch
        >
          <Textarea
            value={note}
            rows={3}
            spellcheck={false}
            autoComplete="off"
            disableBrowserAutocorrect
            onChange={({ detail }) => setNote(detail.value)}
          />
        </FormField>
        {problem !== undefined && (
          <div role="alert">
            <Alert type="error">{refusalOf(problem, inZone)}</Alert>
          </div>
        )}
      </SpaceBetween>
    </Modal>
  );
}
