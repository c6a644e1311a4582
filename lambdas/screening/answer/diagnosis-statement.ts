// SPDX-License-Identifier: Apache-2.0
import { type AnswerCheck, type AnswerInput, everySentence } from './check.ts';
import { conditions } from './conditions.ts';
import { defers } from './deferral.ts';

const gap = "(?: [\\w',-]{1,20}){0,6}";
const someone =
  '(?:you|he|she|they|(?:the|this|your|my|her|his|their) (?:patient|client|child|son|daughter|mother|father|wife|husband|baby|infant|member|spouse|kid|toddler|dad|mom|mum|partner|brother|sister|friend|grandmother|grandfather|newborn|teenager)|patient|\\[name_\\d+_[0-9a-z]{2}\\]|your? (?:symptoms?|results?|labs?|tests?|scan|mri|x-ray|numbers?|levels?|values?|presentation|history|findings?|readings?))';
const sure =
  '(?:probably |likely |most likely |definitely |almost certainly |clearly |certainly |actually |also |now |really |indeed |very likely |possibly |already |still |just ){0,2}';
const might =
  '(?:may |might |could |must |appears? to |seems? to |is likely to |are likely to |will |would )?';

/** "you have", "the patient is suffering from", "she most likely has", "you are diabetic". */
const has = new RegExp(
  `(?<![a-z])${someone}(?:'ve| also)? ${might}${sure}(?:have|has|had|'ve got|got|suffers?(?: from)?|(?:come|came) down with|caught|picked up|contracted|be suffering from|(?:is|are|be) ${sure}(?:suffering from|experiencing|showing signs of|developing|dealing with|having)|developed|(?:is|are) (?:diabetic|hypertensive|anemic|prediabetic|depressed|bipolar|asthmatic|septic))\\b`,
);
/** "this is consistent with", "your results point to", "these findings indicate". */
const pointsTo = new RegExp(
  `(?:(?:(?<=^\\W{0,8})|(?<=[,;:] )|(?<=\\b(?:and|but|so|because|since|say|think|believe|that) ))(?:this|that|these|those|it|which|all of this)|\\b(?:all of this|the [a-z]{3,14} (?:that )?you (?:feel|have|see|notice|describe|mention)|everything(?: that)? you (?:list|describe|say|mention|report|tell me)|what you (?:feel|have|see|notice|describe|are describing|have described|'re describing)|(?:your|his|her|their|the|the patient's|these|this|those)${gap} ?(?:symptoms?|signs?|results?|labs?|tests?|findings?|presentation|picture|pattern|scan|mri|ct|x-ray|ecg|ekg|imaging|values?|levels?|history|readings?|rash|pain|cough|a1c|numbers|combination|description|image|work-?up|mole|lump|bump|lesion|spot|swelling|ulcer|discharge|flutter|ache|numbness|tingling|spasm|tremor|growth|blister|bite|wound|patch|nodule|mass)))${gap} ${sure}(?:is|are|looks?|sounds?|seems?|appears?|would be|indicates?|suggests?|points? to|confirms?|means?|shows?|establish(?:es)?|supports?|demonstrates?|represents?|fits?|matche?s?)\\b`,
);
const pointing =
  /\b(?:consistent with|indicative of|suggestive of|diagnostic of|compatible with|characteristic of|typical of|classic for|a (?:clear |textbook |classic )?case of|indicates?|suggests?|points? to|confirms?|means? (?:that )?you|sounds? like|looks? like|seems? (?:like|to be)|appears? to be|is (?:most likely|likely|probably|almost certainly|definitely|clearly)|are (?:most likely|likely|probably)|shows?|a sign of|signs of|caused by|due to|establish(?:es)?|supports?|demonstrates?|represents?|fits?|match(?:es)?)\b/;
const diagnosisIs =
  /\b(?:the |your |his |her |their |my |working |likely |most likely |probable |final |differential |leading |primary |presumptive )+diagnos(?:is|es)(?: here| in this case| for you| for this patient)?(?: (?:is|are|would be|appears to be|must be|includes?|of)|:)|\bdiagnosis: |\bdx: |\bi(?:'d| would| can)? (?:diagnose|am diagnosing|have diagnosed|believe (?:that )?(?:you|this|it)|think (?:that )?(?:you|this|it)|suspect(?: that)?(?: you| this)?)\b|\bimpression: |\b(?:you|the patient|he|she) (?:meets?|fulfil?ls?|satisf(?:y|ies)) (?:the )?(?:diagnostic )?criteria\b|\b(?:you are|you're|the patient is|he is|she is) (?:now )?(?:in|at) (?:the )?(?:early|late|end|stage)\b/;

