// SPDX-License-Identifier: Apache-2.0
import { things } from './things.ts';

/** Labels, shorthand and general words that are no name of a person, place or facility by themselves. */
const never = new Set(
  'hmo ppo epo id ids mrn dob ssn acct rec recs nr no tx rx dx hx sx fx pt pts med meds clinic hospital ward unit office downtown uptown oral tablet tablets name names surname forename birthdate ortho neuro cardio psych endo uro nephro onc heme hemonc obgyn peds micro eob eobs cob hsa fsa heloc apr ach copay cpap bipap anesth derm icu picu nicu micu sicu pacu pharm asap pls plz thx teh iban ssn vin hola hello hallo bonjour ciao regards sincerely sub adj ein itin npi dea iban bic aba acct account fiebre'.split(
    ' ',
  ),
);
/** Written like a name they are one: Endo has a cough. */
const alsoNames = new Set(['Endo', 'Ach', 'Cob']);
/** Two letters in capitals are a state beside a town: "Austin, TX". */
const shouted = /^[A-Z]{2}$/;
const languages = new Set(
  'english spanish french german italian portuguese dutch polish russian arabic chinese mandarin cantonese japanese korean vietnamese hindi urdu tagalog turkish greek hebrew swedish danish norwegian finnish farsi bengali punjabi creole'.split(
    ' ',
  ),
);
/** What makes the name of a law of the words before it. */
const law = /^(?:[ -]\p{Lu}\p{L}+){0,3} Act\b/u;
/** Where a label begins it, the rest is the number that it labels; Vin and Iban are also given names. */
const label = /^(?:iban|vin|ssn|mrn|dob)\b(?:.+\d|[\W_]*$)/i;
/** Parts of Medicare, and of a form. */
const part = /^Part [A-D]\.?$/;
/** "South Asian populations": a part of the world, and nobody's place. */
const compass = /^(?:North|South|East|West|Southeast|Central|Northern|Southern|Eastern|Western)$/;
const peoples = /^ (?:Asian|American|African|European|Indian)s?\b/;
/** Homes and hospitals that take care after a hospital; Alf is somebody. */
const homes = /^(?:ALF|IRF|LTACH?|SNF)$/;
/** What is said of a season, and not of Summer. */
const season = /^(?:Summer|Winter|Autumn|Spring)$/;
const seasonal =
  /^ (?:is|was) (?:peak|the (?:peak|worst|best|busiest|season|time)|coming|approaching|over|here|hot|cold|when)\b|^ (?:camps?|months|break|vacation|holidays?|heat|temperatures|schedules?|hours|season|flu)\b/i;
const diet = /^ (?:diet|diets|workout|smoothie)\b/i;

/** Whether a stretch is made of such words only, or names a diet. Offsets are UTF-16 code units. */
export function isNoName(text: string, { start, end }: Readonly<{ start: number; end: number }>): boolean {
  const words = text.slice(start, end).split(/[^\p{L}\p{M}\p{N}]+/u);
  const plain = words.filter((word) => word !== '');
  return (
    diet.test(text.slice(end, end + 10)) ||
    law.test(text.slice(end, end + 64)) ||
    label.test(text.slice(start, end)) ||
    part.test(text.slice(start, end)) ||
    (plain.length === 1 &&
      (languages.has((plain[0] ?? '').toLowerCase()) ||
        things.has((plain[0] ?? '').toLowerCase()) ||
        homes.test(plain[0] ?? '') ||
        (compass.test(plain[0] ?? '') && peoples.test(text.slice(end, end + 12))) ||
        (season.test(plain[0] ?? '') && seasonal.test(text.slice(end, end + 24))))) ||
    plain.every(
      (word) =>
        never.has(word.toLowerCase()) && !alsoNames.has(word) && !(plain.length === 1 && shouted.test(word)),
    )
  );
}
