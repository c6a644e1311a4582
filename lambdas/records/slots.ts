// SPDX-License-Identifier: Apache-2.0
import type { ContextDocument, Message } from './request.ts';

/** One stretch of text of a prompt. Findings and evidence count their offsets within a slot. */
export type Slot = Readonly<
  | { kind: 'message'; role: Message['role']; text: string }
  /** `part`: a document's title is a slot of its own. */
  | { kind: 'document'; part: 'title' | 'document'; text: string }
>;
type Texts = Readonly<{ messages: readonly Message[]; documents: readonly ContextDocument[] }>;

/** The texts of a prompt in slot order: the messages, then of each document its title, if it has one, and its content. */
export const slotsOf = ({ messages, documents }: Texts): Slot[] => [
  ...messages.map(({ role, content }) => ({ kind: 'message' as const, role, text: content })),
  ...documents.flatMap(({ title, content }) => [
    ...(title === undefined ? [] : [{ kind: 'document' as const, part: 'title' as const, text: title }]),
    { kind: 'document' as const, part: 'document' as const, text: content },
  ]),
];

/** The same prompt with other texts, given in slot order. */
export function withSlots(
  { messages, documents }: Texts,
  texts: readonly string[],
): { messages: Message[]; documents: ContextDocument[] } {
  const left = [...texts];
  const next = () => left.shift() ?? '';
  return {
    messages: messages.map(({ role }) => ({ role, content: next() })),
    documents: documents.map(({ title }) => ({
      ...(title === undefined ? {} : { title: next() }),
      content: next(),
    })),
  };
}
