// SPDX-License-Identifier: Apache-2.0
import type { Message } from '../lambdas/records/request.ts';

/** What the stand-in makes of a prompt. */
export type Shown = Readonly<{
  /** The last text of the user's: what is asked. */
  asked: string;
  /** The same in lower case. */
  question: string;
  /** Sentences of the documents, or of the user's texts where there is no document, without what is asked. */
  sentences: readonly string[];
  /** Placeholders of all that was shown, in order, each once. */
  placeholders: readonly string[];
}>;

type Fenced = Readonly<{ kind: string; text: string }>;

const opening = /^<<<([\w-]{12,128}) (user|document|earlier-assistant)( \d{1,3})?$/;

/** The texts of a message by their fences (screening/fence.ts); a message without any is the user's own. */
function fences(content: string): Fenced[] {
  const found: Fenced[] = [];
  let open: { kind: string; closing: string; lines: string[] } | undefined;
  for (const line of content.split('\n')) {
    if (open === undefined) {
      const [, nonce, kind, index = ''] = opening.exec(line) ?? [];
      if (kind !== undefined) open = { kind, closing: `${kind}${index} ${nonce ?? ''}>>>`, lines: [] };
    } else if (line === open.closing) {
      found.push({ kind: open.kind, text: open.lines.join('\n') });
      open = undefined;
    } else open.lines.push(line);
  }
  return found.length === 0 ? [{ kind: 'user', text: content }] : found;
}

const placeholderPattern = /\[[A-Z_]{2,20}_\d{1,4}_[0-9A-Z]{2}(?:[+-]\d{1,6}d)?\]/g;

/** Links, markup and code could do something where they are repeated; headings and titles say nothing. */
const unfit = /[<>`|{}]|https?:|\]\(|^\s*(?:#|-{3}|={3}|Title: )/;

/** What the user wants done, as against what they tell. What follows its colon is told. */
const order =
  /^(?:please |can you |could you )?(?:summari[sz]e|write|draft|explain|list|tell|give|translate|rewrite|shorten|ignore|answer)\b[^:]*:?\s?/i;

/** A full stop after these ends no sentence. */
const afterSentence = /(?<=[.!?])(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Jr|Sr)\.)\s/;

const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !unfit.test(line))
    .flatMap((line) => line.split(afterSentence))
    .map((sentence) => sentence.trim())
    .filter((sentence) => !sentence.endsWith('?'))
    .map((sentence) => sentence.replace(order, ''))
    .filter((sentence) => sentence.length >= 12 && sentence.length <= 400);

export function readPrompt(messages: readonly Message[]): Shown {
  const texts = messages
    .filter((message) => message.role === 'user')
    .flatMap((message) => fences(message.content));
  const of = (kind: string) => texts.filter((each) => each.kind === kind).map((each) => each.text);
  const [documents, said] = [of('document').flatMap(sentencesOf), of('user')];
  const material = documents.length > 0 ? documents : said.flatMap(sentencesOf);
  const everything = texts.map((each) => each.text).join('\n');
  const asked = said.at(-1) ?? '';
  return {
    asked,
    question: asked.toLowerCase(),
    sentences: [...new Set(material)],
    placeholders: [...new Set(everything.match(placeholderPattern) ?? [])],
  };
}
