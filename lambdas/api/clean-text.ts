// SPDX-License-Identifier: Apache-2.0
import { dropNeverStored } from '../privacy/drop-never-stored.ts';
import type { ContextDocument, Message } from '../records/request.ts';
import { Problem } from './problems.ts';

const longestTitle = 200;

/**
 * Takes out of a text what may never be stored, in memory, before anything is written.
 * @throws Problem unavailable when that cannot be checked: then nothing may be written
 */
export function cleanText(text: string): Readonly<{ text: string; dropped: number }> {
  try {
    return dropNeverStored(text);
  } catch {
    throw new Problem('unavailable');
  }
}

/** The same for all texts of a prompt. */
export function cleanPrompt(prompt: {
  messages: readonly Message[];
  documents: readonly ContextDocument[];
}): { messages: Message[]; documents: ContextDocument[]; dropped: number } {
  let dropped = 0;
  const clean = (text: string): string => {
    const result = cleanText(text);
    dropped += result.dropped;
    return result.text;
  };
  const messages = prompt.messages.map((message) => ({ ...message, content: clean(message.content) }));
  const documents = prompt.documents.map(({ title, content }) => ({
    // What stands for a dropped value may be longer than the value.
    ...(title === undefined ? {} : { title: clean(title).slice(0, longestTitle).toWellFormed() }),
    content: clean(content),
  }));
  return { messages, documents, dropped };
}
