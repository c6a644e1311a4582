// SPDX-License-Identifier: Apache-2.0
import { stateCodes, units } from './street-words.ts';

const between = /(?:[ \t]?,)?(?:[ \t]{1,3}|[ \t]?\r?\n[> \t]{0,8}(?:,[ \t]?)?)|,/y;
const token =
  /(?<number>\d{2,6}(?:-\d{2,4})?(?![\p{L}\d])|\d{1,5}[A-Za-z]?(?![\p{L}\d])|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)|(?<unit>#?UNITS\.?(?!\p{L}))|(?<state>STATES(?!\p{L}))|\([\p{L} -]{2,20}\)|(?<word>\p{Lu}[\p{L}\p{M}'’.-]{0,30}|(?:de|del|della|di|do|da|dos|la|le|les|los|el|den|der|van|von|am|an|sur|of|the|upon|nan|and)(?!\p{L}))/uy;
const tokens = new RegExp(token.source.replace('UNITS', `(?:${units})`).replace('STATES', stateCodes), 'iuy');
const cased = new RegExp(token.source.replace('UNITS', units).replace('STATES', stateCodes), 'uy');

/** Words that begin a new thought even in capitals. */
const stop =
  /^(?:The|He|She|His|Her|They|Patient|Pt|Please|Phone|Tel|Fax|Email|E-mail|Mobile|MRN|DOB|SSN|Name|Date|And|Is|Was|Has|On|At|For|With|I|My|We|Our|It|In|Correo|Teléfono|Tfno|Médico|Fecha|Localidad|CP|País)\.?$/;

const read = (regexp: RegExp, text: string, at: number) => {
  regexp.lastIndex = at;
  return regexp.exec(text);
};

/**
 * How far an address goes on after its street: unit, place, state, postcode, country, on the same line or on
 * the next ones. Words on a further line count only when a number, a state or a unit follows them. Returns
 * the end in UTF-16 units; at most 14 words are read. `lower` reads lower-case words as places too.
 */
export function addressTail(text: string, from: number): number {
  let sure = from;
  let at = from;
  let newLine = false;
  let commas = 0;
  for (let count = 0; count < 14; count += 1) {
    const gap = read(between, text, at);
    if (gap === null || gap[0] === '') break;
    newLine ||= gap[0].includes('\n');
    commas += gap[0].includes(',') ? 1 : 0;
    const next = read(cased, text, at + gap[0].length) ?? lowerUnit(text, at + gap[0].length);
    if (next === null) break;
    const word = next.groups?.['word'];
    if (word !== undefined && (stop.test(word) || text.charAt(next.index + word.length) === ':')) break;
    at = next.index + next[0].length;
    const settles =
      next.groups?.['number'] !== undefined ||
      next.groups?.['state'] !== undefined ||
      next[0].startsWith('(');
    // A place follows a comma, or stands on the street's own line before something that settles it.
    const place = word !== undefined && !newLine && commas > 0 && /^\p{Lu}/u.test(word);
    if (settles || place) sure = at;
    if (/\.$/.test(next[0]) && word !== undefined && !/^(?:St|Ste|Mt|Ft)\.$/.test(word)) {
      if (place) sure = at - 1;
      break;
    }
  }
  return sure;
}

const lowerUnit = (text: string, at: number) => {
  const match = read(tokens, text, at);
  return match?.groups?.['unit'] === undefined ? null : match;
};
