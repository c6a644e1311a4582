// SPDX-License-Identifier: Apache-2.0
import type { SlotView } from './check.ts';
import { englishWords } from './language-words.ts';
import { phrases, type PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

const works =
  'essay|poem|story|speech|script|function|code|program|song|haiku|article|recipe|joke|blog|introduction|paragraph|itinerary|command|example|insights|overview|tutorial|lyrics|slogan|list|equivalent|sonnet|limerick|novel|dialogue|letter|email|tweet|post|riddle|quiz|plan|query|regex|algorithm|class|snippet|formula|review|summary|guide|outline|proof|explanation|translation|sentence|definition|ideas|tips|strategies|book|movie|getaways|restaurants|places|lasagna|steps';

// What somebody asks an assistant to do, at the start of a sentence, and how certain it is that it is a task of that kind.
const tasks: PhraseTable = [
  [
    0.6,
    `^ write|draft|compose|develop|create|generate|craft|provide|produce|tell|give|design|show|recommend|suggest|offer|list|prepare|build|make ..6 ${works}`,
    '^ write|draft|compose ..1 a|an|me|some',
    `^ can|could|would|please|help|kindly|now ..3 write|draft|compose|generate|create|show|tell|give|help|explain|classify|translate|recommend|suggest|provide|describe|summarize|solve|convert|calculate|analyze|define|list`,
    '^ help me ..2 with|write|find|understand|to|plan|solve|create|draft',
    '^ explain|describe|summarize|summarise|translate|define|analyze|analyse|compare|outline|discuss|paraphrase|rewrite|solve|calculate|convert|classify|elaborate|interpret|determine|identify|recommend|suggest|recite|brainstorm|simulate|evaluate|predict|imagine|name|prove|simplify|find ..1 the|a|an|how|why|what|this|these|whether|in|between|some|three|five|two|all|following|if|weekend|good|me|your|ten|one|of|main|sentiment|every|any|key',
    '^ break down',
    '^ give|tell|show|teach|find|walk|bring|list me',
    '^ list|name|recommend|suggest ..1 the|all|some|a|an|five|three|ten|good',
    '^ what s|is ..5 in english|spanish|french|german|italian|portuguese|russian|japanese|chinese|korean|arabic|latin|hindi',
    '^ provide|give ..1 a|an|the|some|me|insights|details|information',
    '^ escribe|redacta|compon|crea|genera|desarrolla|recomienda|sugiere|dame|proporciona ..4 poema|cuento|historia|ensayo|articulo|discurso|codigo|programa|funcion|receta|cancion|chiste|lista|resumen|ejemplo|ideas|libro|pelicula|script|guion',
    '^ explica|describe|resume|traduce|analiza|define|calcula ..1 el|la|los|las|un|una|como|que|por|siguiente',
    'determine|analyze|classify|identify|detect ..3 sentiment|mood|tone|emotion|language',
    'is|are this|the|that ..2 feedback|review|comment|sentence|tweet|statement ..2 positive|negative|sarcastic',
  ],
];
// Questions that anyone could ask anybody: they do not speak of the reader, the writer or the matter at hand.
const questions: PhraseTable = [
  [
    0.6,
    '^ what|who|which|why|where|when|how',
    '^ what|who|where|how s',
    '^ how do|can|would|should i|you|one|we',
    '^ cual|cuales|quien|quienes ..1 es|son|fue|escribio|invento|pinto|descubrio|gano|eran',
    '^ como se|funciona|funcionan|puedo',
    '^ que|donde|cuando|por ..2 es|son|fue|ocurrio|esta',
    '^ tell me what|who|how|why|about',
  ],
];
const findTasks = phrases(tasks);
const findQuestions = phrases(questions);

const personal = new Set(
  'you your yours we our ours us he she they his him her them their my mine this that these those it its i me am today yesterday tomorrow here usted ustedes tu te su sus mi mis nuestro nuestra me le les este esta esto ese esa'.split(
    ' ',
  ),
);
const leastOther = 12;
const longestTask = 60;

type Sentence = Readonly<{ tokens: readonly Token[]; start: number; end: number }>;

function sentences(tokens: readonly Token[]): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    if (tokens[index + 1]?.sentence === token.sentence) return;
    const [first, part] = [tokens[from], tokens.slice(from, index + 1)];
    if (first !== undefined) found.push({ tokens: part, start: first.start, end: token.end });
    from = index + 1;
  });
  return found;
}

/** Words that carry matter, cut to five letters so that inflections meet. */
const matter = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(({ word }) => word.length > 3 && !englishWords.has(word) && /^\p{L}+$/u.test(word))
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

/** Requests in a document that have nothing to do with the rest of it, in folded offsets. */
export function strangeTasks(slot: SlotView): { weight: number; start: number; end: number }[] {
  const all = sentences(slot.tokens);
  const counts = new Map<string, number>();
  for (const stem of matter(slot.tokens)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const found: { weight: number; start: number; end: number; question: boolean }[] = [];
  for (const sentence of all) {
    const { tokens, start, end } = sentence;
    if (tokens.length < 3 || tokens.length > longestTask || wrapped(slot, start)) continue;
    const asks = /^["'”’)\s]{0,3}\?/.test(slot.folded.slice(end, end + 4));
    const task =
      Math.max(0, ...findTasks(tokens).map(({ weight }) => weight)) / (amongPeople(tokens) ? 2 : 1);
    const question = asks && task === 0 && isGeneral(tokens) ? firstPerson(tokens) : 0;
    const weight = Math.max(task, question);
    if (weight === 0) continue;
    const own = matter(tokens);
    const mine = new Map<string, number>();
    for (const stem of own) mine.set(stem, (mine.get(stem) ?? 0) + 1);
    const shared = Array.from(mine).filter(([stem, times]) => (counts.get(stem) ?? 0) > times).length;
    const foreign = mine.size === 0 ? 0 : 1 - shared / mine.size;
    if (foreign < 0.6 || slot.tokens.length - tokens.length < leastOther) continue;
    const alone = standsAlone(slot.folded, sentence);
    found.push({ weight: alone ? weight : weight / 2, start, end, question: task === 0 });
  }
  // A page of questions is a questionnaire, a page of tasks an exercise sheet: what it is about cannot be told.
  const asked = found.filter(({ question }) => question).length;
  return found
    .map((each) =>
      (each.question ? asked : found.length - asked) > 3 ? { ...each, weight: each.weight / 4 } : each,
    )
    .slice(0, 8);
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
