// SPDX-License-Identifier: Apache-2.0
import { isNotAName } from '../not-names.ts';
import type { Span } from './spans.ts';

/** "OKONKWO, CHIBUZO  DOB": what stands behind the comma, where the line or a label ends it, is the given name. */
const sortedBehind =
  /^, ?(?:\p{Lu}(?=\s)|\p{Lu}{2,24}(?:[-'’ ]\p{Lu}{2,24})?(?: \p{Lu}\.?)?|\p{Lu}\p{Ll}[\p{L}'’-]{1,24}(?: \p{Lu}\.?)?)(?=\s{2}|\s*(?:[|(;#\t\n]|$)|[,.]?\s+(?:DOB|D\.O\.B|MRN|ACCT|SSN|AGE|SEX|ROOM|RM|BED|M|F|\d{1,3} ?(?:M|F|YO|Y\/O)|\d{1,2}[-/]\d)(?!\p{L}))/u;
const notGiven =
  /^, ?(?:MD|DO|RN|NP|PA|LPN|CNA|PHD|DDS|DMD|ESQ|JR|SR|II|III|IV|FNP|PT|OT|RT|PHARMD|LCSW|MBA|CPA|INC|LLC|LTD|CO|CORP|USA|UK)(?!\p{L})/iu;

/** How many UTF-16 code units behind a family name belong to it: comma and given name; 0 where there is none. */
export function givenBehind(text: string, { start, end }: Span): number {
  const found = sortedBehind.exec(text.slice(end, end + 64));
  if (found === null || notGiven.test(found[0]) || /[\s,]/.test(text.slice(start, end))) return 0;
  const shouted = text.slice(start, end) === text.slice(start, end).toUpperCase();
  const behind = found[0].slice(1).trim();
  return (shouted || behind !== behind.toUpperCase()) && !isNotAName(behind) ? found[0].length : 0;
}
