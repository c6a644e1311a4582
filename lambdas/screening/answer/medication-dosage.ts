// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, type AnswerInput, everySentence } from './check.ts';
import { defers } from './deferral.ts';
import { continues } from './continuation.ts';
import { directs } from './directive.ts';
import { drugs } from './drugs.ts';

const count =
  '(?:\\d[\\d,.]{0,9}(?: ?(?:-|to) ?\\d[\\d,.]{0,9})?|one|two|three|four|five|six|half(?: of)?(?: an?| your| the)?|one and a half|a quarter of an?|a single|an extra|an additional|another)';
const adjective =
  '(?:(?:extra|additional|more|regular|strength|low-dose|oral|whole|small|large|full|baby) ){0,2}';

/** An amount of a drug: "500 mg", "two tablets", "10 units"; not a laboratory value such as "110 mg/dL". */
const amount = new RegExp(
  `\\b${count}[ -]?(?:mg|mcg|µg|μg|ug|g|gm|grams?|milligrams?|micrograms?|ml|cc|milliliters?|millilitres?|iu|international units|meq|units?)(?:/kg)?(?:/(?:day|dose|hr|hour))?(?![\\w%]|/|\\s?(?:per|/)\\s?(?:deciliter|decilitre|dl|l|liter|litre|mole|mmol)\\b| of (?:sodium|salt|protein|fiber|fibre|sugar|fat|carb|caffeine|cholesterol|alcohol|water))|\\b${count} ${adverbial()}(?:tablets?|pills?|capsules?|caplets?|puffs?|inhalations?|drops?|sprays?|patch(?:es)?|teaspoons?|tablespoons?|lozenges?|suppositor(?:y|ies)|injections?|ampoules?|vials?|sachets?|doses)\\b`,
);
function adverbial() {
  return adjective;
}
const often =
  /\b(?:once|twice|thrice|(?:one|two|three|four|\d) times|\d{1,2}x)(?: an?| per| each| every|\/)? ?(?:day|daily|week|weekly|night|month)\b|\bevery (?:\d{1,2}|four|six|eight|twelve|other)(?: ?(?:-|to|or) ?\d{1,2})? ?(?:hours?|hrs?|h|days?|weeks?)\b|\b(?:daily|nightly|hourly|qd|bid|tid|qid|qhs|qam|qpm|prn|q\d{1,2}h|b\.i\.d|t\.i\.d|a day|per day|per dose|at bedtime|at night|each (?:morning|evening|night|day)|every (?:morning|evening|night|day|meal)|with (?:each|every) meal|before (?:meals|breakfast|bed)|in the morning)\b/;
/** How often, said of what is taken: "daily life" is not. */
const oftenTaken =
  /\b(?:once|twice|thrice|(?:one|two|three|four|\d) times) (?:an?|per|each|every) ?day\b|\b(?:once|twice|three times) daily\b|\bevery \d{1,2}(?: ?(?:-|to) ?\d{1,2})? hours\b|\b(?:bid|tid|qid|qhs|q\d{1,2}h)\b|\b(?:at bedtime|before bed|each morning|every morning|every night|every evening)\b/;
const nutrients =
  /\b(?:sodium|salt|caffeine|fiber|fibre|sugars?|protein|cholesterol intake|alcohol|carbohydrates?|carbs|calories|water|fluids?|saturated fat|dietary|diet|vegetables|coffee|food)\b/;
const given =
  /\b(?:take|taking|takes|use|using|inject|injecting|apply|applying|administer|administering|give|giving|swallow|chew|inhale|start|starting|begin|prescribed?|dose|dosage|dosing)\b/;

const changes =
  '(?:increas(?:e|ing|ed)|decreas(?:e|ing|ed)|rais(?:e|ing|ed)|lower(?:ing|ed)?|reduc(?:e|ing|ed)|doubl(?:e|ing|ed)|halv(?:e|ing|ed)|tripl(?:e|ing|ed)|adjust(?:ing|ed)?|titrat(?:e|ing|ed)|taper(?:ing|ed)?|skip(?:ping|ped)?|stop(?:ping|ped)?|discontinu(?:e|ing|ed)|quit(?:ting)?|hold(?:ing)?|withhold|paus(?:e|ing|ed)|restart(?:ing|ed)?|resum(?:e|ing|ed)|start(?:ing|ed)?|begin(?:ning)?|initiat(?:e|ing|ed)|switch(?:ing|ed)?|replac(?:e|ing|ed)|swap(?:ping)?|cut(?:ting)?|split(?:ting)?|add(?:ing|ed)?|combin(?:e|ing)|mix(?:ing)?|tak(?:e|ing)|us(?:e|ing)|giv(?:e|ing|en)|inject(?:ing)?|administer(?:ing|ed)?|put|mov(?:e|ing|ed)|bump(?:ing)?|chang(?:e|ing|ed)|come off|go off|get off|wean(?:ing|ed)?|prescrib(?:e|ing|ed)|treat(?:ed|ing)?|continu(?:e|ing|ed)|stay|keep|tr(?:y|ying)|ask for|repeat(?:ing)?|redose|be on|double up(?: on)?|come off of)';
