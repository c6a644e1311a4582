// SPDX-License-Identifier: Apache-2.0
import type { Identity, IdentityMap } from '../records/identity.ts';
import { parts } from './placeholder.ts';
import { translated } from './type-words.ts';

/** A type word as somebody wrote it, without case and separators. */
export const plainType = (word: string): string => word.replaceAll(/[\s\\_-]+/g, '').toUpperCase();

/** The same of a type's own name. */
export const bareType = (type: string): string => type.replaceAll('_', '');

/** The placeholders of a conversation, to be asked by their parts. Types as `plainType` gives them. */
export type Issued = Readonly<{
  /** Everybody with this ordinal and these check characters, whatever the type. */
  by: (ordinal: number, check: string) => readonly Identity[];
  ordinal: (type: string, ordinal: number) => boolean;
  check: (type: string, check: string) => boolean;
  /** The issued types that a word is, or is a word of, with the fewest slips of the keyboard, or in another language. */
  like: (word: string) => readonly string[];
  /**
   * Whether a word that is no type's name could be what damage left of the name of another placeholder, whose ordinal and
   * check characters are not far from this one's: then nobody can tell which was meant.
   */
  rival: (word: string, identity: Identity) => boolean;
}>;

/** Edit distance (Levenshtein) of two words, which are short. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= b.length; to += 1) {
      const same = a.charAt(at - 1) === b.charAt(to - 1) ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How many slips still leave a word itself: a third of a long one, two of a short one, one of three letters. */
const mostSlips = (word: string): number => (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)));

/** A type's name without separators, and each of its words: of DRIVER_LICENSE, a torn one may leave only ICENSE. */
const wordsOf = (type: string): string[] => [bareType(type), ...(type.includes('_') ? type.split('_') : [])];

/** Damage that leaves a type's name, and then an ordinal or check characters, may still have come from another. */
const tornName = 2;
const tornRest = 2;

/** The placeholders that a map has issued. */
export function issuedIn(map: IdentityMap): Issued {
  const ofType = new Map<string, Identity[]>();
  const rivals = new Map<string, boolean>();
  const isRival = (word: string, identity: Identity): boolean => {
    const own = parts(identity.placeholder);
    for (const [type, identities] of ofType) {
      if (type === own.type || !wordsOf(type).some((each) => slips(word, each) <= tornName)) continue;
      const near = identities.some(({ placeholder }) => {
        const { ordinal, check } = parts(placeholder);
        return slips(String(ordinal), String(own.ordinal)) + slips(check, own.check) <= tornRest;
      });
      if (near) return true;
    }
    return false;
  };
  const byParts = new Map<string, Identity[]>();
  const ordinals = new Set<string>();
  const checks = new Set<string>();
  const types = new Set<string>();
  const bare = new Set<string>();
  for (const identity of map.identities) {
    const { type, ordinal, check } = parts(identity.placeholder);
    const key = `${ordinal} ${check}`;
    const same = byParts.get(key);
    if (same === undefined) byParts.set(key, [identity]);
    else same.push(identity);
    types.add(type);
    bare.add(bareType(type));
    const all = ofType.get(type);
    if (all === undefined) ofType.set(type, [identity]);
    else all.push(identity);
    ordinals.add(`${bareType(type)} ${ordinal}`);
    checks.add(`${bareType(type)} ${check}`);
  }
  return {
    by: (ordinal, check) => byParts.get(`${ordinal} ${check}`) ?? [],
    ordinal: (type, ordinal) => ordinals.has(`${type} ${ordinal}`),
    check: (type, check) => checks.has(`${type} ${check}`),
    rival: (word, identity) => {
      if (word === '' || translated(word).length > 0 || /[^\p{Script=Latin}\p{N}\p{P}]/u.test(word))
        return false;
      const key = `${word} ${identity.placeholder}`;
      const known = rivals.get(key) ?? isRival(word, identity);
      rivals.set(key, known);
      return known;
    },
    like: (word) => {
      const meanings = translated(word).filter((type) => bare.has(type));
      if (meanings.length > 0) return meanings;
      const near = [...types].flatMap((type) =>
        wordsOf(type)
          .map((each) => ({ type, off: slips(word, each), most: mostSlips(each) }))
          .filter(({ off, most }) => off <= most),
      );
      // "LACE" is PLACE with one slip, before it is DATE with two: only the nearest may be meant.
      const least = Math.min(...near.map(({ off }) => off));
      return [...new Set(near.filter(({ off }) => off === least).map(({ type }) => bareType(type)))];
    },
  };
}
