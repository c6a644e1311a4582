// SPDX-License-Identifier: Apache-2.0

const person =
  '(?:doctor|physician|provider|clinician|prescriber|pharmacist|nurse|care team|healthcare team|medical team|specialist|cardiologist|oncologist|psychiatrist|endocrinologist|surgeon|dietitian|therapist|obstetrician|pediatrician|neurologist|dermatologist|professional|adviser|advisor|planner|accountant|cpa|preparer|attorney|lawyer|expert|banker|loan officer|counselor|fiduciary|enrolled agent|team)s?';

/** "ask your doctor", "talk to a licensed adviser": who is asked to decide. */
const referral = new RegExp(
  `\\b(?:ask|asking|talk (?:to|with)|talking (?:to|with)|speak (?:to|with)|speaking (?:to|with)|check with|checking with|consult|consulting|consultation with|discuss|discussing|confirm with|verify with|review with|work with|working with|guidance (?:of|from)|advice (?:of|from)|supervision of|direction of|approval (?:of|from)|contact|call|tell|see)\\b[^.;]{1,50}\\b${person}\\b`,
);

/** "your doctor may change", "the prescriber decides": somebody entitled is the one who acts. */
const entitled = new RegExp(
  `\\b${person}\\b[^.;,]{1,30}\\b(?:may|might|can|could|will|would|should|must|decides?|decided|determines?|chooses?|adjusts?|prescribes?|sets?|recommends?|recommended|needs?|knows?|has to|have to|is able|are able|often|usually|sometimes)\\b`,
);
const byEntitled = new RegExp(
  `\\b(?:by|from|with|to|for|up to|unless|until|if|as) (?:an? |your |the |their |his |her |our |my |that )?(?:own |treating |prescribing |licensed |qualified |primary care |tax |financial |medical |healthcare |health care |investment |registered |certified ){0,3}${person}\\b`,
);

/** What makes clear that the sentence does not tell anybody to act. */
const withheld =
  /\b(?:cannot|can't|can not|unable to|not able to|not allowed to|am not|are not|won't|do not provide|don't provide|does not provide|isn't|is not|not a substitute)\b[^.;]{1,40}\b(?:advise|advice|recommend|recommendations?|tell you|say whether|say if|determine|diagnos\w{1,6}|suggest|decide|know|guarantee|promise|predict)\b/;
const whether =
  /\b(?:whether (?:or not |you |to |it |this |that )|depends? on|questions? (?:to ask|for)|ask about)\b/;
const withoutAsking =
  /\b(?:do not|don't|never|should not|shouldn't|avoid|must not|not|rather than|instead of) [^.;]{0,80}\b(?:without|unless|until|before) (?:[\w']{1,14} ){0,4}(?:talk\w{0,3}|ask\w{0,3}|speak\w{0,3}|check\w{0,3}|consult\w{0,3}|discuss\w{0,3}|tell\w{0,3}|told|advised|advice|approval|instruct\w{0,5}|guidance|doctor|physician|provider|clinician|prescriber|pharmacist|team|adviser|advisor|professional)\b/;
const before =
  /\bbefore (?:you |he |she |they )?(?:\w{1,12} (?:or|,) ){0,3}\w{2,14}ing\b|\bbefore (?:you|making|any)\b/;

/** Offset at which a sentence (lower case) hands the decision to somebody entitled to it, or -1. */
export function defers(sentence: string): number {
  let first = -1;
  for (const pattern of [referral, entitled, byEntitled, withheld, whether, withoutAsking, before]) {
    const at = pattern.exec(sentence)?.index ?? -1;
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}
