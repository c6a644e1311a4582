// SPDX-License-Identifier: Apache-2.0
import { hashWord } from './hash.ts';
import { lists, look, type Table } from './lexicon.ts';
import { shapes, type Tokens } from './tokens.ts';

const hashed = (words: string): ReadonlySet<number> => new Set(words.trim().split(/\s+/).map(hashWord));

// "Pt's sister" is read as three tokens, of which the last is an s.
const owners = hashed('his her my their our your patients pts moms dads s');
/** Who has a name behind: "her daughter kasia". */
const relatives = hashed(
  `daughter son mother father mom mum dad wife husband hubby brother sister aunt uncle cousin nephew niece grandson granddaughter
  grandma grandpa grandmother grandfather stepson stepdaughter stepmother stepfather boyfriend girlfriend fiance fiancee partner spouse
  neighbor neighbour friend roommate flatmate caregiver carer babysitter nanny landlord ex exwife twin`,
);
/** Whose name may stand behind without an owner before: "loan officer ted". */
const roles = hashed(
  `nurse officer agent caseworker teller adjuster manager coach teacher therapist pharmacist receptionist banker advisor adviser
  supervisor customer client caller tenant claimant borrower applicant resident counselor counsellor midwife paramedic medic colleague clerk aide`,
);
/** What is done to a person: "ask temi whether". */
const addressed = hashed(
  'ask asked tell told call called text texted email emailed cc page paged remind reminded thank thanks message messaged ping pinged msg',
);
/** What follows a person's name there, and rarely a department's or a misspelt word's. */
const follows = hashed(
  'from whether if about that to on at again back today tomorrow tonight yesterday asap pls please and',
);
/** "Ask for help from them" speaks of a thing; drugs and genes are "called" something. */
const fromWhom = hashed(
  'you your him his her them their me my us our it its any some someone people others the a an',
);
const also = hashed('called cc page paged');
const from = hashWord('from');
const called = hashWord('called');
/** What a person does, right behind the name: "customer nkechi says". */
const acts = hashed(
  'says said wants wanted asks asked calls called needs reports reported denies denied refused refuses lost phoned emailed complains complained',
);
/** What is said of somebody who is named without an owner. */
const stands = hashed('is was has will wants says said called took takes brought');
/** Departments and shorthand that no list of words has. */
const shorthand = hashed(
  `ortho neuro cardio cards pharm psych endo uro nephro onc heme hemonc gi gu obgyn gyn ob peds rads micro anesth derm ent icu picu nicu
  micu sicu ccu pacu cath admin reg frontdesk helpdesk csr hr asap pls plz thx ppl bc abt cuz tmrw tmr pt pts dr md rn np pa pcp teh thier
  thsi adn hte jsut dont doesnt cant wont isnt hasnt didnt wasnt whos whats thats hes shes theyre youre`,
);
const given = lists.givenCommon | lists.given;
const family = lists.familyCommon | lists.family;
const plainWord = lists.everyday | lists.ordinary | lists.medical | lists.profession | lists.eponym;

/** All of them in one table, so that most words cost one look. */
const cues: ReadonlyMap<number, 'role' | 'address' | 'relative'> = new Map([
  ...[...relatives].map((word) => [word, 'relative'] as const),
  ...[...addressed].map((word) => [word, 'address'] as const),
  ...[...roles].map((word) => [word, 'role'] as const),
]);

/** A stretch of tokens, by index; `to` is the index behind its last. */
export type Stretch = Readonly<{ from: number; to: number }>;

/** Whether a token begins its line or sentence. */
const begins = ({ shape }: Tokens, at: number): boolean =>
  at === 0 || (shape[at - 1] ?? 0) <= shapes.line || shape[at - 1] === shapes.symbol;

/**
 * Names in small letters that the words before them introduce: a given name, or a word that no list has, behind "her daughter",
 * "ask", "loan officer". The model was trained to want more before it believes a word in small letters.
 */
export function* introduced(tokens: Tokens, lexicon: Table): Generator<Stretch> {
  const { word, shape, count } = tokens;
  const plain = (at: number) =>
    shape[at] === shapes.lower && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 2;
  for (let at = 1; at < count; at += 1) {
    const before = word[at - 1] ?? 0;
    const cue = cues.get(before);
    if (cue === undefined || !plain(at)) continue;
    // "Daughter ify is here": without an owner, at the start of a sentence.
    const own = owners.has(word[at - 2] ?? 0);
    if (cue === 'relative' && !own && !(begins(tokens, at - 1) && stands.has(word[at + 1] ?? 0))) continue;
    const role = cue === 'role';
    const kin = cue === 'relative';
    const known = look(lexicon, word[at] ?? 0, 0);
    // Behind the last token stands what an earlier block left.
    const ahead = at + 1 < count ? (word[at + 1] ?? 0) : 0;
    const goesOn = follows.has(ahead) && !(ahead === from && fromWhom.has(word[at + 2] ?? 0));
    const isGiven =
      (known & given) !== 0 &&
      ((known & plainWord) === 0 || (role && acts.has(ahead) && (known & lists.givenCommon) !== 0)) &&
      (goesOn || before !== called);
    const stranger =
      known === 0 &&
      !shorthand.has(word[at] ?? 0) &&
      (role ? acts.has(ahead) : kin || (goesOn && !also.has(before)));
    if (!isGiven && !stranger) continue;
    const next = at + 1 < count && plain(at + 1) ? look(lexicon, word[at + 1] ?? 0, 0) : lists.everyday;
    const surname = (next & family) !== 0 && (next & plainWord) === 0;
    yield { from: at, to: surname ? at + 2 : at + 1 };
  }
}