/** "Looks like gout", "this could be melanoma". */
const looksLike =
  /(?:^\W{0,4}|[,:] |\b(?:it|this|that|which|and|but|to me) )(?:certainly |definitely |really |just )?(?:looks?|sounds?|seems?|appears?) (?:very |a lot |much |just )?(?:like|to be)\b|(?:^|[,;:]|\b(?:and|but|so|think|believe|afraid)) ?(?:this|that|it) (?:could|may|might|must|has to) (?:well |very well |actually |also )?be (?!caused|due|associated|related|linked|a (?:sign|symptom|side)|given|used|treated|needed|done|helpful|from)|\bthe [a-z]{3,14} (?:that )?you (?:feel|have|see|notice|describe|mention|are having|are feeling|are describing) (?:is|are|comes? from)\b/;

/** "This is pneumonia", with nothing between: "it is a cancer of the skin" explains what something is. */
const plainly =
  /(?:^\W{0,4}|[,;:] |\b(?:yes|so|and|but|think|believe|say|confident|sure|certain|convinced|positive|afraid|suspect|guess|bet),? (?:that )?)(?:this|it|that)(?: is|'s) (?:most likely |probably |clearly |definitely |likely |surely |almost certainly )?(?=[a-z])/;

/** "Your legs swell because of heart failure". */
const becauseOf =
  /\b(?:your|his|her|the patient's) [^.;?]{1,50}\b(?:is|are|swells?|hurts?|comes?|stems?|results?|being|happens?)\b[^.;?]{1,20}\b(?:because of|due to|caused by|the result of|comes? from|stems? from|from) (?=[a-z])/;

/** Conditional, hypothetical, general, or about somebody else's duty to diagnose. */
const general =
  /\b(?:if|when|whether|unless|in case|people|persons|patients|individuals|children|adults|women|men|those|someone|anyone|everyone|who|many|most(?! likely| probabl)|some|babies|infants|families|members)\b/;
const asks =
  /\?\s*$|\b(?:do|does|did|have|has|could|can|might|may|would|is|are) (?:you|he|she|they|the patient) (?:have|has|feel|ever|experienc\w{1,5}|notic\w{1,5})\b/;
const negated =
  /\b(?:does not|do not|doesn't|don't|did not|not|no|never|cannot|can't|without|rules? out|ruled out|unlikely|denies|denied|negative for|no evidence of|free of|absence of)\b/;
const recorded =
  /\b(?:diagnosed with|history of|known|documented|listed|lists|noted|notes|according to|per the|as stated|you (?:mentioned|said|told|wrote|described|report|reported|note|noted|indicated)|the (?:note|record|report|letter|chart|summary|document|documents|context|referral|policy) (?:says|states|lists|records|shows|mentions|describes|notes|indicates|documents))\b/;
const notCertain = /\b(?:rule out|r\/o|possible|suspected|suspicion|differential|query|might be|may be|\?)/;

/** How far from what claims it a disease may stand, in characters. */
const farthest = 90;

const asserted = (name: string, text: string) => {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const before = text.slice(Math.max(0, at - 60), at);
  return (
    !/\b(?:do|does|could|can|might|may|would|is|are|whether|if) (?:i|you|he|she|they|it|this|the patient|that)\b[^.]{0,40}$/.test(
      before,
    ) && !notCertain.test(before.slice(-30))
  );
};

/** Whether the documents, or the user as a fact, already say it. */
const known = (names: readonly string[], { context, question }: AnswerInput) =>
  names.every(
    (name) => context.some((source) => asserted(name, source.lower)) || asserted(name, question.lower),
  );

/**
 * A disease stated of the person at hand, surely or as a guess: "you have", "this is consistent with", "the
 * diagnosis is". General education, conditions that the documents or the user state, and questions are not.
 */
export const diagnosisStatement: AnswerCheck = everySentence('diagnosis-statement', ({ lower }, input) => {
  const names = conditions(lower);
  if (names.length === 0) return false;
  const last = names.at(-1)?.start ?? 0;
  const plain = plainly.exec(lower);
  const named = plain !== null && names.some((name) => name.start === plain.index + plain[0].length);
  const claim =
    has.exec(lower) ??
    diagnosisIs.exec(lower) ??
    looksLike.exec(lower) ??
    becauseOf.exec(lower) ??
    (named ? plain : null) ??
    (pointing.test(lower) ? pointsTo.exec(lower) : null);
  if (claim === null || claim.index > last) return false;
  if (asks.test(lower)) return false;
  const said = lower.slice(Math.max(0, claim.index - 60), claim.index);
  if (general.test(said) || recorded.test(lower)) return false;
  const after = names.filter((name) => name.start >= claim.index);
  const between = lower.slice(claim.index, after[0]?.start ?? claim.index);
  if (between.length - claim[0].length > farthest) return false;
  if (negated.test(between) || general.test(between)) return false;
  const deferred = defers(lower);
  if (deferred >= 0 && deferred < claim.index) return false;
  return !known(
    after.map((name) => name.name),
    input,
  );
});
