// SPDX-License-Identifier: Apache-2.0
import { letters } from './coined.ts';
import { type Culture, cultures } from './cultures.ts';
import type { Memory } from './fill.ts';
import type { Random } from './random.ts';
import { plain } from './transliterate.ts';
import { givens } from './words/people.ts';

/** Somebody that a text speaks of. */
export type Person = Readonly<{
  given: string;
  second: string;
  family: string;
  otherFamily: string;
  middle: string;
}>;

const total = cultures.reduce((sum, { weight }) => sum + weight, 0);

function cultureOf(random: Random): Culture {
  let left = random.next() * total;
  for (const culture of cultures) {
    left -= culture.weight;
    if (left < 0) return culture;
  }
  return random.pick(cultures);
}

export function person(random: Random): Person {
  const culture = cultureOf(random);
  // One in twelve bears names of two cultures, as people do.
  const other = random.chance(0.08) ? cultureOf(random) : culture;
  const bare = random.chance(0.35) ? plain : (name: string) => name;
  return {
    given: bare(random.chance(0.05) ? random.pick(givens) : random.pick(culture.given)),
    second: bare(random.pick(culture.given)),
    family: bare(random.pick(other.family)),
    otherFamily: bare(random.pick(culture.family)),
    middle: random.pick(letters),
  };
}

/** The person that `#tag` stands for in this text; without a tag, a new one. */
export function personOf(random: Random, memory: Memory, tag: string): Person {
  if (tag === '') return person(random);
  const key = `person#${tag}`;
  const known = memory.get(key) as Person | undefined;
  if (known !== undefined) return known;
  const made = person(random);
  memory.set(key, made);
  return made;
}
