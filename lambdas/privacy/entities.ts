// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import type { Edit } from './rewrite.ts';

// Named references (HTML, section 13.5) that identifiers are written with; accented letters are composed below.
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
  ZeroWidthSpace: '',
  NoBreak: '',
  Tab: '\t',
  NewLine: '\n',
  commat: '@',
  period: '.',
  comma: ',',
  colon: ':',
  semi: ';',
  sol: '/',
  bsol: '\\',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '\u2014',
  minus: '-',
  plus: '+',
  num: '#',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  lbrack: '[',
  rsqb: ']',
  rbrack: ']',
  lcub: '{',
  rcub: '}',
  excl: '!',
  quest: '?',
  equals: '=',
  percnt: '%',
  dollar: '$',
  ast: '*',
  grave: '`',
  vert: '|',
  verbar: '|',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  lstrok: 'ł',
  Lstrok: 'Ł',
  dstrok: 'đ',
  Dstrok: 'Đ',
  inodot: 'ı',
};
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030C',
  ogon: '\u0328',
  ring: '\u030A',
  breve: '\u0306',
  macr: '\u0304',
  dot: '\u0307',
};
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,16}));/g;
const accented = /^([A-Za-z])([a-z]{3,5})$/;

const character = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;

function byName(name: string): string | undefined {
  if (Object.hasOwn(named, name)) return named[name];
  const [, letter = '', accent = ''] = accented.exec(name) ?? [];
  return Object.hasOwn(accents, accent) ? (letter + (accents[accent] ?? '')).normalize('NFC') : undefined;
}

/** HTML character references as edits; what is no known reference stays as written. */
export function entities(text: string): Edit[] {
  return matchesOf(reference, text).flatMap((match) => {
    const [all, decimal, hex, name] = match;
    const plain =
      name === undefined
        ? character(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal))
        : byName(name);
    return plain === undefined ? [] : [{ start: match.index, end: match.index + all.length, text: plain }];
  });
}
