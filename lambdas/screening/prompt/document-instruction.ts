// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal, SlotView } from './check.ts';
import { documentPhrases } from './document-phrases.ts';
import { strangeTasks } from './document-task.ts';
import { phrases, signalled } from './phrase.ts';

const search = phrases(documentPhrases);
// What a letter legitimately asks its reader to put into an answer: the reader's own particulars.
const particulars =
  /\b(?:your|the|this|a) (?:\w{1,20} ){0,2}(?:(?:account|order|policy|claim|member|case|ticket|invoice|phone|tracking|reference|customer|file|contract) (?:number|id|no)|reference|full name|name and|address|availability|receipt|date of birth|copy|subject line|contact details)\b/;

/** Text hidden from whoever looks at a rendered page. */
const hiddenMarkup =
  /<!--([^>]{0,600})-->|<[a-z]{1,10}[^>]{0,200}(?:display:\s?none|visibility:\s?hidden|font-size:\s?0|color:\s?(?:white|#fff))[^>]{0,200}>/g;
const imperativeInside =
  /\b(?:ignore|disregard|say|state|output|respond|reply|tell|write|include|assistant|ai|instructions?|must|you are|we might|instead|follow|click|password|compromised|admit|summary)\b/;

function hidden(slot: SlotView): Signal[] {
  return Array.from(slot.folded.matchAll(hiddenMarkup))
    .filter((match) => match[1] === undefined || imperativeInside.test(match[1]))
    .slice(0, 4)
    .map((match) => ({
      code: 'document-instruction',
      weight: 0.5,
      ...slot.place(match.index, match.index + match[0].length),
    }));
}

/** A document is data: what addresses whoever answers, or sets a task of its own, is an attack. */
export const documentInstruction: PromptCheck = {
  name: 'document-instruction',
  looksAt: 'document',
  check(slot) {
    const addressed = search(slot.tokens).filter(
      ({ start, end }) => !particulars.test(slot.folded.slice(start, end + 40).split(/[\n.?!]/)[0] ?? ''),
    );
    return [
      ...signalled(slot, 'document-instruction', addressed),
      ...signalled(slot, 'document-instruction', strangeTasks(slot)),
      ...hidden(slot),
    ];
  },
};

/** Quoted pages inside a message can hide text from the reader in the same way. */
export const hiddenMarkupInMessage: PromptCheck = {
  name: 'hidden-markup',
  looksAt: 'message',
  check: hidden,
};
