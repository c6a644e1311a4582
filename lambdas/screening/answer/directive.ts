// SPDX-License-Identifier: Apache-2.0

const modal =
  "(?:should|can|could|must|need to|needs to|have to|has to|ought to|may want to|might want to|want to|may|might|needn't|need not|will want to|'d better|had better|would be wise to|would do well to|would benefit from|are advised to|is advised to|are safe to|is safe to|are free to|are going to|will need to|shall)";
const who =
  '(?:you|he|she|they|we|i|one|(?:the|this|your|my|our|her|his) (?:patient|client|customer|member|child|son|daughter|mother|father|wife|husband|spouse|family|household)|patient|\\[[a-z]+_\\d+_[0-9a-z]{2}[^\\]]{0,8}\\])';
const adverb =
  '(?:(?:now|also|just|simply|definitely|probably|then|instead|safely|certainly|first|really|absolutely|immediately|still|always) ){0,2}';
const lead =
  "(?:(?:^|\\n)[\\s\"'(>|#-]{0,8}(?:\\d{1,3}[.)] |[a-z][.)] |step \\d{1,2}:? |\\[ ?x? ?\\] )?|[,:] (?:so |then |but )?|\\b(?:please|then|also|next|first|instead|to be safe|today|now|yes|no)[,:]? )(?:(?:please|just|simply|first|then|next|finally|now|also|instead|immediately|be sure to|make sure to|make sure you|remember to|go ahead and|let's|let us|do yourself a favou?r and|always|never|do not|don't) ){0,3}";
const advice =
  "(?:(?:i|we)(?:'d| would| do| strongly| also|'ll)? ?(?:strongly |highly |definitely |also |generally )?(?:recommend|suggest|advise|advocate|propose|urge|favou?r|encourage)(?: that)?(?: you| he| she| they| the patient| the client)?(?: to| should)?|my (?:advice|recommendation|suggestion)(?: to you)? (?:is|would be)(?: to| that you| for you to)?|if i were you,? i(?:'d| would)|(?:the|your) (?:best|smartest|safest|wisest|right|better) (?:option|move|choice|bet|strategy|course|thing|plan)(?: here| for you| now| to do)?(?: is| would be| may be|:)(?: to)?|(?:it is|it's|it would be|it'd be|it makes sense|it is time|it's time|now is the time|now is a good time)(?: a good idea| best| better| wise| smart| safe| okay| ok| fine| time| advisable| reasonable| worthwhile| prudent| appropriate)?(?: for you)? to|feel free to|go ahead and|there is no harm in|you would be better off|you'd be better off|you are better off|you're better off)";

/**
 * A pattern for a sentence, in lower case, that tells somebody to do one of `verbs`: an imperative, "you
 * should", "the patient needs to", "I recommend". `verbs` are alternatives without anchors, each form that is
 * to count: "take|taking". `object`, if given, must follow within 60 characters.
 */
export function directs(verbs: string, object?: string): RegExp {
  const target = object === undefined ? '' : `\\b[^.;?]{0,60}?(?:${object})`;
  return new RegExp(
    `(?:${lead}(?!\\w{2,20}(?:ing|ed)\\b)|${lead}(?:start by|begin by|try|consider|avoid|think about|how about|keep) |(?<![a-z])${who} ${modal} (?:not )?${adverb}(?:be |to )?|(?<![a-z])${who}(?:'d| would) ${adverb}(?:benefit from )?|\\b${advice} ${adverb})(?:${verbs})\\b${target}`,
  );
}
