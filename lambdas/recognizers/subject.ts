// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { matchesOf } from './matches.ts';
import type { Recognizer } from './recognizer.ts';
import { initials, wordNames } from './word-names.ts';

const kin =
  'mother|father|mom|mum|dad|parents|son|daughter|wife|husband|spouse|partner|sister|brother|aunt|uncle|cousin|niece|nephew|grandmother|grandfather|grandma|grandpa|boyfriend|girlfriend|caregiver|carer|doctor|nurse|oncologist|cardiologist|pediatrician|therapist|teacher|coach|boss|roommate|neighbou?r|friend|landlord|patient|client|case ?worker';
const ill =
  'chest|abdominal|stomach|back|knee|hip|neck|shoulder|head|headaches?|pain|fevers?|cough|asthma|diabetes|cancer|dementia|depression|anxiety|copd|chf|nausea|diarrhea|rash|seizures?|stroke|heart (?:attack|failure|disease)|trouble|difficulty|shortness|surgery|stents?|pneumonia|covid|flu|an appointment|allerg\\w+|hypertension|gout|arthritis|anemia|hepatitis|cirrhosis|afib|epilepsy|migraines?|bipolar|adhd|autism|eczema|psoriasis|kidney|liver|lung|prostate|utis?|sepsis|an infection|wounds?|ulcers?|fractures?';
const said = [
  'says|said|thinks|believes|worries|denies|refuses|refused|complains|complained|lives|lived|cried|insists|wants|wanted|prefers|texted|emailed|phoned',
  '(?:asks|asked|told|tells|reports|reported|states|stated|called|calls|feels|felt|needs|takes|took|stopped|started|knows) (?:that|me|us|him|her|them|she|he|his|their|my|if|whether|about|again|back|no|pain|chest|short|dizzy|tired|sick|anxious|depressed|worse|better|unwell|fine|weak|help with|to talk|to see|to speak|a refill|an appointment|metformin|insulin|taking|smoking|drinking)',
  `(?:has|had)(?: (?:an?|no|had|new|bad|severe|chronic|mild|worsening|recurrent|history of|type [12]))* (?:${ill})`,
  '(?:has|had) been (?:(?:very|really|so|quite) )?(?:coughing|vomiting|taking|sick|unwell|admitted|diagnosed|feeling|complaining|crying|drinking|smoking|confused|dizzy|tired|in pain|on (?:insulin|oxygen|dialysis))',
  `(?:is|was|has been|had been) (?:my|his|her|our|their)(?: \\w+)? (?:${kin})`,
  '(?:is|was|seems|looks|gets|got)(?: (?:very|really|so|quite|still|now|also|not|being|currently))* (?:worried|upset|anxious|afraid|scared|crying|asking|refusing|sleeping|pregnant|married|divorced|complaining|coughing|vomiting|angry|confused|dizzy|tired|sick|unwell|nervous|allergic|admitted|discharged|hospitali[sz]ed|diagnosed|intubated|drinking|smoking|suicidal|agitated|\\d{1,3} ?(?:y|m))',
  '(?:will|should|would|could|must) (?:see|call|come back|be (?:seen|discharged|admitted)|have (?:his|her|surgery))',
  'and I',
].join('|');
/** What people say, feel, suffer and undergo, and a month or a verb does not. */
const ofAPerson = new RegExp(`^(?: (?:${said})|['’]s (?:${kin}))(?!\\p{L})`, 'iu');
/** Where a sentence or a clause begins: "in April said" is none. */
const begins =
  /(?:^|[\n.!?:;"“”(>•*—–-]\s?|, |\b(?:and|but|because|that|when|if|whether|while|since|so|then|yesterday|today|says|why|how|patient|client|pt|customer) )$/i;
/** Who is addressed, named or thanked. */
const addressed =
  /\b(?:thank|tell|told|ask|asked|text|texted|call|called|email|emailed|met|hi|hey|dear|hello|goes by|name is|i['’]m|this is|named|nicknamed) $/i;
const name = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:(?<initials>${initials})|${wordNames})(?![\\p{L}\\p{N}])`,
  'gu',
);

/**
 * Given names that are ordinary words, and initials that somebody goes by: "April is worried about her mother", "DJ has been
 * my therapist". What is said of them tells, and that a clause begins with them.
 */
export const subject: Recognizer = {
  name: 'subject',
  types: ['NAME'],
  cites: '45 CFR 164.514(b)(2)(i)(A)',
  find: (text) => {
    const all = matchesOf(name, text).map((match) => {
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(Math.max(0, start - 12), start);
      const pair = match.groups?.['initials'];
      const addressedSo = pair !== undefined && addressed.test(before);
      const certain = addressedSo || (ofAPerson.test(text.slice(end, end + 64)) && begins.test(before));
      return { start, end, pair, certain, pattern: addressedSo ? 'addressed' : 'does what people do' };
    });
    // Whoever is called DJ once is DJ throughout; a month that is somebody may also be a month.
    const called = new Set(all.flatMap(({ certain, pair }) => (certain && pair !== undefined ? [pair] : [])));
    return all.flatMap(({ start, end, pair, certain, pattern }): Finding[] =>
      certain || (pair !== undefined && called.has(pair))
        ? [
            {
              type: 'NAME',
              start,
              end,
              score: 0.7,
              because: { detector: 'subject', pattern: certain ? pattern : 'repeat' },
            },
          ]
        : [],
    );
  },
};
