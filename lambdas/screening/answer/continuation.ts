// SPDX-License-Identifier: Apache-2.0

/** Words that carry on with what somebody is told: "call me and sell the shares", "let us cut the pill". */
const joint =
  "\\b(?:and|or|then|so|let's|let us|i'd|we'd|you'd|would|should|must|needn't|need not|better|better to|time to|have to|need to|has to|needs to|going to|smart to|wise to|safe to|fine to|ok to|okay to) (?:just |also |now |then |simply |[a-z]{3,10}ly )?";

/** Of whom things are told as facts of the world. */
const others =
  /\b(?:doctors?|clinicians?|physicians?|providers?|prescribers?|pharmacists?|nurses?|surgeons?|specialists?|guidelines?|experts?|people|patients|adults|children|women|men|many|most|some|who|which|studies|researchers|treatments?|therap(?:y|ies)|options|drugs|medicines|they|investors?|traders?|savers?|borrowers?|homeowners?|households?|families|consumers?|banks?|lenders?|funds|brokers?|managers?|companies|employers?|businesses|taxpayers?|filers?|retirees|advisers?|advisors?|planners?|clients|customers|members|applicants|parents|couples|students|scam\w{0,5}|fraudsters?|it (?:can|may|helps?))\b/;

/**
 * Finds `verbs` (alternatives, base forms) after such a word, where `about` finds what it is done with within a
 * few words of the verb, and no such subject goes before.
 */
export function continues(
  verbs: string,
): (sentence: string, about: (from: number) => boolean) => { index: number; length: number } | undefined {
  const pattern = new RegExp(`${joint}(?!\\w{2,20}(?:ing|ed)\\b)(?:${verbs})\\b`, 'g');
  return (sentence, about) => {
    for (const match of sentence.matchAll(pattern))
      if (about(match.index + match[0].length) && !others.test(sentence.slice(0, match.index)))
        return { index: match.index, length: match[0].length };
    return undefined;
  };
}
