// SPDX-License-Identifier: Apache-2.0
import nlp from 'compromise';

const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | readonly string[]> } }).one.lexicon;
const tagged = (tag: string): readonly string[] =>
  Object.entries(lexicon).flatMap(([word, tags]) =>
    /^[a-z]{3,12}$/.test(word) && [tags].flat().includes(tag) ? [word] : [],
  );

/** Verbs as compromise's lexicon has them: "told", "asked"; "tells", "asks". */
export const verbs = { past: tagged('PastTense'), present: tagged('PresentTense') };
