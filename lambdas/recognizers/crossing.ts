// SPDX-License-Identifier: Apache-2.0
import { pattern, type Recognizer } from './recognizer.ts';

/** What streets of a town are called everywhere, for those that are written in small letters or without a cue. */
const usual =
  'main|elm|oak|pine|maple|cedar|market|broadway|washington|walnut|chestnut|spring|church|mill|lake|hill|spruce|alder|birch|union|college|vine|cherry|grand|jefferson|madison|monroe|lincoln|jackson|franklin|mission|sunset|highland|ash|willow|locust|magnolia|poplar|sycamore|lexington|wilson|adams|harrison|roosevelt|cleveland|montgomery|olive|linden|hickory|laurel|dogwood|juniper|prospect|pleasant|pearl|liberty|commerce|railroad|colorado|euclid|flower|figueroa|geary|delancey|bleecker|canal|houston|peachtree|ponce';
const suffix =
  '(?:St|Street|Ave?|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Pkwy|Parkway|Hwy|Highway|Pl|Place|Terrace|Way|Ct)';
const lowerSuffix = '(?:st|street|ave|avenue|rd|road|blvd|boulevard|drive|lane|ln|pkwy|hwy)';
const ordinal =
  '(?:\\d{0,2}(?:1st|2nd|3rd|[04-9]th|1[1-3]th)|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth))';
const joint = '(?: (?:and|@) | ?& ?)';
/** Capitalised, and no word that goes on after an ordinal: "1st and Final Notice", "Monday and 3rd". */
const name =
  "(?!(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Final|Last|Next|Only|Every|Each|Other|Thursday|Friday|Monday|Tuesday|Wednesday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Cranial|Degree|Grade|Stage|Level|Floor|Day|Week|Month|Year|Dose|Visit|Line|Party|Then|Before|After|The|This|That|His|Her|My|Is|Was|Are|It|If|In|On|At|He|She|We|They|Please|What|Which|When|How|Why)\\b)\\p{Lu}[\\p{L}\\p{M}'’-]{2,20}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{2,20}){0,2}";
const at =
  '(?<=\\b(?:at|near|off|by|outside|around|from|on|to|corner|crossing|junction|intersection|location|scene)(?: of)?(?: the corner of)?:? )';
const start = '(?<![\\p{L}\\p{N}]|\\d[.,/-])';
const end = '(?![\\p{L}\\p{N}]|-\\p{L})';
const shape = (source: string, flags = 'u') => new RegExp(`${start}${source}${end}`, flags);

/** What joins two streets, beside a numbered one or one that says that it is a street: few texts have it. */
const hint =
  /(?:&|\band\b|@)(?: ?\d{0,2}(?:1st|2nd|3rd|\dth)(?![a-z])|(?<=(?:\d(?:st|nd|rd|th)|(?:fir|\b)st|street|second|third|fth|fourth|sixth|venth|ighth|ninth|tenth|ave?(?:nue)?|rd|road|blvd|boulevard|dr(?:ive)?|ln|lane|pkwy|parkway|hwy|highway|pl(?:ace)?|terrace|way|ct)\.? ?(?:&|and|@)))/i;

const shapes = pattern({
  name: 'crossing',
  type: 'STREET',
  cites: '45 CFR 164.514(b)(2)(i)(B)',
  looksLike: [
    {
      pattern: 'number first, after a place word',
      regexp: shape(`(?=\\d|[FSTEN])${at}${ordinal}(?: ${suffix}\\.?)?${joint}${name}(?: ${suffix}\\.?)?`),
    },
    {
      pattern: 'number first, with a suffix',
      regexp: shape(`${ordinal}(?: ${suffix}\\.?)?${joint}${name} ${suffix}(?:\\.|(?=[\\s,;]|$))`),
    },
    {
      pattern: 'number first, usual',
      regexp: shape(
        `\\d{0,2}(?:1st|2nd|3rd|[04-9]th|1[1-3]th)(?: ${lowerSuffix}\\.?)?${joint}(?:${usual})(?: ${lowerSuffix}\\.?)?`,
        'iu',
      ),
    },
    {
      pattern: 'number last, usual',
      regexp: shape(
        `(?:${usual})(?: ${lowerSuffix}\\.?)?${joint}\\d{0,2}(?:1st|2nd|3rd|[04-9]th|1[1-3]th)(?: ${lowerSuffix}\\.?)?`,
        'iu',
      ),
    },
    {
      pattern: 'number last, with a suffix',
      regexp: shape(`${name} ${suffix}\\.?${joint}${ordinal}(?: ${suffix}\\.?)?`),
    },
    {
      pattern: 'number last, after a place word',
      regexp: shape(
        `(?=\\p{Lu})${at}${name}${joint}\\d{0,2}(?:1st|2nd|3rd|[04-9]th|1[1-3]th)(?: ${suffix}\\.?)?`,
      ),
    },
    {
      pattern: 'two suffixes',
      regexp: shape(`${name} ${suffix}\\.?${joint}${name} ${suffix}(?:\\.|(?=[\\s,;]|$))`),
    },
  ],
  edges: 'open',
  score: 0.75,
});

/** Where two streets meet, without a house's number: "5th & Main", "Elm St & 3rd", "oak and 12th". */
export const crossing: Recognizer = {
  ...shapes,
  find: (text) => (hint.test(text) ? shapes.find(text) : []),
};
