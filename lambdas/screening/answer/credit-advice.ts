// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, everySentence } from './check.ts';
import { defers } from './deferral.ts';
import { continues } from './continuation.ts';
import { directs } from './directive.ts';

const verbs =
  'appl(?:y|ying)|tak(?:e|ing)(?: out| on)?|borrow(?:ing)?|refinanc(?:e|ing)|consolidat(?:e|ing)|pay(?:ing)? (?:it |them |this |that )?(?:off|down)|clos(?:e|ing)|open(?:ing)?|get(?:ting)?|choos(?:e|ing)|pick(?:ing)?|go(?:ing)? (?:with|for)|us(?:e|ing)|transfer(?:ring)?|mov(?:e|ing)|default(?:ing)?|stop(?:ping)? paying|skip(?:ping)?|co-?sign(?:ing)?|lock(?:ing)? in|settl(?:e|ing)|negotiat(?:e|ing)|fil(?:e|ing) for|declar(?:e|ing)|accept(?:ing)?|switch(?:ing)?|sign(?:ing)?(?: up)?|max(?:ing)? out|cancel(?:ling|ing)?|increas(?:e|ing)|prepay(?:ing)?|roll(?:ing)?|put(?:ting)?|tap(?:ping)?|select(?:ing)?|financ(?:e|ing)|fund(?:ing)?|cover(?:ing)?|opt(?:ing)? for|stick(?:ing)? (?:with|to)|keep(?:ing)?|reduc(?:e|ing)|snowball(?:ing)?';
const credit =
  '\\b(?:loans?|credit cards?|cards?|mortgages?|heloc|home equity|lines? of credit|credit lines?|balance transfers?|debts?|bankruptcy|chapter (?:7|13)|cash advance|payday|refinanc\\w{1,4}|consolidation|auto financing|financing|lender|overdraft|fixed[- ]rate|adjustable[- ]rate|(?:15|20|30)-year|balances?|bnpl|leasing|lease|credit limit)\\b';
const told = directs(verbs, credit);
const toldOn = continues(verbs);
const spokenOf = new RegExp(credit);
const credited = new RegExp(`^[^.;?]{0,40}?${credit}`);
/** What is done with credit and nothing else. */
const toldAlone = directs('refinanc(?:e|ing)|consolidat(?:e|ing)|co-?sign(?:ing)?');
const opinion =
  /\b(?:loan|card|mortgage|heloc|refinance|refinancing|financing|consolidation|balance transfer|line of credit|lease|leasing|(?:15|20|30)-year|fixed[- ]rate|bankruptcy)\b[^.;?]{1,50}\b(?:is|would be|seems?|looks?|makes?) (?:clearly |definitely |probably |likely )?(?:the |your |a |an )?(?:best|better|right|smartest|good|great|perfect|ideal|most sense|sense|wise|smart) ?(?:choice|option|move|fit|deal|idea|decision|loan|card|one|way)? (?:for (?:you|your|someone in your)|here|in your)\b|\b(?:best|right|better|ideal|perfect) (?:loan|card|credit card|mortgage|lender|option) for (?:you|your)\b|\b(?:best|smartest|safest|wisest|right|better|ideal) (?:option|move|choice|bet|strategy|thing|plan)(?: here| for you| in your (?:case|situation))?(?: is| would be|:)(?: to)? [^.;?]{0,40}\b(?:loan|card|mortgage|heloc|home equity|line of credit|refinanc\w{1,4}|consolidat\w{1,5}|balance transfer|bankruptcy|lease)\b|\b(?:you are|you're|you would be|you'd be) better off (?:with|in|on|using|taking|getting|paying) [^.;?]{0,40}\b(?:loan|card|mortgage|heloc|line of credit|lease|rate)\b|\byou (?:can|could) (?:easily |comfortably |definitely |certainly )?afford (?:this|that|the|a|an|to borrow|it)\b|\byou (?:would|will|should|do|clearly|easily|definitely) (?:easily |definitely |likely |probably |almost certainly )?(?:qualify|be approved|get approved|be eligible)\b[^.;?]{1,50}\b(?:loan|card|mortgage|credit|financing|heloc|refinanc\w{1,4}|rate)\b/;
/** Service: how to do what the customer has decided, or what has to be done about a lost card. */
const service =
  /\b(?:to apply|in order to|lost|stolen|fraud\w*|unauthori[sz]ed|activate|freeze|frozen|dispute|block|replacement|reorder|pin|app|online banking|branch|log ?in|sign in|website|settings|menu|tap (?:on|to|the|["'])|statement|customer service|call us|contact us|number on the back)\b/;
const general =
  /\b(?:borrowers?|people|some|many|most|lenders?|consumers?|banks?|homeowners?|customers|cardholders?|applicants?|households|they) (?:who |that |often |usually |typically |commonly |sometimes |generally |also |may |might |can |could |will |tend to |choose to )+(?:apply|take|borrow|refinance|consolidate|pay|close|open|get|choose|use|transfer|prefer)/;
const notAdvice =
  /\b(?:not (?:a recommendation|credit advice|financial advice|advice)|no recommendation|i (?:cannot|can't|am not able to|am unable to)|we (?:cannot|can't|do not|don't))\b/;

/** Personal credit advice: which credit to take, repay, refinance or close, and whether one would get it. */
export const creditAdvice: AnswerCheck = everySentence('credit-advice', ({ lower }) => {
  if (notAdvice.test(lower)) return false;
  const directed = service.test(lower) ? null : (told.exec(lower) ?? toldAlone.exec(lower));
  const view = opinion.exec(lower);
  const on = service.test(lower)
    ? undefined
    : toldOn(
        lower,
        (from) =>
          credited.test(lower.slice(from)) ||
          (/pay (?:it|them|this|that) (?:off|down)$/.test(lower.slice(0, from)) && spokenOf.test(lower)),
      );
  const at = directed?.index ?? view?.index ?? on?.index;
  if (at === undefined) return false;
  if (view === null && general.test(lower)) return false;
  const deferred = defers(lower);
  return deferred < 0 || deferred > at + (directed?.[0].length ?? on?.length ?? 0);
});
