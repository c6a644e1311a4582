// SPDX-License-Identifier: Apache-2.0
import { regionOf } from '../recognizers/tagger/regions.ts';
import type { Finding } from '../records/finding.ts';
import { identifiers, type IdentifierType } from '../records/identifier.ts';
import type { IdentityMap } from '../records/identity.ts';
import { folded } from './folded.ts';
import { type KnownNumbers, knownNumbers, numbersIn } from './known-numbers.ts';
import { isOrdinaryName } from './ordinary-names.ts';
import type { Slot } from './pseudonymise.ts';
import { degrees, doctors, generations, men, otherLetters, otherTitles, particles, women } from './titles.ts';

/** A name must be this sure for its parts to be looked for by themselves. */
const sure = 0.9;
const score = 0.8;
const leastLetters = 3;
/** Numbers shorter than this are also amounts and doses. */
const leastNumber = 6;
const capitalised =
  /(?<![\p{L}\p{M}\p{N}@_/\\-])(?<![\p{L}\p{N}]['’.])\p{Lu}[\p{L}\p{M}]{0,40}(?:['’-]\p{L}[\p{L}\p{M}]{0,40}){0,3}/gu;
const eponym =
  /^(?:['’]s?)?\s(?:disease|syndrome|lymphoma|sarcoma|sign|score|scale|test|criteria|reflex|palsy|fracture|procedure|catheter|maneuver|manoeuvre|law|formula|index|classification|contracture|phenomenon|method|tumou?r|thyroiditis|ulcer|disorder|drain|monitor)\b/i;
/** What a person does or has, behind a name that is also a word: "Baker has fever". */
const acts =
  /^\s(?:has|had|is|was|says?|said|denies|denied|reports?|reported|states|stated|asks|asked|called|calls|wants|wanted|needs|needed|takes|took|feels|felt|agrees|agreed|refuses|refused|complains|complained|lives|came|went|presented|presents|does|did|will|can|could|should|smokes|drinks|remains|received|underwent|tolerated|and (?:his|her))\b/i;
const inSentence = /\p{Ll}[,;]?\s$/u;
/** Words of forms and departments that stand beside names, and are found with them. */
const formWords: ReadonlySet<string> = new Set(
  `servicio unidad hospital pais especialidad urologia oftalmologia pediatria anestesiologia reumatologia medicina cirugia plastica oncologia
  psiquiatria neurologia cardiologia traumatologia entrevista magnesio centro salud facultad universidad medico paciente clinic medical health
  center department patient name date mother father service unit team`.split(/\s+/),
);
const noPart: readonly ReadonlySet<string>[] = [
  men,
  women,
  doctors,
  otherTitles,
  degrees,
  otherLetters,
  generations,
  particles,
  formWords,
];

/** The parts of a written name that may stand for it: family and given names, also one half of a double one. */
const partsOf = (written: string): string[] =>
  written
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])])
    .map((word) => folded(word.replace(/['’][sS]?$/, '').replaceAll('’', "'")))
    .filter((word) => word.length >= leastLetters && noPart.every((words) => !words.has(word)));

const isNumber = (type: IdentifierType): boolean => ['ID', 'PHONE'].includes(identifiers[type].family);

type Known = Readonly<{ parts: ReadonlySet<string>; numbers: KnownNumbers }>;

/** What the conversation so far and the findings of this request know. */
function knownOf(slots: readonly Slot[], map: IdentityMap): Known {
  const parts = new Set<string>();
  const numbers = new Map<string, IdentifierType>();
  const add = (type: IdentifierType, written: string) => {
    if (type === 'NAME') for (const part of partsOf(written)) parts.add(part);
    else if (isNumber(type) && written.length >= leastNumber && /\d{3}/.test(written))
      numbers.set(written, type);
  };
  for (const { type, value, forms } of map.identities) for (const form of [value, ...forms]) add(type, form);
  for (const { text, findings } of slots)
    for (const finding of findings)
      if (finding.score >= sure) add(finding.type, text.slice(finding.start, finding.end));
  return { parts, numbers: knownNumbers(numbers) };
}

/** Whether a word that is part of a known name is meant as one here: a word that is also an ordinary one only where somebody acts. */
function isMeant(text: string, word: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 24);
  if (eponym.test(after) || regionOf(word) !== 'place') return false;
  if (!isOrdinaryName(folded(word))) return true;
  return (
    acts.test(after) ||
    (inSentence.test(text.slice(Math.max(0, start - 3), start)) && !/^\s\p{Lu}/u.test(after))
  );
}

function namesIn(text: string, parts: ReadonlySet<string>): Finding[] {
  return [...text.matchAll(capitalised)].flatMap((match): Finding[] => {
    const word = match[0].replace(/['’][sS]?$/, '');
    const plain = folded(word.replaceAll('’', "'"));
    const known =
      parts.has(plain) || (plain.includes('-') && plain.split('-').some((half) => parts.has(half)));
    const end = match.index + word.length;
    return known && isMeant(text, word, match.index, end)
      ? [
          {
            type: 'NAME',
            start: match.index,
            end,
            score,
            because: { detector: 'conversation', pattern: 'known name' },
          },
        ]
      : [];
  });
}

/** The findings of `more` that touch none of `found`. */
function apart(more: readonly Finding[], found: readonly Finding[]): Finding[] {
  const sorted = found.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  return more
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      for (let other = sorted[next]; other !== undefined && other.start < end; other = sorted[(next += 1)])
        reached = Math.max(reached, other.end);
      return reached <= start;
    });
}

/**
 * The slots with what is known by name in the conversation or elsewhere in the request and stands here by itself: "O'Brien has
 * fever" after "Sean O'Brien", a record number without its label. No detector sees more than one text, and a family
 * name at the start of a sentence says little alone. Offsets are UTF-16 code units; time is linear in the texts.
 */
export function withKnown(slots: readonly Slot[], map: IdentityMap): readonly Slot[] {
  const { parts, numbers } = knownOf(slots, map);
  if (parts.size === 0 && numbers.types.size === 0) return slots;
  return slots.map((slot) => {
    const more = apart(
      [...namesIn(slot.text, parts), ...numbersIn(slot.text, numbers, score)],
      slot.findings,
    );
    return more.length === 0 ? slot : { ...slot, findings: [...slot.findings, ...more] };
  });
}
