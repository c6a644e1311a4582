// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import type { Edit } from './rewrite.ts';

const spoken: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  niner: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
  ocho: '8',
  nueve: '9',
  null: '0',
  eins: '1',
  zwei: '2',
  zwo: '2',
  drei: '3',
  vier: '4',
  fünf: '5',
  sechs: '6',
  sieben: '7',
  acht: '8',
  neun: '9',
  zéro: '0',
  un: '1',
  deux: '2',
  trois: '3',
  quatre: '4',
  cinq: '5',
  sept: '7',
  huit: '8',
  neuf: '9',
};
const tens: Readonly<Record<string, string>> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
};
const marks: Readonly<Record<string, string>> = {
  dash: '-',
  hyphen: '-',
  minus: '-',
  dot: '.',
  point: '.',
  period: '.',
  slash: '/',
  plus: '+',
  space: ' ',
  tiret: '-',
  guion: '-',
  guión: '-',
  strich: '-',
  bindestrich: '-',
};
const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3 };

const words = [spoken, tens, marks, repeats]
  .flatMap((table) => Object.keys(table))
  .sort((a, b) => b.length - a.length);
const word = `(?:${words.join('|')}|\\d{1,4})`;
const run = new RegExp(`(?<![\\p{L}\\d])${word}(?:[\\s,.-]{1,3}${word}){4,60}(?![\\p{L}\\d])`, 'giu');
const candidate =
  /(?:zero|one|two|three|four|five|six|seven|eight|nine|dos|tres|cuatro|cinco|zwei|drei|vier|deux|trois|quatre)[\s,.-]/i;

function written(stretch: string): string | undefined {
  let digits = '';
  let words = 0;
  let times = 1;
  let open = '';
  for (const token of stretch.toLowerCase().split(/[\s,.-]+/)) {
    const unit = spoken[token];
    const ten = tens[token];
    if (token in repeats) times = repeats[token] ?? 1;
    else if (ten !== undefined) {
      digits += open;
      open = `${ten}0`;
      words += 1;
    } else if (unit !== undefined) {
      digits +=
        open !== '' && unit.length === 1 && unit !== '0' ? open.charAt(0) + unit : open + unit.repeat(times);
      [open, times] = ['', 1];
      words += 1;
    } else {
      digits += open + (marks[token] ?? token);
      open = '';
    }
  }
  digits += open;
  return words >= 4 && digits.replaceAll(/\D/g, '').length >= 5 ? digits : undefined;
}

/** Numbers spelled out ("one two three dash four five", "double five", "forty-two") as edits to digits; English, Spanish, German, French. */
export function spokenDigits(text: string): Edit[] {
  if (!candidate.test(text)) return [];
  return matchesOf(run, text).flatMap((match) => {
    const plain = written(match[0]);
    return plain === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, text: plain }];
  });
}
