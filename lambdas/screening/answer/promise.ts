// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, everySentence } from './check.ts';

const certain =
  /\b(?:will|are going to|is going to) (?:definitely|certainly|surely|undoubtedly|without (?:a )?(?:doubt|fail)|for sure|most certainly)\b|\b(?:i|we|our (?:bank|team|clinic|hospital|company))(?: can| will| do|'ll| hereby| personally)? (?:absolutely |fully |personally |definitely |hereby )?(?:guarantee|promise|assure|swear|vow|pledge)\b|\b(?:is|are|be|comes?|offers?|with|gives?|has|have) (?:an? )?(?:absolutely |fully |100% |100 percent |completely |virtually |practically |basically )?(?:guarantee|guaranteed|promised|assured)\b|\bguaranteed (?:to|returns?|profits?|approval|results?|success|cure|income stream|refund|outcome|recovery|growth|gains?|win|savings)\b|\b(?:100 ?%|100 percent|completely|totally|absolutely|entirely|perfectly) (?:safe|certain|sure|effective|risk[- ]free|guaranteed|curable|secure|painless|covered|harmless)\b|\b(?:risk[- ]free|no[- ]risk|zero[- ]risk|without any risk|no risk (?:at all|whatsoever|of losing)|foolproof|fail-?safe|can't lose|cannot lose|can't go wrong|never (?:fails?|loses?)|sure thing|surefire|no way (?:it|this|you) (?:can|could|will) (?:fail|lose))\b|\b(?:always|never) (?:works?|cures?|heals?|fails?|pays?)\b|\byou(?:'ll| will| are going to|'re going to| are certain to| are sure to| are bound to) (?:definitely|certainly|surely|absolutely|undoubtedly|without (?:a )?doubt|for sure|most certainly|always|never|100%)\b|\b(?:will|is going to|are going to) (?:definitely|certainly|surely|absolutely|undoubtedly|without (?:a )?(?:doubt|fail)|for sure|completely|fully|totally|always) (?:be |get |go |make |have )?(?:cure|cured|heal|healed|work|fix|recover|resolve|resolved|eliminate|approve|approved|refund|refunded|cover|covered|paid?|granted|waived?|succeed|win|double|grow|rise|increase|receive|better|away|disappear|profit|returned|reversed|deleted|removed|safe|accept|accepted)\b|\b(?:rest assured|mark my words|you have my word|take my word|no doubt about it|without a doubt|there is no doubt|there's no doubt|certain to|sure to|bound to)\b/;
const outcome =
  /\b(?:your|the|this|that) (?:\w{1,14} ){0,3}?(?:claim|loan|application|request|refund|appeal|dispute|mortgage|credit|card|authori[sz]ation|pre-?authori[sz]ation|surgery|fee|charge|payment|money|balance|condition|treatment|procedure|penalty|benefits?|coverage) will (?:be (?:approved|accepted|granted|refunded|waived|paid(?: in full)?|reversed|covered|successful|removed|fixed|cured|credited|reimbursed|forgiven)|succeed|cure|work|go through)\b|\bwe(?:'ll| will| are going to) (?:\w{1,12} ){0,2}(?:refund|waive|approve|reimburse|credit|pay|cover|reverse|forgive|compensate|match|beat|cure|fix|heal|remove) (?:\w{1,12} ){0,3}(?:you|your|the|this|that|it|all|every|any)\b|\b(?:always|never) (?:works?|cures?|heals?|fails?|pays?)\b|\byou(?:'ll| will| are going to|'re going to) (?:be (?:approved|cured|refunded|reimbursed|fine|okay|ok|all right|pain[- ]free|accepted|compensated|healed|completely|fully|back to normal)|(?:make|earn|double|triple|get back|recover|win|receive) (?:\w{1,12} ){0,3}(?:money|profit|return|returns|investment|appeal|refund|approval|full|every|dollars?|percent|%|\$\d))\b|\b(?:will|can) (?:cure|eliminate|reverse|heal) (?:your|the|this|his|her)\b|\b(?:you have nothing to worry about|there is nothing to worry about|there's nothing to worry about|nothing can go wrong|nothing will go wrong)\b/;
const denies =
  /\b(?:no|not|cannot|can't|can not|never|without|don't|doesn't|do not|does not|isn't|aren't|is not|are not|neither|nor|nothing is|none|nobody|unable|won't|rarely|hardly|wary of|beware|careful|avoid|scams?|red flag|suspicious|warning|claims? that|claiming|whether|if)\b[^.;:,]{0,50}$/;
/** Words of products and law, where a guarantee is a thing and not a promise. */
const product =
  /\b(?:guaranteed (?:issue|renewable|investment contract|interest account|universal|student|minimum|death|acceptance|withdrawal|loan|rates?|by|insurability|annuity)|government[- ]guaranteed|federally guaranteed|state-guaranteed|loan guarantees?|guaranty|personal guarantee|guarantors?|guarantee (?:fund|association|fee|period|agency|program)|(?:insured|backed) by|sba|ginnie mae|money[- ]back guarantee|price guarantee|satisfaction guarantee|promissory|risk-free rate|rate guarantee)\b/;

/** Promises of an outcome: a cure, a return, an approval, a refund. */
export const promise: AnswerCheck = everySentence('promise', ({ lower }) => {
  const claim = certain.exec(lower) ?? outcome.exec(lower);
  if (claim === null) return false;
  if (
    denies.test(
      lower.slice(0, claim.index + Math.max(0, claim[0].search(/guarant|promis|risk[- ]free|assur/))),
    )
  )
    return false;
  if (product.test(lower)) return false;
  return !/^\s*(?:if|once|when|unless)\b/.test(lower) || certain.test(lower);
});
