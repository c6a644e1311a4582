// SPDX-License-Identifier: Apache-2.0
import type { Identity, IdentityMap } from '../records/identity.ts';
import { canonical } from './canonical.ts';
import { type Bearer, formKey, link } from './link.ts';
import { registry, type Registry } from './placeholder.ts';
import { relativeDates } from './relative-dates.ts';
import type { Stretch } from './stretches.ts';
import { isTitled, startOfName } from './titles.ts';

export type Assigned = Readonly<{ placeholders: ReadonlyMap<Stretch, string>; map: IdentityMap }>;

/** Indexes of identities by type and canonical value. */
function index(given: Registry): Map<string, number> {
  const found = new Map<string, number>();
  for (const [at, { type, value, forms }] of given.identities().entries())
    for (const form of [value, ...forms]) {
      const key = `${type} ${canonical(type, form)}`;
      if (!found.has(key)) found.set(key, at);
    }
  return found;
}

/** How a person was written: the value itself only if it was, and not with a title alone. */
const formsOf = ({ value, forms }: Identity): readonly string[] =>
  forms.some((form) => isTitled(form, value)) ? forms : [value, ...forms];

/** The place of every written name's bearer, by the name as it was written. */
function names(all: readonly Stretch[], given: Registry): Map<string, number> {
  const known = given
    .identities()
    .flatMap((identity, at) => (identity.type === 'NAME' ? [{ at, forms: formsOf(identity) }] : []));
  const values = [...new Set(all.map(({ written }) => written))];
  const bearers = link(values, known);
  const places = new Map<Bearer, number>();
  const result = new Map<string, number>();
  for (const value of values) {
    const bearer = bearers.get(formKey(value));
    if (bearer === undefined) continue;
    const before = bearer.known === undefined ? undefined : known[bearer.known]?.at;
    const name = bearer.fullest.slice(startOfName(bearer.fullest));
    const place = places.get(bearer) ?? before ?? given.add('NAME', name);
    places.set(bearer, place);
    given.form(place, value);
    result.set(value, place);
  }
  return result;
}

/** Assigns a placeholder to every stretch, in the order of the texts. */
export function assign(all: readonly Stretch[], map: IdentityMap): Assigned {
  const given = registry(map);
  const values = index(given);
  const people = names(
    all.filter(({ type }) => type === 'NAME'),
    given,
  );
  const dates = relativeDates([...new Set(all.filter(isRelative).map(({ value }) => value))], map, given);
  const write = (at: number) => `[${given.identities()[at]?.placeholder ?? ''}]`;
  const placeholders = new Map<Stretch, string>();
  const written = new Map<string, string>();
  for (const stretch of all) {
    const { type, value, written: whole, operator } = stretch;
    const same = `${type} ${operator} ${whole}`;
    const before = written.get(same);
    if (before !== undefined) {
      placeholders.set(stretch, before);
      continue;
    }
    const person = type === 'NAME' ? people.get(whole) : undefined;
    const date = isRelative(stretch) ? dates.placeholder(value) : undefined;
    const key = `${type} ${canonical(type, value)}`;
    const at = date === undefined ? (person ?? values.get(key) ?? given.add(type, value)) : undefined;
    if (at !== undefined) {
      values.set(key, at);
      given.form(at, type === 'NAME' ? whole : value);
    }
    const placeholder = date ?? write(at ?? 0);
    written.set(same, placeholder);
    placeholders.set(stretch, placeholder);
  }
  const { anchor } = dates;
  return {
    placeholders,
    map: {
      secret: map.secret,
      identities: [...given.identities()],
      ...(anchor === undefined ? {} : { anchor }),
    },
  };
}

const isRelative = ({ type, operator }: Stretch): boolean => type === 'DATE' && operator === 'relative';
