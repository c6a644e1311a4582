// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { memo } from 'react';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { ShownText } from '../../../../lambdas/api/shown-texts.ts';
import { review as words } from '../../words/review.ts';
import { type Evidence, type Looked, ShownTextView } from './shown-text.tsx';

type Part = Readonly<{ shown: ShownText; slot: number; evidence: readonly Evidence[] }>;
type PaneProps = Readonly<{
  title: string;
  name: string;
  parts: readonly Part[];
  onMark: (looked: Looked) => void;
}>;

const Pane = ({ title, name, parts, onMark }: PaneProps) => (
  <Container fitHeight header={<Header variant="h2">{title}</Header>}>
    <SpaceBetween size="m">
      {parts.map(({ shown, slot, evidence }) => (
        <ShownTextView
          key={slot}
          shown={shown}
          evidence={evidence}
          onMark={onMark}
          position={name === 'text' ? slot : undefined}
          slot={`${name}-${slot}`}
        />
      ))}
    </SpaceBetween>
  </Container>
);

const isDocument = ({ shown }: Part) => shown.kind === 'document' || shown.kind === 'title';

const partsOf = (texts: readonly ShownText[] = [], reasons: ReviewView['reasons'] = []): Part[] =>
  texts.map((shown, slot) => ({
    shown,
    slot,
    evidence: reasons.flatMap(({ evidence, sentence }) =>
      evidence
        .filter((each) => each.slot === slot)
        .map(({ start, end }) => ({ start, end, because: sentence })),
    ),
  }));

type Props = Readonly<{ view: ReviewView; onMark: (looked: Looked) => void }>;

/** Prompt and answer side by side, or a prompt and its documents. Long texts are not drawn again while somebody types. */
export const TextsPanel = memo(function TextsPanel({ view, onMark }: Props) {
  const own = partsOf(view.texts, view.reasons);
  const prompt = view.side === 'prompt' ? own : partsOf(view.context);
  const name = view.side === 'prompt' ? 'text' : 'context';
  const documents = prompt.filter(isDocument);
  const messages = prompt.filter((part) => !isDocument(part));
  const right =
    view.side === 'answer' ? (
      <Pane title={words.answer} name="text" parts={own} onMark={onMark} />
    ) : (
      documents.length > 0 && <Pane title={words.documents} name={name} parts={documents} onMark={onMark} />
    );
  return (
    <SpaceBetween size="l">
      <ColumnLayout columns={right === false ? 1 : 2}>
        <Pane title={words.prompt[view.side]} name={name} parts={messages} onMark={onMark} />
        {right}
      </ColumnLayout>
      {view.side === 'answer' && documents.length > 0 && (
        <Pane title={words.documents} name={name} parts={documents} onMark={onMark} />
      )}
    </SpaceBetween>
  );
});
