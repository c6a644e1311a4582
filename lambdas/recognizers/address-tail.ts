// SPDX-License-Identifier: Apache-2.0
import { stateCodes, units } from './street-words.ts';

const between = /[ \t]?,[ \t]{0,3}(?:\r?\n[> \t]{0,8})?|[ \t]{1,3}|[ \t]?\r?\n[> \t]{0,8}(?:,[ \t]?)?/y;
const number =
  '\\d{2,6}(?:-\\d{2,4})?(?![\\p{L}\\d])|\\d{1,5}[A-Za-z]?(?![\\p{L}\\d])|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?![\\p{L}\\d])|[A-Z]\\d[A-Z] \\d[A-Z]\\d';
const connectors = 'de|del|della|di|do|da|dos|la|le|les|los|el|den|der|van|von|am|an|sur|of|the|upon|nan|and';
const unitWords = units
  .split('|')
  .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
  .join('|');
const rest = `(?<unit>(?:#|(?:${unitWords})\\.?(?![\\p{L}])))|(?<number>${number})|(?<state>(?:${stateCodes})(?![\\p{L}]))|(?<aside>\\([\\p{L} -]{2,20}\\))`;
const capitals = new RegExp(
  `${rest}|(?<word>\\p{Lu}[\\p{L}\\p{M}'’.∆-]{0,30}|(?:${connectors})(?![\\p{L}]))`,
  'uy',
);
const anyCase = new RegExp(`${rest}|(?<word>\\p{L}[\\p{L}\\p{M}'’.∆-]{0,30})`, 'iuy');

/** Words that begin a new thought, even in capitals. */
const stop =
  /^(?:the|he|she|his|her|they|patient|pt|please|phone|tel|fax|email|e-mail|mobile|mrn|dob|ssn|name|date|is|was|has|had|at|for|with|i|my|we|our|it|in|on|last|after|before|to|from|when|who|which|because|so|but|if|that|this|today|tomorrow|yesterday|thanks|thank|can|could|correo|teléfono|tfno|médico|fecha|localidad|cp|país|he's|i'm)\.?$/i;

/**
 * How far an address goes on after its street: unit, place, state, postcode, country, on the same line and
 * on the next ones. A place must follow a comma, a unit or the indentation of a next line; on a plain next
 * line it counts only if a number or a state comes after it. Streets in lower case have places in lower
 * case. Returns the end in UTF-16 units, `to` or later; reads at most 16 words.
 */
export function addressTail(text: string, from: number, to: number): number {
  const street = text.slice(from, to);
  const token = /\p{Lu}/u.test(street) ? capitals : anyCase;
  let open = new RegExp(`(?:${units})\\.?\\s?#?[A-Za-z]?-?\\d{1,5}[A-Za-z]?$`, 'i').test(street);
  let end = to;
  let at = to;
  for (let count = 0; count < 16; count += 1) {
    const gap = read(between, text, at);
    if (gap === null) break;
    const next = read(token, text, at + gap[0].length);
    if (next === null) break;
    const { word, state, unit, aside } = next.groups ?? {};
    const past = next.index + next[0].length;
    if (text.charAt(past) === ':' || (word !== undefined && stop.test(word))) break;
    if (gap[0].includes(',') || /\n[> \t]/.test(gap[0])) open = true;
    else if (gap[0].includes('\n')) open = false;
    at = past;
    const settled = word === undefined ? unit === undefined : open && !/^\p{Ll}+$/u.test(word);
    if (settled || (word !== undefined && open && token === anyCase)) end = at;
    if (unit !== undefined || state !== undefined || aside !== undefined) open = true;
    // A full stop ends the sentence, and the address with it.
    if (word?.endsWith('.') === true && !/^(?:st|ste|mt|ft)\.$/i.test(word))
      return end === at ? end - 1 : end;
  }
  return end;
}

const read = (regexp: RegExp, text: string, at: number) => {
  regexp.lastIndex = at;
  return regexp.exec(text);
};
