// SPDX-License-Identifier: Apache-2.0
import type { Identity, IdentityMap } from '../records/identity.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { checkCharacters } from './check-characters.ts';
import { isTitled } from './titles.ts';

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

/** Gives out placeholders: the type's next ordinal, with check characters that tell it from all others. */
export function registry(map: IdentityMap): Registry {
  const identities: Identity[] = [...map.identities];
  const checks = checkCharacters(map.secret);
  const ordinals = new Map<string, number>();
  const note = (placeholder: string) => {
    const { type, ordinal, check } = parts(placeholder);
    checks.note(type, ordinal, check);
    ordinals.set(type, Math.max(ordinals.get(type) ?? 0, ordinal));
  };
  for (const { placeholder } of identities) note(placeholder);

  return {
    identities: () => identities,
    add: (type, value, date) => {
      const ordinal = (ordinals.get(type) ?? 0) + 1;
      const placeholder = `${type}_${ordinal}_${checks.choose(type, ordinal)}`;
      note(placeholder);
      return (
        identities.push({ placeholder, type, value, forms: [], ...(date === undefined ? {} : { date }) }) - 1
      );
    },
    form: (index, form) => {
      const identity = identities[index];
      if (identity === undefined || identity.forms.includes(form)) return;
      // The value of somebody who is only "Dr. Smith" is "Smith", which says less: that it was written too is worth a note.
      if (identity.value === form && !identity.forms.some((each) => isTitled(each, form))) return;
      identities[index] = { ...identity, forms: [...identity.forms, form] };
    },
  };
}
