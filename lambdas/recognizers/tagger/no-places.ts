// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../records/finding.ts';
import type { Span } from './spans.ts';

/** How far the parts of one address may stand apart, in UTF-16 code units. */
const addressGap = 16;

/** An IBAN or a vehicle's number, which has its own recognizer; a street beside it is still one. */
const machineNumber =
  /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|(?=[A-Z]{0,16}\d)[A-HJ-NPR-Z0-9]{17})(?![\p{L}\p{N}])/u;
const streetLike = /(?<!\p{L})\d{1,6}[A-Z]?,?\s\p{L}{3}|\p{L}{3,}\s\d{1,5}(?!\p{L})/u;
/** Whether a street is nothing but such a number and the words beside it. */
export const isMachineNumber = (text: string, { label, start, end }: Span): boolean => {
  if (label !== 'STREET') return false;
  const number = machineNumber.exec(text.slice(Math.max(0, start - 12), end + 24));
  if (number === null) return false;
  const from = Math.max(0, start - 12) + number.index;
  const to = from + number[0].length;
  return (
    from < end &&
    to > start &&
    !streetLike.test(`${text.slice(start, Math.max(start, from))} | ${text.slice(to, end)}`)
  );
};

/** A time of the day as hospitals write it: "at 1420". */
const atTime = /^(?:at|@) ?(?:[01]\d|2[0-3])[0-5]\d$/i;

/** A street has a word, or goes on from a place or another cell: "2019" and "JP 40" by themselves are none. */
export const isNoStreet = (text: string, { label, start, end }: Span, last: Finding | undefined): boolean =>
  label === 'STREET' &&
  !/\p{L}{3}|\P{ASCII}/u.test(text.slice(start, end)) &&
  (atTime.test(text.slice(Math.max(0, start - 4), end)) ||
    (!/[|;\t\n]\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start)) &&
      !(last !== undefined && ['STREET', 'PLACE'].includes(last.type) && start - last.end <= addressGap)));

/** "ok", "in", "or", "me" in small letters are words; a state without capitals stands behind its town. */
export const isNoState = (text: string, { label, start, end }: Span): boolean =>
  label === 'PLACE' && end - start === 2 && /^[a-z]{2}$/.test(text.slice(start, end));
