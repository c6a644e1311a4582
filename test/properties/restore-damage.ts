// SPDX-License-Identifier: Apache-2.0

/** A way a placeholder comes back. `keeps`: whether ordinal and check characters are still there and right. */
export type Damage = Readonly<{
  name: string;
  keeps: boolean;
  apply: (parts: Parts, roll: (below: number) => number) => string;
}>;

export type Parts = Readonly<{ type: string; ordinal: string; check: string }>;

/** The type words in other languages. */
const words: Readonly<Record<string, readonly string[]>> = {
  NAME: ['Nom', 'NOMBRE', 'Имя', '名前', 'Naam', 'persona', 'Adı', 'शहर', 'Όνομα', 'שם'],
  PHONE: ['Telefon', 'téléphone', 'ТЕЛЕФОН', '電話', 'teléfono'],
  MRN: ['Aktenzeichen', 'dossier', 'Номер', '病歴'],
  EMAIL: ['courriel', 'correo', 'почта', 'メール'],
  DRIVER_LICENSE: ['Führerschein', 'permis', 'licencia', 'права'],
  DATE: ['Datum', 'fecha', 'дата', '日付', 'data'],
  PLACE: ['Ort', 'lieu', 'lugar', 'место', '場所'],
};
const alphabet = '34679ACDEFGHJKMNPQRTWXY';
const plain = ({ type, ordinal, check }: Parts) => `${type}_${ordinal}_${check}`;
const between =
  (separator: string) =>
  ({ type, ordinal, check }: Parts) =>
    [type, ordinal, check].join(separator);
const pick = <T>(all: readonly T[], roll: (below: number) => number): T => {
  const chosen = all[roll(all.length)];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
};

/** How the parts are written. */
export const forms: readonly Damage[] = [
  { name: 'as issued', keeps: true, apply: plain },
  { name: 'lower case', keeps: true, apply: (parts) => plain(parts).toLowerCase() },
  {
    name: 'title case',
    keeps: true,
    apply: ({ type, ordinal, check }) =>
      `${type.charAt(0)}${type.slice(1).toLowerCase()}_${ordinal}_${check}`,
  },
  { name: 'spaces', keeps: true, apply: between(' ') },
  { name: 'non-breaking spaces', keeps: true, apply: between('\u00A0') },
  { name: 'hyphens', keeps: true, apply: between('-') },
  { name: 'non-breaking hyphens', keeps: true, apply: between('\u2011') },
  { name: 'en dashes', keeps: true, apply: between('–') },
  { name: 'escaped underscores', keeps: true, apply: between('\\_') },
  { name: 'a line end', keeps: true, apply: ({ type, ordinal, check }) => `${type}_\n${ordinal}_${check}` },
  {
    name: 'a line end before the check',
    keeps: true,
    apply: ({ type, ordinal, check }) => `${type}_${ordinal}_\n${check}`,
  },
  { name: 'zero-width characters', keeps: true, apply: (parts) => plain(parts).replaceAll('_', '_\u200B') },
  {
    name: 'full width',
    keeps: true,
    apply: (parts) =>
      plain(parts).replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  },
  { name: 'spaces around underscores', keeps: true, apply: between(' _ ') },
  {
    name: 'type translated',
    keeps: true,
    apply: ({ type, ordinal, check }, roll) => `${pick(words[type] ?? [type], roll)}_${ordinal}_${check}`,
  },
  { name: 'type left out', keeps: true, apply: ({ ordinal, check }) => `${ordinal}_${check}` },
];

/** What is put around it; `bare` leaves nothing that marks it as a placeholder. */
export const wrappings: readonly Readonly<{
  name: string;
  bare: boolean;
  apply: (inner: string) => string;
}>[] = [
  { name: 'brackets', bare: false, apply: (inner) => `[${inner}]` },
  { name: 'bold brackets', bare: false, apply: (inner) => `**[${inner}]**` },
  { name: 'brackets around bold', bare: false, apply: (inner) => `[**${inner}**]` },
  { name: 'code span', bare: false, apply: (inner) => `\`[${inner}]\`` },
  { name: 'braces', bare: false, apply: (inner) => `{${inner}}` },
  { name: 'escaped brackets', bare: false, apply: (inner) => `\\[${inner}\\]` },
  { name: 'references', bare: false, apply: (inner) => `&lt;${inner}&gt;` },
  { name: 'spaced brackets', bare: false, apply: (inner) => `[ ${inner} ]` },
  { name: 'possessive', bare: false, apply: (inner) => `[${inner}]'s` },
  { name: 'possessive inside', bare: false, apply: (inner) => `[${inner}'s]` },
  { name: 'plural', bare: false, apply: (inner) => `[${inner}]s` },
  { name: 'table', bare: false, apply: (inner) => `| [${inner.replaceAll('\n', ' ')}] |` },
  { name: 'no brackets', bare: true, apply: (inner) => inner },
  { name: 'bold', bare: true, apply: (inner) => `**${inner}**` },
  { name: 'parentheses', bare: true, apply: (inner) => `(${inner})` },
  { name: 'first bracket lost', bare: false, apply: (inner) => `${inner}]` },
  { name: 'last bracket lost', bare: false, apply: (inner) => `[${inner}` },
];

const otherCheck = (check: string, roll: (below: number) => number): string => {
  const at = roll(2);
  const others = Array.from(alphabet).filter((each) => each !== check.charAt(at));
  return at === 0 ? pick(others, roll) + check.charAt(1) : check.charAt(0) + pick(others, roll);
};

/** What destroys the identity: nothing of this may ever be restored. */
export const losses: readonly Damage[] = [
  {
    name: 'check changed',
    keeps: false,
    apply: ({ type, ordinal, check }, roll) => `${type}_${ordinal}_${otherCheck(check, roll)}`,
  },
  {
    name: 'check swapped',
    keeps: false,
    apply: ({ type, ordinal, check }, roll) =>
      `${type}_${ordinal}_${check.charAt(0) === check.charAt(1) ? otherCheck(check, roll) : check.charAt(1) + check.charAt(0)}`,
  },
  {
    name: 'check cut',
    keeps: false,
    apply: ({ type, ordinal, check }) => `${type}_${ordinal}_${check.charAt(0)}`,
  },
  { name: 'check lost', keeps: false, apply: ({ type, ordinal }) => `${type}_${ordinal}` },
  {
    name: 'check longer',
    keeps: false,
    apply: ({ type, ordinal, check }, roll) =>
      `${type}_${ordinal}_${check}${pick(Array.from(alphabet), roll)}`,
  },
  {
    name: 'ordinal changed',
    keeps: false,
    apply: ({ type, ordinal, check }, roll) => `${type}_${Number(ordinal) + 1 + roll(9)}_${check}`,
  },
  { name: 'ordinal lost', keeps: false, apply: ({ type, check }) => `${type}_${check}` },
  {
    name: 'ordinal longer',
    keeps: false,
    apply: ({ type, ordinal, check }, roll) => `${type}_${ordinal}${roll(10)}_${check}`,
  },
  {
    name: 'type of another',
    keeps: false,
    apply: ({ type, ordinal, check }) => `${type === 'NAME' ? 'PHONE' : 'NAME'}_${ordinal}_${check}`,
  },
];