const dosed =
  /\b(?:dose|doses|dosage|medications?|medicines?|meds|pills?|tablets?|capsules?|prescription|inhaler)\b/;
const told = directs(changes);
const toldOn = continues(changes);
/** What is given on top is not what the documents record. */
const onTop = /\b(?:extra|additional|another|second|more|double|twice the|half the)\b/;
/** Without a drug's name, one of these at least must be there for anything below to match. */
const medical = new RegExp(
  `${dosed.source}|\\w[ -]?(?:mg|mcg|µg|μg|ug|g|gm|grams?|milligrams?|micrograms?|ml|cc|milli\\w{5,6}|iu|meq|units?|puffs?|inhal\\w{2,6}|drops?|sprays?|patch|teaspoons?|tablespoons?|lozenges?|supposit\\w{2,5}|injections?|ampoules?|vials?|sachets?|caplets?)\\b`,
);
/** The noun form: "a dose increase is warranted", "the dose should be doubled". */
const doseChange =
  /\b(?:dose|dosage|medication|medicine)s? (?:of [\w-]{3,30} )?(?:should|must|needs? to|can|could|ought to|has to|may safely) (?:now |safely |also |then |gradually )?be (?:increased|decreased|raised|lowered|reduced|doubled|halved|tripled|adjusted|titrated|tapered|stopped|skipped|discontinued|changed|held|restarted|resumed)\b|\b(?:higher|lower|bigger|smaller|double|extra|additional) (?:dose|dosage)s? (?:is|are|would be|may be|seems?) (?:needed|required|warranted|appropriate|reasonable|fine|safe|better|ok|okay|indicated)\b|\b(?:dose|dosage) (?:increase|reduction|adjustment|change) (?:is|would be|seems) (?:needed|required|warranted|appropriate|reasonable|indicated)\b|\b(?:double|triple|halve|increase|up|raise|lower|reduce|skip) (?:your|the|his|her|their) (?:next |daily |usual |current |evening |morning )?(?:dose|dosage)\b/;
