// SPDX-License-Identifier: Apache-2.0
import { neverStored } from '../../privacy/drop-never-stored.ts';
import type { Finding } from '../../records/finding.ts';
import { operatorFor, type Policy } from '../../records/policy.ts';
import type { AnswerInput } from './check.ts';
import { publicHost } from './public-hosts.ts';

/** Numbers that are printed everywhere: emergency, crisis, poison control, information. */
const publicNumber =
  /^\W*(?:1\W{0,3})?(?:911|988|211|311|112|116\W?123|800\W{0,3}222\W{0,3}1222|800\W{0,3}273\W{0,3}(?:8255|talk)|800\W{0,3}662\W{0,3}(?:4357|help)|800\W{0,3}633\W{0,3}4227|800\W{0,3}829\W{0,3}1040|741\W?741)\W*$/i;
/** What Safe Harbor lets stand of a date is the year (45 CFR 164.514(b)(2)(i)(C)); a month or a weekday alone is no date. */
const noDay =
  /^\W*(?:(?:19|20)\d{2}|(?:early |mid-?|late |end of |beginning of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|fall|winter))\W*$/i;
/** Ages under 90 are no identifier: 45 CFR 164.514(b)(2)(i)(C). */
const lowAge = (text: string) => {
  const number = /\d{1,3}/.exec(text)?.[0];
  return number !== undefined && Number(number) < 90;
};

const hostOf = (text: string) => {
  const url = /^[a-z]{2,8}:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
};

/** What a tagger takes along that names nobody: "your clinic", "Dr." before a placeholder, "Customer Care" under a letter. */
const namesNobody =
  /\b(?:dr|mr|mrs|ms|mx|prof|md|rn|np|pa|phd|your|the|our|this|that|an?|his|her|their|my|any|each|some|customer|client|member|patient|loan|dispute|account|billing|appeals?|claims?|fraud|security|care|services?|support|relations|team|department|dept|office|desk|center|centre|clinic|hospital|bank|branch|unit)\b\.?/gi;
/** Short words in capitals are units and abbreviations (INR, mIU), save in a place (NY). */
const abbreviation = /\b[a-z]?[A-Z]{2,4}s?\b\.?/g;
const nameless = (text: string) => !/\p{Lu}|\p{Lo}/u.test(text.replaceAll(namesNobody, ''));

/** Whether a finding names something public, or nothing that identifies. */
const harmless = ({ type }: Finding, text: string): boolean => {
  if (type === 'PHONE' || type === 'FAX' || type === 'CODE') return publicNumber.test(text);
  if (type === 'DATE') return noDay.test(text);
  if (type === 'AGE') return lowAge(text);
  if (type === 'PLACE') return nameless(text);
  if (type === 'NAME' || type === 'FACILITY') return nameless(text.replaceAll(abbreviation, ''));
  if (type === 'URL') return publicHost(hostOf(text));
  return false;
};

/** A ZIP code's area, as it is left of one: the model says what it was shown. */
const area = /^\d{3}(?:\*\*)?$/;

/**
 * Whether the de-identified prompt shows a text because it is nobody's. Dates, ages, pages and areas that stand there were
 * left there. A word that stands there and that the detectors take for a name only in the answer is a word.
 */
const shown = ({ type }: Finding, text: string, input: AnswerInput): boolean => {
  const soft = type === 'NAME' || type === 'PLACE' || type === 'FACILITY';
  const left = type === 'DATE' || type === 'AGE' || type === 'URL' || (type === 'ZIP' && area.test(text));
  if (!soft && !left) return false;
  const stands = [input.question, ...input.context].some((each) => each.text.includes(text));
  return stands && !(soft && input.foundInPrompt(text));
};

/** Whether a finding in a text names somebody at all: not a type that the policy keeps, nor something public. */
export const namesSomebody = (finding: Finding, text: string, policy: Pick<Policy, 'operators'>): boolean =>
  operatorFor(policy, finding.type) !== 'keep' && !harmless(finding, text.slice(finding.start, finding.end));

/** Whether a finding in a text of the answer identifies somebody, under this policy. What may never be stored is apart. */
export const identifies = (finding: Finding, text: string, input: AnswerInput): boolean =>
  !neverStored(finding.type) &&
  namesSomebody(finding, text, input.policy) &&
  !shown(finding, text.slice(finding.start, finding.end), input);
