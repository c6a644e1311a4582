// SPDX-License-Identifier: Apache-2.0
import type { SlotView } from './check.ts';
import { englishWords, languagesOf } from './language-words.ts';
import { phrases } from './phrase.ts';
import { type Sentence, sentences } from './sentence.ts';
import { idlePhrases, orderVerbs, personal, questionPhrases, taskPhrases } from './task-phrases.ts';
import type { Token } from './token.ts';

const findTasks = phrases(taskPhrases);
const findIdle = phrases(idlePhrases);
const findQuestions = phrases(questionPhrases);

const leastOther = 12;
const longestTask = 60;
const mostTasks = 8;
/** So many other orders or questions make a document one of orders or questions. */
const enoughOthers = 2;

const isOrder = (tokens: readonly Token[]) => {
  const [first, second] = tokens;
  return orderVerbs.has((first?.word === 'please' ? second?.word : first?.word) ?? '');
};

/** Words that carry matter, cut to five letters so that inflections meet. */
const matter = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(
      ({ word }) =>
        word.length > 3 && !englishWords.has(word) && !languagesOf.has(word) && /^\p{L}+$/u.test(word),
    )
    .map(({ word }) => word.slice(0, 5));

/** Whether a sentence begins a line and has it, or all but a quotation, to itself. */
function standsAlone(folded: string, { start, end }: Sentence): boolean {
  const before = folded.slice(Math.max(0, start - 60), start);
  const after = folded.slice(end, end + 60);
  const opens =
    /(?:^|\n)[\s"'“¿¡#*/<!>-]{0,8}(?:\w{1,12}[ ,]){0,4}\w{0,12}[.!:]?\s?$/.test(before) || start < 8;
  const closes = /^[\s"'”’.?!*/>)-]{0,8}(?:\n|$)/.test(after) || /^[:?.]?\s{1,3}["'“‘]/.test(after);
  return opens && closes;
}

/** Whether a line only goes on with the sentence of the line before, as in text broken at a fixed width. */
function wrapped(slot: SlotView, start: number): boolean {
  const at = slot.place(start, start).start;
  const before = slot.text.slice(Math.max(0, at - 60), at);
  return (
    /^[^\n]{0,60}[^\n.?!:|] ?\n$/.test(before) &&
    !before.slice(0, 20).includes('\n') &&
    /^[a-z]/.test(slot.text.slice(at, at + 1))
  );
}

/** How much of a task's matter must be foreign to the rest of the document. */
const leastForeign = 0.5;

/** The share of a sentence's matter that the rest of the document does not speak of. */
function foreignness(tokens: readonly Token[], counts: ReadonlyMap<string, number>): number {
  const mine = new Map<string, number>();
  for (const stem of matter(tokens)) mine.set(stem, (mine.get(stem) ?? 0) + 1);
  const shared = Array.from(mine).filter(([stem, times]) => (counts.get(stem) ?? 0) > times).length;
  return mine.size === 0 ? 0 : 1 - shared / mine.size;
}

/** Requests in a document that have nothing to do with the rest of it, in folded offsets. */
export function strangeTasks(slot: SlotView): { weight: number; start: number; end: number }[] {
  const all = sentences(slot.tokens);
  const counts = new Map<string, number>();
  for (const stem of matter(slot.tokens)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const found: { weight: number; start: number; end: number; question: boolean; idle: boolean }[] = [];
  let orders = 0;
  let questions = 0;
  for (const sentence of all) {
    const { tokens, start, end } = sentence;
    const asks = /^["'”’)\s]{0,3}\?/.test(slot.folded.slice(end, end + 4));
    if (asks) questions += 1;
    else if (isOrder(tokens)) orders += 1;
    if (tokens.length < 3 || tokens.length > longestTask || wrapped(slot, start)) continue;
    const task =
      Math.max(0, ...findTasks(tokens).map(({ weight }) => weight)) / (amongPeople(tokens) ? 2 : 1);
    const question = asks && task === 0 && isGeneral(tokens) ? firstPerson(tokens) : 0;
    const weight = Math.max(task, question);
    if (weight === 0 || slot.tokens.length - tokens.length < leastOther) continue;
    if (foreignness(tokens, counts) < leastForeign) continue;
    const alone = standsAlone(slot.folded, sentence);
    found.push({
      weight: alone ? weight : weight / 2,
      start,
      end,
      question: asks,
      idle: findIdle(tokens).length > 0,
    });
  }
  // In a checklist, a procedure or a questionnaire one more order or question is nothing strange.
  let softened = 0;
  return found.slice(0, mostTasks).flatMap((each) => {
    const others = (each.question ? questions : orders) - 1;
    if (each.idle || others < enoughOthers) return [each];
    softened += 1;
    return softened === 1 ? [{ ...each, weight: each.weight / others }] : [];
  });
}

/** "Explain it to your accountant", "send us a list": between people who know one another. */
const amongPeople = (tokens: readonly Token[]) =>
  tokens.some(({ word }) => word === 'your' || word === 'our' || word === 'us' || word === 'we');

const auxiliaries = new Set(['do', 'can', 'would', 'should', 'could', 'will']);

function isGeneral(tokens: readonly Token[]): boolean {
  if (findQuestions(tokens).length === 0) return false;
  const [asked, ...rest] = tokens.map(({ word }) => word);
  const how = asked === 'how' && auxiliaries.has(rest[0] ?? '');
  // "Who can come?" asks the reader; "how do I" asks whoever knows.
  if (!how && auxiliaries.has(rest[0] ?? '') && asked === 'who') return false;
  return !rest
    .slice(how ? 2 : 0)
    .some((word) => personal.has(word) && !(how && (word === 'my' || word === 'i')));
}

const firstPerson = (tokens: readonly Token[]) => (tokens.some(({ word }) => word === 'my') ? 0.4 : 0.6);
