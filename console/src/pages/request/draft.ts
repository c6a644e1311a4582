// SPDX-License-Identifier: Apache-2.0
import type { Request } from '../../../../lambdas/records/request.ts';

/** What the API takes at most, in UTF-16 code units (lambdas/records/request.ts). */
export const mostCharacters = 200_000;

export type DraftDocument = Readonly<{ key: number; title: string; content: string }>;
/** What somebody is writing. It lives in the page only. */
export type Draft = Readonly<{ policy: string; text: string; documents: readonly DraftDocument[] }>;

export const emptyDraft: Draft = { policy: '', text: '', documents: [] };

export const lengthOf = ({ text, documents }: Draft): number =>
  documents.reduce((sum, each) => sum + each.title.length + each.content.length, text.length);

export type Mistakes = Readonly<{ text: boolean; tooLong: boolean; documents: readonly number[] }>;

/** What keeps a draft from being sent; undefined when nothing does. */
export function mistakesIn(draft: Draft): Mistakes | undefined {
  const mistakes: Mistakes = {
    text: draft.text.trim() === '',
    tooLong: lengthOf(draft) > mostCharacters,
    documents: draft.documents.filter(({ content }) => content.trim() === '').map(({ key }) => key),
  };
  return mistakes.text || mistakes.tooLong || mistakes.documents.length > 0 ? mistakes : undefined;
}

/** The body of POST /v1/requests. */
export const bodyOf = ({ policy, text, documents }: Draft, conversation?: string): Request => ({
  policy,
  messages: [{ role: 'user', content: text }],
  documents: documents.map(({ title, content }) => ({
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    content,
  })),
  ...(conversation === undefined ? {} : { conversation }),
});
