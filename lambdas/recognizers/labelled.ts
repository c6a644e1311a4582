// SPDX-License-Identifier: Apache-2.0
import type { IdentifierType } from '../records/identifier.ts';
import { isClinicalCode } from './clinical-codes.ts';
import { digitsOf } from './digits.ts';
import { pattern, type PatternRecognizer } from './recognizer.ts';

/** Groups of letters and digits joined by one mark each, or digits in spaced groups. */
const value =
  '(?:(?!(?:ID|NO|NR|NUM|IS|OF|MRN|REF|ACCT) )[A-Z]{1,5} \\d{3}|(?=[A-Za-z]{0,8}[-/._]?[A-Za-z]{0,6}[-/._]?\\d)[A-Za-z0-9])[A-Za-z0-9]{0,24}(?:[-/._:][A-Za-z0-9]{1,16}){0,6}(?: \\d{2,8}(?![A-Za-z0-9%]|[-.,/]\\d)){0,4}';

export type Labelled = Readonly<{
  name: string;
  type: IdentifierType;
  cites: string;
  /** What stands directly before the number. `number`, `no.`, `#`, `is` and the like may follow it. */
  labels: readonly string[];
  /** The fewest digits a value has: 3, or more where the label is also an ordinary word. */
  digits?: number;
  score?: number;
}>;

const isYear = (match: string) => /^(?:19|20)\d{2}$/.test(match);

/** A recognizer of numbers that have no form of their own and are known by the label before them. */
export const labelled = ({
  name,
  type,
  cites,
  labels,
  digits = 3,
  score = 0.6,
}: Labelled): PatternRecognizer =>
  pattern({
    name,
    type,
    cites,
    looksLike: [{ pattern: 'labelled', regexp: new RegExp(value) }],
    holds: (match) => digitsOf(match).length >= digits && !isYear(match) && !isClinicalCode(match),
    label: labels,
    needsContext: true,
    score,
  });
