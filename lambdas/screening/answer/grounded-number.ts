// SPDX-License-Identifier: Apache-2.0
import type { Quantity } from './quantities.ts';

/** Kinds whose number means nothing without its unit: five days are not five weeks. */
const strict: ReadonlySet<string> = new Set([
  'time',
  'mass',
  'volume',
  'tablet',
  'puff',
  'drop',
  'unit',
  'times',
  'temperature',
  'length',
  'mmhg',
  'bpm',
  'day-of-month',
]);
/** Kinds in which medicines are given: nobody may compute a dose. What is weighed in kilograms is somebody. */
const dosed: ReadonlySet<string> = new Set([
  'mass',
  'volume',
  'tablet',
  'puff',
  'drop',
  'unit',
  'times',
  'day-of-month',
]);
const heavy = 400_000;

const hedge =
  /\b(?:about|approximately|approx|around|roughly|nearly|almost|over|more than|just (?:over|under)|under|less than|close to|some|up to|at least|~|≈)\s?[$€£]?$/;
const thousands = [1, 1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9];

const comparable = (a: Quantity, b: Quantity): boolean => {
  if (a.unit === undefined || b.unit === undefined) return true;
  if (a.unit.kind === b.unit.kind) return true;
  return !strict.has(a.unit.kind) && !strict.has(b.unit.kind);
};

const near = (a: number, b: number, tolerance: number) =>
  Math.abs(a - b) <= tolerance + 1e-9 * Math.max(1, Math.abs(a));

/** Whether one number restates another: equal, rounded, converted, or in thousands. */
export function restates(said: Quantity, known: Quantity, loose: boolean): boolean {
  if (!comparable(said, known)) return false;
  const tolerance = loose ? Math.max(said.half, Math.abs(known.value) * 0.05) : said.half;
  if (
    said.unit !== undefined &&
    known.unit?.kind === said.unit.kind &&
    said.unit.factor !== known.unit.factor
  ) {
    const converted = (known.value * known.unit.factor) / said.unit.factor;
    return near(said.value, converted, Math.max(said.half * 0.2, Math.abs(converted) * 0.02));
  }
  if (said.unit !== undefined && strict.has(said.unit.kind))
    return near(
      said.value,
      known.value,
      loose
        ? tolerance
        : said.half * 0.999 * (Number.isInteger(said.value) && Number.isInteger(known.value) ? 0 : 1),
    );
  return (
    thousands.some((scale) =>
      near(
        said.value,
        known.value * scale,
        scale === 1 && Number.isInteger(known.value) && Number.isInteger(said.value) && !loose
          ? 0
          : tolerance,
      ),
    ) ||
    (said.unit?.kind === 'percent' && near(said.value, known.value * 100, said.half))
  );
}

/** Whether a number follows from two others by one step of everyday arithmetic. */
const perYear = [12, 52, 26, 4, 2, 365] as const;

/** Whether a number follows from one or two others by one step of everyday arithmetic. */
function follows(said: Quantity, operands: readonly Quantity[], loose: boolean): boolean {
  const give = loose ? Math.max(said.half, Math.abs(said.value) * 0.01) : said.half;
  const is = (result: number) =>
    near(said.value, result, give) || near(said.value / said.scale, result, give / said.scale);
  const share = said.unit?.kind === 'percent' || said.unit === undefined;
  return operands.some(({ value: x }, index) => {
    if (perYear.some((times) => is(x * times) || is(x / times))) return true;
    return operands.some(({ value: y }, other) => {
      if (index === other) return false;
      if (is(x + y) || is(Math.abs(x - y)) || is((x + y) / 2) || is(x * y) || is((x * y) / 100)) return true;
      if (y === 0) return false;
      return is(x / y) || (share && (is((Math.abs(x - y) / y) * 100) || is((x / y) * 100)));
    });
  });
}

const arithmetic =
  /\b(?:total(?:s|ed|ing)?|sum|altogether|combined|difference|change|changed|increas\w{0,4}|decreas\w{0,4}|rose|fell|grew|growth|declin\w{0,4}|drop\w{0,4}|gain\w{0,3}|averag\w{0,4}|mean|ratio|percent\w{0,4}|net|remain\w{0,4}|left over|minus|plus|times|divided|(?:per|an?|each) (?:month|week|day|year)|monthly|annual\w{0,2}|yearly|higher|lower|more than|less than|together|in all|equals?|comes? to|works out|amounts? to|margin|share of|from|between|apart|later|earlier)\b|[=+×÷%]/;

/**
 * Whether what documents or question say bears a number out: the same, rounded, converted, in thousands, or one
 * step of arithmetic away from numbers that the answer shows, or, where its words speak of one, from theirs.
 */
export function grounded(
  said: Quantity,
  known: readonly Quantity[],
  shown: readonly Quantity[],
  sentence: string,
  at: number,
): boolean {
  const loose = hedge.test(sentence.slice(Math.max(0, at - 20), at));
  const bearing = known.filter((each) => restates(said, each, loose));
  const otherwise = (each: Quantity) =>
    each.unit !== undefined && strict.has(each.unit.kind) && each.value === said.value;
  // Without a unit a number bears out "12 days" only if nobody says what the twelve are: weeks.
  const counted = said.unit !== undefined && strict.has(said.unit.kind);
  if (bearing.some((each) => !counted || each.unit !== undefined || !known.some(otherwise))) return true;
  if (dosed.has(said.unit?.kind ?? '') && (said.unit?.factor ?? 0) < heavy) return false;
  if (said.unit === undefined && said.value >= 1900 && said.value <= 2100) return false;
  if (!arithmetic.test(sentence)) return false;
  if (follows(said, shown.slice(0, 60), loose)) return true;
  return known.length <= 60 && significant(said) >= 3 && follows(said, known, false);
}

/** How many digits a number is written with: short ones agree with something by chance. */
const significant = ({ written }: Quantity) => written.replaceAll(/\D/g, '').replace(/^0+/, '').length;
