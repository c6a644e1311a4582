// SPDX-License-Identifier: Apache-2.0
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import type { ShownText } from '../../../../lambdas/api/shown-texts.ts';
import type { DecisionBody } from '../../../../lambdas/api/decision-body.ts';
import type { DraftContent } from '../../../../lambdas/records/content.ts';

/** The edited texts, position by position as in `texts` of the review. */
export type Edited = readonly string[];
export type EditBody = NonNullable<DecisionBody['edit']>;
export type DraftEdit = NonNullable<DraftContent['edit']>;

const mask = '█';

/** What can be edited: of an answer its text only, of a prompt everything. */
export const editable = ({ texts = [] }: ReviewView): readonly ShownText[] =>
  texts.filter(({ kind }) => kind !== 'reasoning' && kind !== 'tool-call');

/** Whether there is something to edit: a text that is hidden whole cannot be. */
export const canEdit = (view: ReviewView): boolean =>
  editable(view).length > 0 && editable(view).every(({ masked }) => !masked);

export const untouched = (view: ReviewView): Edited => editable(view).map(({ text }) => text);

/** Texts in the order of slots (lambdas/records/slots.ts) as a body: messages, then each document's title before its text. */
export function bodyOf(view: ReviewView, edited: Edited): EditBody {
  const parts = editable(view).map(({ kind }, index) => ({ kind, text: edited[index] ?? '' }));
  if (view.side === 'answer') return { text: parts[0]?.text ?? '' };
  const messages = parts.flatMap(({ kind, text }) =>
    kind === 'user' || kind === 'assistant' ? [{ role: kind, content: text }] : [],
  );
  const documents = parts.flatMap(({ kind, text }, index) => {
    if (kind !== 'document') return [];
    const before = parts[index - 1];
    return [{ ...(before?.kind === 'title' ? { title: before.text } : {}), content: text }];
  });
  return { messages, documents };
}

/** A draft's texts, where they still fit the review. */
export function editedFrom(view: ReviewView, draft: DraftEdit): Edited | undefined {
  const texts =
    'text' in draft
      ? [draft.text]
      : [
          ...draft.messages.map(({ content }) => content),
          ...draft.documents.flatMap(({ title, content }) =>
            title === undefined ? [content] : [title, content],
          ),
        ];
  return texts.length === editable(view).length ? texts : undefined;
}

/** What keeps an edit from being sent. */
export function mistakeIn(
  view: ReviewView,
  edited: Edited,
): 'unchanged' | 'empty' | 'hiddenLeft' | undefined {
  if (edited.some((text) => text.trim() === '')) return 'empty';
  if (edited.some((text) => text.includes(mask))) return 'hiddenLeft';
  return edited.every((text, index) => text === untouched(view)[index]) ? 'unchanged' : undefined;
}
