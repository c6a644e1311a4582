// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useDeferredValue } from 'react';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { When } from '../../frame/when.tsx';
import { review as words } from '../../words/review.ts';
import { type Edited, editable, mistakeIn, untouched } from './edit.ts';
import type { Saved } from './use-draft.ts';
import { WordDiff } from './word-diff.tsx';

type Props = Readonly<{
  view: ReviewView;
  edited: Edited;
  saved: Saved;
  /** Whether the claim is still there: without one nothing can be sent. */
  mine: boolean;
  /** Begun earlier, and found again. */
  restored: boolean;
  onChange: (edited: Edited) => void;
  discard: () => void;
  send: () => void;
}>;

const indicator = { saving: 'loading', saved: 'success', failed: 'warning' } as const;
const said = { saving: words.editor.saving, saved: words.editor.saved, failed: words.editor.notSaved };

const SavedState = ({ saved: { state, at } }: Readonly<{ saved: Saved }>) => (
  <div aria-live="polite">
    {state !== 'none' && (
      <StatusIndicator type={indicator[state]}>
        {said[state]} {at !== undefined && <When at={at} />}
      </StatusIndicator>
    )}
  </div>
);

/** The texts under review as edit boxes, with what has changed below, word by word. */
export function EditPanel({ view, edited, saved, mine, restored, onChange, discard, send }: Props) {
  const original = untouched(view);
  const shown = useDeferredValue(edited);
  const mistake = mistakeIn(view, edited);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={words.editor.intro}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={discard}>{words.editor.discard}</Button>
              <Button
                variant="primary"
                disabled={mistake !== undefined || !mine}
                disabledReason={
                  mine ? (mistake === undefined ? '' : words.editor[mistake]) : words.claimFirst
                }
                onClick={send}
              >
                {words.editor.send}
              </Button>
            </SpaceBetween>
          }
        >
          {words.editor.title}
        </Header>
      }
      footer={<SavedState saved={saved} />}
    >
      <SpaceBetween size="l">
        {restored && <Alert header={words.editor.restored}>{words.editor.restoredText}</Alert>}
        {!mine && <Alert type="warning">{words.editor.claimOver}</Alert>}
        {mistake === 'hiddenLeft' && <Alert type="warning">{words.editor.hiddenLeft}</Alert>}
        {editable(view).map(({ kind }, index) => (
          <FormField
            key={index}
            label={words.editor.textOf(words.kind[kind], index + 1)}
            errorText={edited[index]?.trim() === '' ? words.editor.empty : undefined}
            stretch
          >
            <Textarea
              value={edited[index] ?? ''}
              rows={Math.min(20, Math.max(3, Math.ceil((edited[index] ?? '').length / 90)))}
              spellcheck={false}
              autoComplete="off"
              disableBrowserAutocorrect
              onChange={({ detail }) =>
                onChange(edited.map((text, at) => (at === index ? detail.value : text)))
              }
            />
          </FormField>
        ))}
        <SpaceBetween size="xs">
          <Box variant="h3">{words.editor.changes}</Box>
          {mistake === 'unchanged' && <Box>{words.editor.unchanged}</Box>}
          {shown.map((text, index) =>
            text === original[index] ? null : (
              <WordDiff key={index} before={original[index] ?? ''} after={text} />
            ),
          )}
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}
