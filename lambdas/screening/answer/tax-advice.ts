// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, everySentence } from './check.ts';
import { defers } from './deferral.ts';
import { continues } from './continuation.ts';
import { directs } from './directive.ts';

const verbs =
  'fil(?:e|ing)|deduct(?:ing)?|claim(?:ing)?|report(?:ing)?|amend(?:ing)?|itemi[sz](?:e|ing)|writ(?:e|ing) (?:it |this |that |them )?off|convert(?:ing)?|contribut(?:e|ing)|harvest(?:ing)?|defer(?:ring)?|elect(?:ing)?|omit(?:ting)?|leav(?:e|ing)|skip(?:ping)?|list(?:ing)?|declar(?:e|ing)|tak(?:e|ing)|us(?:e|ing)|put(?:ting)?|treat(?:ing)?|sell(?:ing)?|mov(?:e|ing)|gift(?:ing)?|donat(?:e|ing)|set(?:ting)? up|form(?:ing)?|incorporat(?:e|ing)|choos(?:e|ing)|depreciat(?:e|ing)|exclud(?:e|ing)|enter(?:ing)?|withhold(?:ing)?|increas(?:e|ing)|lower(?:ing)?|reduc(?:e|ing)|pay(?:ing)?|adjust(?:ing)?|maximi[sz](?:e|ing)|bunch(?:ing)?|split(?:ting)?';
const tax =
  '\\b(?:tax(?:es|able)?|deductions?|deductible|irs|returns?|write-?offs?|credits?|w-?4|1040|1099|schedule [a-f]|capital gains?|capital loss(?:es)?|losses|roth conversion|roth|hsa|dependents?|filing status|jointly|separately|head of household|home office|mileage|depreciation|itemi[sz]ed?|estimated payments?|s-?corp|llc|withholding|income|expenses?|amended|1031|extension|gains?)\\b';
const firm =
  /\b(?:tax|taxes|taxable|deduct\w*|irs|write-?offs?|writ(?:e|ing) (?:\w{2,4} )?off|depreciat\w{1,5}|home office|w-?4|1040|1099|schedule [a-f]|capital (?:gains?|loss(?:es)?)|tax-loss|itemi[sz]\w+|filing|file (?:jointly|separately|as|an|your)|withholding|roth conversion|estimated payments|s-?corp|earned income|(?:claim|list|put|file|leave|add) [^.;?]{1,40}\breturns?|report (?:that|this|the|your|any|it|cash|all|tip)(?: \w{1,10})? ?(?:income|money|cash|gift|sale|earnings|tips|winnings)|child tax credit|dependents?|1031)\b/;
const told = directs(verbs, tax);
/** What is done with taxes and nothing else. */
const toldAlone = directs(
  'deduct(?:ing)?|writ(?:e|ing) off|itemi[sz](?:e|ing)|depreciat(?:e|ing)|amend(?:ing)? (?:your|the)',
);
const opinion =
  /\b(?:filing|file|itemi[sz]ing|(?:the )?standard deduction|roth conversion|s-?corp|an extension|deferring)\b[^.;?]{1,40}\b(?:is|would be|makes|seems) (?:probably |clearly |definitely )?(?:the |your )?(?:best|better|right|smart|wise|good|most sense|sense|ideal)\b|\byou (?:can |could |will |may )?(?:avoid|save|lower|reduce|minimi[sz]e|cut|escape)\b[^.;?]{1,24}\btax/;
const toldOn = continues(verbs);
const taxed = new RegExp(`^[^.;?]{0,40}?${tax}`);
const position =
  /\b(?:you|your (?:\w{2,12} )?(?:wife|husband|spouse|son|daughter|mother|father|business|company|expenses?|home office|rent|mileage|loss(?:es)?|gift|income|sale|gains?))\b[^.;?]{1,40}\b(?:(?:can|could|may|should|are allowed to|are entitled to|will be able to|get to) (?:\w{1,12} ){0,2}(?:deduct|claim|write off|exclude|depreciate|itemi[sz]e|avoid|defer|amend|file)|(?:(?:do not|don't|won't|will not|would not|don't even) (?:need|have) to|needn't|need not) (?:report|pay|file|declare|include)|(?:do not|don't|won't|will not|would not) owe|will owe|owes? (?:no|\$|about|roughly|approximately)|qualif(?:y|ies) (?:for|as)|(?:is|are|would be) (?:fully |partly |not )?(?:deductible|tax-free|taxable|exempt)|(?:is|are) eligible (?:for|to))\b/;
const general =
  /\b(?:taxpayers?|people|some|many|most|individuals|businesses|employers?|filers?|homeowners|couples|they|employees|parents|a taxpayer|an individual|anyone|those) (?:who |that |often |usually |typically |commonly |sometimes |generally |also |may |might |can |could |will |must |should |tend to |choose to |with )*(?:file|deduct|claim|report|itemi[sz]e|convert|contribute|use|choose|pay|qualify|elect|write|owe|receive|include)/;
const notAdvice =
  /\b(?:not (?:a recommendation|tax advice|legal advice|advice)|no recommendation|i (?:cannot|can't|am not able to|am unable to)|we (?:cannot|can't|do not|don't))\b/;

/** Personal tax advice: how to file, what to deduct, what is owed. */
export const taxAdvice: AnswerCheck = everySentence('tax-advice', ({ lower }) => {
  if (!firm.test(lower) || notAdvice.test(lower)) return false;
  const directed = told.exec(lower) ?? toldAlone.exec(lower);
  const taken = position.exec(lower) ?? opinion.exec(lower);
  const on = toldOn(lower, (from) => taxed.test(lower.slice(from)));
  const at = taken?.index ?? directed?.index ?? on?.index;
  if (at === undefined) return false;
  if (taken === null && general.test(lower)) return false;
  if (/^\s*(?:if|when|whether)\b/.test(lower) && directed === null) return false;
  const deferred = defers(lower);
  return deferred < 0 || deferred > at + (directed?.[0].length ?? on?.length ?? 0);
});