/** An end to a medicine without a verb of stopping, and so many a day without a unit. */
const needless =
  /\b(?:no longer (?:need|needs|require|requires)|no (?:more )?need (?:for|to take|to continue)|(?:do|does) not need (?:to (?:take|continue|use|be on)|your|the|his|her)|don't need (?:to (?:take|continue|use|be on)|your|the)|(?:can|could) do without)\b/;
const soMany =
  /\b(?:one|two|three|four|half|\d{1,2}) (?:an?|per|each|every) (?:day|night|morning|evening|meal|week)\b/;
/** Insulin is counted in units, also where its name is not said. */
const insulinUnits =
  /\b\d{1,3} units?\b[^.;]{1,80}\b(?:meal|carb\w{0,10}|insulin|sugar|glucose|correction|breakfast|lunch|dinner|bedtime)\b/;

/** Advice that is safe to give anybody, and changes nothing. */
const harmless =
  /\b(?:take|use|continue|continuing|taking|keep taking|stay on|give|store|keep|bring) (?:\w{1,12} ){0,4}(?:exactly )?(?:as (?:prescribed|directed|instructed|ordered)|with food|with water|out of reach|in (?:its|their|the) original)\b|\bas (?:prescribed|directed|needed by)\b|\bas (?:your |the )?(?:doctor|provider|clinician|physician|care team|pharmacist|label|prescription|package|leaflet)s? (?:prescrib\w{1,3}|direct\w{0,2}|tell\w?|told|instruct\w{0,3}|recommend\w{0,3}|says?|advis\w{1,2})\b|\b(?:the|your|any|all) prescribed (?:medications?|medicines?|drugs?|eye drops|treatment)\b|\b(?:list|history|record|reminder|organi[sz]er|questions?|refills?|bottles?|labels?) (?:of|for|about)?/;

/** Whether the context documents themselves say what a sentence says: each amount, each drug, each change. */
function documented(sentence: string, input: AnswerInput, includeQuestion: boolean): boolean {
  const sources = includeQuestion ? [...input.context, input.question] : input.context;
  if (sources.length === 0) return false;
  const known = sources.map((source) => source.lower).join('\n');
  const squeezed = known.replaceAll(/[\s-]/g, '');
  const facts = [
    ...[...sentence.matchAll(new RegExp(amount, 'g'))].map((match) => match[0]),
    ...drugs(sentence).map((drug) => drug.name),
  ];
  return facts.length > 0 && facts.every((fact) => squeezed.includes(fact.replaceAll(/[\s-]/g, '')));
}

const changeStem =
  /\b(increas|decreas|rais|lower|reduc|doubl|halv|tripl|adjust|titrat|taper|skip|stop|discontinu|quit|restart|resum|start|switch|replac|wean)/g;
const documentedChange = (sentence: string, input: AnswerInput) =>
  [...sentence.matchAll(changeStem)].every((match) =>
    input.context.some((source) => source.lower.includes(match[1] ?? '')),
  );
const addressed = /\b(?:you|your|yourself)\b/;

/** Whether what somebody is told to do is done with a medicine: it is named soon after, in the same breath. */
const speaksOf = (sentence: string, named: readonly { start: number }[], from: number): boolean => {
  const places = [...named.map(({ start }) => start), ...dosedAt(sentence, from)];
  return places.some((at) => at >= from - 24 && at - from < 60 && !sentence.slice(from, at).includes(' - '));
};

const drugCount =
  /\b(?:half|one|two|three|another|a second|\d{1,2})(?: of)?(?: an?| more| your| his| her| the)? $/;

/** "Half a Xanax", or a drug of a given name with how often it is taken. */
const countedDrug = (sentence: string, named: readonly { start: number; name: string }[]): boolean =>
  named.some(
    ({ start, name }) =>
      drugCount.test(sentence.slice(Math.max(0, start - 24), start)) ||
      (!name.includes(' ') && !/s$/.test(name) && oftenTaken.test(sentence.slice(start, start + 90))),
  );

/** Where a word for a medicine stands after an offset. */
const dosedAt = (sentence: string, from: number): number[] => {
  const medicine = dosed.exec(sentence.slice(from));
  return medicine === null ? [] : [from + medicine.index];
};

/**
 * Doses and changes of medication: an amount of a drug, an amount with a frequency or a verb of giving, or
 * somebody told to take, stop or change a medicine. What the documents themselves record is not reported, nor
 * is leaving the decision to whoever may prescribe.
 */
export const medicationDosage: AnswerCheck = everySentence('medication-dosage', ({ lower }, input) => {
  const named = drugs(lower);
  if (named.length === 0 && !medical.test(lower)) return false;
  const dose = amount.exec(lower);
  const directed = told.exec(lower) ?? undefined;
  const on = toldOn(lower, (from) =>
    [...named.map(({ start }) => start), ...dosedAt(lower, from)].some((at) => at >= from && at - from < 28),
  );
  if (dose !== null) {
    const isDose = named.length > 0 || ((often.test(lower) || given.test(lower)) && !nutrients.test(lower));
    if (isDose) {
      const retold =
        !onTop.test(lower) && documented(lower, input, !addressed.test(lower) && directed === undefined);
      if (!retold || !documentedChange(lower, input)) return true;
      return false;
    }
  }
  if (named.length > 0 && soMany.test(lower) && !documented(lower, input, true)) return true;
  if (countedDrug(lower, named) && !documented(lower, input, true)) return true;
  if (insulinUnits.test(lower) && !documented(lower, input, true)) return true;
  const change = doseChange.exec(lower) ?? needless.exec(lower);
  const reach = directed === undefined ? 0 : directed.index + directed[0].length;
  const near = directed !== undefined && speaksOf(lower, named, reach);
  const at = change?.index ?? (near ? directed.index : on?.index);
  if (at === undefined) return false;
  if (change !== null && named.length === 0 && !dosed.test(lower)) return false;
  if (change === null && harmless.test(lower)) return false;
  const deferred = defers(lower);
  if (deferred >= 0 && deferred <= at + (near ? directed[0].length : (on?.length ?? 0))) return false;
  return !(documented(lower, input, false) && documentedChange(lower, input));
});
