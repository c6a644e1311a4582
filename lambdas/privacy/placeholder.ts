// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import type { Identity, IdentityMap } from '../records/identity.ts';
import type { IdentifierType } from '../records/identifier.ts';

/** Characters that are not taken for one another: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const checkAlphabet = '34679ACDEFGHJKMNPQRTWXY';
const combinations = checkAlphabet.length ** 2;

/** Two characters from HMAC-SHA256(secret, type, ordinal, attempt): nobody without the secret can tell them. */
function check(secret: string, type: IdentifierType, ordinal: number, attempt: number): string {
  const digest = createHmac('sha256', Buffer.from(secret, 'base64url'))
    .update(`${type}:${ordinal}:${attempt}`)
    .digest();
  const number = digest.readUInt32BE(0) % combinations;
  return (
    checkAlphabet.charAt(Math.floor(number / checkAlphabet.length)) +
    checkAlphabet.charAt(number % checkAlphabet.length)
  );
}

/** The parts of `NAME_1_7K`. */
export function parts(placeholder: string): { type: string; ordinal: number; check: string } {
  const [, type = '', ordinal = '0', letters = ''] =
    /^([A-Z_]+)_(\d+)_([0-9A-Z]{2})$/.exec(placeholder) ?? [];
  return { type, ordinal: Number(ordinal), check: letters };
}

/** Identities that are being added to; starts from a map and never changes it. */
export type Registry = Readonly<{
  identities: () => readonly Identity[];
  add: (type: IdentifierType, value: string, date?: string) => number;
  /** Notes another form of the identity at an index. */
  form: (index: number, form: string) => void;
}>;

/**
 * Gives out placeholders. Check characters are distinct within the conversation while there are any left (529),
 * then within the type, then only together with type and ordinal; a collision takes the next attempt's.
 */
export function registry(map: IdentityMap): Registry {
  const identities: Identity[] = [...map.identities];
  const all = new Set<string>();
  const perType = new Map<string, Set<string>>();
  const ordinals = new Map<string, number>();
  const note = (placeholder: string) => {
    const { type, ordinal, check: letters } = parts(placeholder);
    all.add(letters);
    const inType = perType.get(type) ?? new Set();
    perType.set(type, inType.add(letters));
    ordinals.set(type, Math.max(ordinals.get(type) ?? 0, ordinal));
  };
  for (const { placeholder } of identities) note(placeholder);

  const choose = (type: IdentifierType, ordinal: number): string => {
    const inUse = all.size < combinations ? all : (perType.get(type) ?? new Set());
    if (inUse.size >= combinations) return check(map.secret, type, ordinal, 0);
    for (let attempt = 0; attempt < combinations * 16; attempt += 1) {
      const letters = check(map.secret, type, ordinal, attempt);
      if (!inUse.has(letters)) return letters;
    }
    return check(map.secret, type, ordinal, 0);
  };

  return {
    identities: () => identities,
    add: (type, value, date) => {
      const ordinal = (ordinals.get(type) ?? 0) + 1;
      const placeholder = `${type}_${ordinal}_${choose(type, ordinal)}`;
      note(placeholder);
      return (
        identities.push({ placeholder, type, value, forms: [], ...(date === undefined ? {} : { date }) }) - 1
      );
    },
    form: (index, form) => {
      const identity = identities[index];
      if (identity === undefined || identity.value === form || identity.forms.includes(form)) return;
      identities[index] = { ...identity, forms: [...identity.forms, form] };
    },
  };
}
