// SPDX-License-Identifier: Apache-2.0
// Prints what Amazon Macie can be told of the recognizers, as JSON: of every one that looks for a pattern, the forms that
// its kind of regular expression can say, with the words that have to stand before them. Recognizers of one type share an
// identifier while there is room. Macie's limits: 512 characters, 50 keywords of 3 to 90 characters, 30 in a job.
import { readdirSync } from 'node:fs';
import type { PatternRecognizer } from '../lambdas/recognizers/recognizer.ts';
import { type MacieForm, macieRegex } from '../lib/watch/macie-regex.ts';

const [longest, mostWords, most] = [512, 50, 30];
/** Of one recognizer, so that others have room. */
const wordsOfOne = 25;
const folder = new URL('../lambdas/recognizers/', import.meta.url);
const isPattern = (value: unknown): value is PatternRecognizer =>
  typeof value === 'object' && value !== null && 'forms' in value && 'context' in value;

const known = new Map<string, PatternRecognizer>();
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
  if (file.endsWith('.ts')) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    for (const value of Object.values(module).flat()) if (isPattern(value)) known.set(value.name, value);
  }

/** Forms that are nobody's without more: what a record calls its cases is one of them. */
const left = /^(?:uuid|hyphenated-code|code(?:-national)?|phone)$/;
/** So distinct that they need no word before them. */
const distinct =
  /^(?:crypto|udi|magstripe|it-fiscal-code|mx-curp|gb-driver|in-gstin|in-payment-address|de-vat)$/;

/** What is of one kind shares identifiers: thirty is all that a job takes. */
const families: Readonly<Record<string, string>> = {
  NATIONAL_ID: 'government',
  TAX_ID: 'government',
  SSN: 'government',
  ITIN: 'government',
  EIN: 'government',
  PASSPORT: 'government',
  BIC: 'finance',
  CARD: 'finance',
  CARD_EXPIRY: 'finance',
  ROUTING: 'finance',
  DEA: 'care',
  NPI: 'care',
  MBI: 'care',
  DEVICE: 'care',
  BIOMETRIC: 'care',
  DRIVER_LICENSE: 'vehicle',
  VIN: 'vehicle',
  PLATE: 'vehicle',
  MAC: 'vehicle',
};
const familyOf = (type: string, words: readonly string[]): string =>
  words.length === 0 ? 'distinct' : (families[type] ?? type.toLowerCase().replaceAll('_', '-'));

type Part = Readonly<{ family: string; forms: string[]; words: string[] }>;

/** What stands in every record and text. Recognizers look twice at what their expressions find; Macie does not. */
const ordinary = ['answer', 'hash', 'caseId', 'Smith', 'mg', '1', '12', '123'];
/** In the place of a form that would take those: a number of five digits or more, with letters before it or without. */
const numbered = '(?:[A-Za-z]{1,5}[-:/]?)?\\d[\\d-]{3,18}\\d';

const strict = ({ regex }: MacieForm): string =>
  ordinary.some((word) => new RegExp(`^(?:${regex})$`).test(word)) ? numbered : regex;

/**
 * A single word counts where a space or a colon follows: records have members of many of these names, and digests have
 * letters. The first of them are the usual ones.
 */
const keywordsOf = (words: readonly string[], after: readonly string[]): string[] =>
  [...new Set(words.map((word) => word.trim().toLowerCase()))].flatMap((word) =>
    /^[a-z]+$/.test(word) ? after.map((sign) => word + sign) : [word],
  );
const sayable = (words: readonly string[]): string[] =>
  [...new Set(words)].filter((word) => /^[\x20-\x7e]{3,90}$/.test(word)).slice(0, wordsOfOne);

function partOf({ name, types, context, forms, onlyInContext }: PatternRecognizer): Part | undefined {
  const { label = [], near = [] } = context;
  // Where everything hangs on the words, only labels count: "patient" stands before many a number.
  const loose = onlyInContext && label.length > 0;
  const words = sayable([...keywordsOf(label, [':', ' ']), ...(loose ? [] : keywordsOf(near, [' ']))]);
  const made = forms
    .flatMap((form) => macieRegex(form) ?? [])
    .filter((form) => regexOf([form.regex]).length <= longest && (words.length > 0 || !form.loose))
    .map(strict);
  if (left.test(name) || made.length === 0 || (words.length === 0 && !distinct.test(name))) return undefined;
  return { family: familyOf(types[0] ?? name, words), forms: [...new Set(made)], words };
}

const regexOf = (forms: readonly string[]) => `\\b(?:${forms.join('|')})\\b`;

/** Puts forms into identifiers of their family, each with all the words of those it came from. */
function packed(parts: readonly Part[]): Part[] {
  const bins: Part[] = [];
  for (const { family, forms, words } of parts)
    for (const form of forms) {
      const fits = bins.find(
        (bin) =>
          bin.family === family &&
          regexOf([...new Set([...bin.forms, form])]).length <= longest &&
          new Set([...bin.words, ...words]).size <= mostWords,
      );
      if (fits === undefined) bins.push({ family, forms: [form], words: [...words] });
      else {
        if (!fits.forms.includes(form)) fits.forms.push(form);
        fits.words.push(...words.filter((word) => !fits.words.includes(word)));
      }
    }
  return bins;
}

const bins = packed([...known.values()].flatMap((recognizer) => partOf(recognizer) ?? []));
if (bins.length > most)
  throw new Error(`Macie takes ${most} identifiers in a job, and these are ${bins.length}.`);
const numbers = new Map<string, number>();
process.stdout.write(
  JSON.stringify(
    bins.map(({ family, forms, words }) => {
      const number = (numbers.get(family) ?? 0) + 1;
      numbers.set(family, number);
      return {
        name: `${family}-${number}`,
        description: `What recognizers of the family ${family} look for, as far as Macie can be told`,
        regex: regexOf(forms),
        ...(words.length === 0 ? {} : { keywords: words, maximumMatchDistance: 30 }),
      };
    }),
  ),
);
