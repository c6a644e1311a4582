// SPDX-License-Identifier: Apache-2.0
import { regionOf } from '../recognizers/tagger/regions.ts';
import type { Finding } from '../records/finding.ts';
import type { IdentityMap } from '../records/identity.ts';
import { isHistorical, isOfHistory } from './historical.ts';
import type { Slot } from './pseudonymise.ts';
import { isVignette } from './vignette.ts';

/** What a policy never takes for a sign that somebody is meant. */
const besides: ReadonlySet<string> = new Set(['ORG', 'PROFESSION']);

/** The asker, who is not the one asked about. */
const asker =
  /\b(?:(?:tell|give|show|help|send) me|I(?:['’]m| am) (?:looking|writing|preparing)|I (?:need|want)|I['’]d like)\b/gi;
/** "Patient safety", "adult patients", "the female population": nobody's. */
const attributive =
  /\b(?:adult|child|infant|newborn|male|female|patient|member|customer|client|veteran|person|student|resident|nurse|physician|parent)(?= (?:safety|care|outcomes?|education|populations?|cohorts?|groups?|satisfaction|experience|rights|health|mortality|patients|adults|children|subjects|residents|veterans|smokers|athletes|vaccination|screening)\b)/gi;

/** A word for one person, an age as one person has it, or what a note says of one without naming a subject. */
const somebody = new RegExp(
  String.raw`\b(?:he|she|him|his|hers?|himself|herself|i|my|me|mine|myself|we|our|ours|you|your|someone|somebody|anyone|` +
    String.raw`patient|pt|man|woman|male|female|boy|girl|gentleman|lady|child|infant|baby|newborn|toddler|teen|teenager|kid|adult|elder|person|` +
    String.raw`client|member|customer|resident|veteran|employee|worker|colleague|neighbou?r|friend|beneficiary|claimant|subscriber|insured|` +
    String.raw`policyholder|cardholder|borrower|applicant|tenant|donor|recipient|survivor|victim|student|inmate|` +
    String.raw`wife|husband|spouse|partner|mother|father|mom|mum|dad|parent|son|daughter|brother|sister|sibling|uncle|aunt|nephew|niece|cousin|grand\w+|` +
    String.raw`mr|mrs|ms|miss|dr|case (?:of|no|number)|paciente|él|ella|su|señora?|hijo|hija)\b|` +
    String.raw`\b\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?|days?)[- ]olds?\b|\b\d{1,3} ?(?:y\/?o|yo[mf]|y\.o\.|[MF])\b|\bs\/p\b|\bc\/o\b|\bh\/o\b|\bhx\b`,
  'iu',
);
/** What happens to a person: an account of somebody, unless the sentence is about many. */
const event =
  /\b(?:seen|admitted|treated|diagnosed|discharged|presents?|presented|presenting|evaluated|hospitali[sz]ed|transferred|referred|operated|underwent|born|lives?|living|resid(?:es|ing)|moved|followed|visited|saw|works?|chart|record|note|started|surgery|operation|appointment|visit|due|delivery|procedure|biopsy|scan|pregnan\w+|birthday|wedding|trip|tx['’]?d|dx['’]?d)\b/i;
const many =
  /\b(?:patients|pts|adults|children|infants|newborns|women|men|people|persons|populations?|residents|veterans|smokers|individuals|elderly|seniors|adolescents|teens|cohorts?|cases|members|customers|clients|borrowers|students)\b/i;
/** What is said about nobody: rules, evidence and counts. */
const evidence =
  /\b(?:guidelines?|guidance|recommend(?:ations?|ed|s)|recs|protocols?|stud(?:y|ies)|trials?|statistics|prevalence|incidence|rates?|mortality|laws?|regulations?|legislation|literature|research|consensus|criteria|evidence|data|surveys?|outbreaks?|epidemics?|publications?|published|approv(?:al|ed)|programs?|requirements|standards?|best practices)\b/i;
const source =
  /\b(?:guidelines?|guidance|recommendations?|recs|protocols?|stud(?:y|ies)|trials?|research|data|criteria|statements?|consensus|publications?|articles?|papers?|reports?|advice|evidence|literature|reviews?|calculators?|handbook|manual|according)\s(?:\w+\s){0,2}(?:from|by|of|to|at)\s(?:the\s)?$|\b(?:per|published by|issued by|developed (?:by|at)|recommended by|endorsed by)\s(?:the\s)?$/i;
const ownSource =
  /^(?:['’]s?)?\s(?:\w+\s){0,2}(?:guidelines?|guidance|recommendations?|recs|protocols?|stud(?:y|ies)|trials?|research|data|criteria|statements?|consensus|publications?|articles?|reports?|advice|website|recommends?|advises?|suggests?)\b/i;

const month = /^(?:\p{L}{3,9}\.?(?:,? (?:of )?\d{4})?|\d{1,2}[/-]\d{4})$/u;

/** Beginning and end of the sentence around an offset, in UTF-16 code units. */
function sentenceAt(text: string, at: number): string {
  const before = text.slice(0, at);
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('? ')) + 1;
  const end = text.slice(at).search(/[.?!](?:\s|$)|\n/);
  return text.slice(start, end === -1 ? text.length : at + end);
}

/** Whether a finding is of a kind that need not be anybody's, and stands where it is a source, an area or a time. */
function general(text: string, { type, start, end }: Finding, figures: boolean): boolean {
  const value = text.slice(start, end);
  if ((type === 'NAME' || type === 'PLACE') && isHistorical(value)) return figures;
  const sentence = sentenceAt(text, start);
  if (event.test(sentence) && !many.test(sentence)) return false;
  // Safe Harbor begins below the state, whoever is meant.
  if (type === 'PLACE') return regionOf(value) !== 'place';
  // A month without a year, where nothing is said to happen to anybody, is a season.
  if (type === 'DATE' && /^\p{L}+$/u.test(value)) return !/\b(?:last|next|this|past)\b/i.test(value);
  if (type === 'DATE') return month.test(value) && (many.test(sentence) || evidence.test(sentence));
  return (
    type === 'FACILITY' &&
    (source.test(text.slice(Math.max(0, start - 80), start)) || ownSource.test(text.slice(end, end + 60)))
  );
}

/** Whether the people of history whom a text names are its subject. */
const isAboutFigures = (text: string, findings: readonly Finding[]): boolean =>
  isOfHistory(text, findings.map(({ start, end }) => text.slice(start, end)).filter(isHistorical));

const tellsOfSomebody = (text: string): boolean =>
  somebody.test(text.replaceAll(asker, ' ').replaceAll(attributive, ' '));

/** Whether a request is one text with one finding, and a vignette. */
function isOneVignette(slots: readonly Slot[], counts: (finding: Finding) => boolean): boolean {
  const [only, ...others] = slots.filter(({ text }) => text.trim() !== '');
  if (only === undefined || others.length > 0) return false;
  const distinct = new Map(only.findings.filter(counts).map((each) => [`${each.start} ${each.end}`, each]));
  const [finding] = distinct.values();
  return finding !== undefined && distinct.size === 1 && isVignette(only.text, finding);
}

/**
 * The slots of a request without the findings that are nobody's. Safe Harbor takes out what is "of the individual":
 * where a whole request speaks of no one (not a pronoun, not an age, not one other finding, in a conversation that has
 * no identities yet), a state or a country, a month, and the institution that a guideline is from may stand, beside words
 * about many or about evidence; people of history, where history or theory is asked about (historical.ts). So may the one month or metropolitan area of a vignette (vignette.ts). In any doubt nothing
 * is taken out of the findings.
 */
export function withoutImpersonal(slots: readonly Slot[], map: IdentityMap): readonly Slot[] {
  if (map.identities.length > 0) return slots;
  const counts = ({ type }: Finding) => !besides.has(type);
  if (slots.every(({ findings }) => !findings.some(counts))) return slots;
  const nobody =
    slots.every(({ text, findings }) => {
      const figures = isAboutFigures(text, findings);
      return findings.filter(counts).every((each) => general(text, each, figures));
    }) && !slots.some(({ text }) => tellsOfSomebody(text));
  return nobody || isOneVignette(slots, counts)
    ? slots.map((slot) => ({ ...slot, findings: slot.findings.filter((each) => !counts(each)) }))
    : slots;
}
