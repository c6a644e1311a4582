// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { rareConditions } from './rare-conditions.ts';

/** A question of knowledge: what is done for people like that, not what was done for one. */
const knowledge =
  /\b(?:guidelines?|guidance|recommend(?:ations?|ed|s)?|recs|protocols?|evidence|best practices?|standard of care|first[- ]line|second[- ]line|side effects?|adverse effects?|contraindications?|interactions?|efficacy|effectiveness|safety|options|approach(?:es)?|management|treatments?|therap(?:y|ies)|prophylaxis|prevention|screening|dos(?:e|es|ing|age)|workup|work-up|differential|risks?|causes?|prognosis|diet|tips|considerations?)\b/i;
/** Somebody who stands for many: "a 75-year-old woman", "an adult with …". */
const anybody =
  /\b(?:an?|any)\s(?:(?!the\b)[\w-]{1,20}\s){0,4}?(?:\d{1,2}[- ](?:years?|yrs?|months?)[- ]old|\d{1,2}\s?y\/?o|patient|pt|man|woman|male|female|boy|girl|child|adult|teen(?:ager)?|infant|adolescent|person|individual)\b/i;
/** Somebody in particular, or the one who asks. */
const inParticular =
  /\b(?:he|she|i|i['’]m|i['’]ve|my|me|we|our|us|this|that|these|the (?:patient|pt|man|woman|boy|girl|child|client|member)|patient['’]s|mr|mrs|ms|dr|name|named|identified|called|summari[sz]e|draft|write|letter|note for|discharge summary|referral)\b/i;
/** "Patient is a 61-year-old man, …": the patient of whoever writes, as notes begin. */
const ownPatient =
  /(?:^|[.!?:;]\s|\n)\s*(?:patient|pt)\b(?! (?:education|safety|care)\b)|\b(?:patient|pt) (?:is|was)\b/i;
/** The dates that the rule names (birth, admission, discharge, death), and others of an encounter or of what was found then. */
const encounter =
  /\b(?:born|birth|diagnos(?:ed|is)|presented|tested|scanned|biops(?:y|ied)|relapsed|admi(?:tted|ssion)|discharged?|died|death|deceased|hospitali[sz](?:ed|ation)|seen|saw|visit(?:ed|s)?|appointment|operat(?:ed|ion)|surgery|surgical|procedure|transferred|delivered|implanted|evaluated|referred|consult(?:ed|ation)?|treated (?:at|in|by))\b/i;
const monthAndYear = /^(?:\p{L}{3,9}\.?,? (?:of )?\d{4}|\d{1,2}[/-]\d{4})$/u;
/** The census draws such an area around a town of 50,000 people: it tells less than the ZIP3 that may stand. */
const metropolitan = /^ (?:metro|metropolitan)(?: area| region)?\b/i;
const rare = new RegExp(String.raw`(?<![\p{L}\d])(?:${rareConditions.join('|')})(?![\p{L}\d])`, 'iu');

/**
 * Whether the one finding of a request is the month or the metropolitan area of a vignette: a question of knowledge about
 * somebody who stands for many, without a name, a number, an encounter or a rare condition. Such a month tells no more
 * than "last month", which is kept too; anything besides it, and everything is covered. Offsets are UTF-16 code units.
 */
export function isVignette(text: string, { type, start, end }: Finding): boolean {
  const told =
    (type === 'DATE' && monthAndYear.test(text.slice(start, end))) ||
    (type === 'PLACE' && metropolitan.test(text.slice(end, end + 24)));
  return (
    told &&
    knowledge.test(text) &&
    anybody.test(text) &&
    !inParticular.test(text) &&
    !ownPatient.test(text) &&
    !encounter.test(text) &&
    !rare.test(text)
  );
}
