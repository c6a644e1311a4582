// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';

// Labels of turns in an invented dialogue (Anil et al. 2024, "Many-shot jailbreaking").
const machine =
  /(?:^|[\n.?!>"'」])\s{0,3}(?:assistant|ai|chatgpt|gpt|bot|chatbot|model|claude|gemini|ai assistant|llm)\s{0,2}[:：>]/g;
// Questions and answers by initials: Q/A, S/C (Turkish), F/A (German), P/R (Spanish), Q/R (French).
const question =
  /(?:^|[\s"'])(?:q|s|f|p|question|frage|pregunta|pergunta|domanda|вопрос|в|問|问|प्रश्न|প্রশ্ন|س|hoi|hỏi|tanong|soru|pytanie)\s{0,2}\d{0,2}\s{0,2}(?:[:：]|ः)/g;
const answer =
  /(?:^|[\s"'.?!？])(?:a|c|r|answer|antwort|respuesta|resposta|risposta|ответ|о|答|उत्तर|উত্তর|ج|đap|tra loi|sagot|cevap|odpowiedz)\s{0,2}\d{0,2}\s{0,2}(?:[:：]|ः)/g;

const place = (slot: Parameters<PromptCheck['check']>[0], code: Signal['code'], weight: number): Signal => ({
  code,
  weight,
  start: 0,
  end: slot.text.length,
});
const count = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length;

/** Many invented turns, by which a model is led to go on as they did. */
export const manyShot: PromptCheck = {
  name: 'many-shot',
  looksAt: 'both',
  check(slot) {
    const turns = count(slot.folded, machine);
    if (turns >= 3) return [place(slot, 'many-shot', turns >= 8 ? 1 : 0.6)];
    // Lists of questions and answers are ordinary in documents.
    if (slot.kind === 'document') return [];
    const pairs = Math.min(count(slot.folded, question), count(slot.folded, answer));
    if (pairs >= 4) return [place(slot, 'many-shot', 0.5)];
    return turns > 0 || pairs >= 2 ? [place(slot, 'many-shot', 0.2)] : [];
  },
};
