// SPDX-License-Identifier: Apache-2.0
import { isComplete, type Person } from './person.ts';

/** Somebody on the roll; what is known of the person may grow. */
export type Entry = { whoever: Person };

/** Persons by the parts of their names, so that a name is compared only with those it could be. */
export type Roll<Known extends Entry> = Readonly<{
  /** Puts somebody on the roll, or puts them there again under what has become known. */
  add: (entry: Known) => void;
  /** Everybody whose name could fit, each once. */
  near: (name: Person) => Known[];
}>;

const partsOf = ({ given, family, mononym }: Person): string[] =>
  [...given, family, mononym].filter((part) => part !== undefined);
const initials = ({ given, family }: Person): string =>
  `${given[0]?.charAt(0) ?? ''} ${family?.charAt(0) ?? ''}`;

/** An empty roll. */
export function roll<Known extends Entry>(): Roll<Known> {
  const keys = new Map<string, Set<Known>>();
  const put = (key: string, entry: Known) => {
    const same = keys.get(key);
    if (same === undefined) keys.set(key, new Set([entry]));
    else same.add(entry);
  };
  return {
    add: (entry) => {
      const { whoever } = entry;
      const complete = isComplete(whoever);
      if (complete) put(`initials ${initials(whoever)}`, entry);
      // A middle name may be the first of two family names.
      if (complete) for (const part of whoever.given.slice(1)) put(`second ${part}`, entry);
      for (const part of partsOf(whoever)) put(`${complete ? 'whole' : 'part'} ${part}`, entry);
    },
    near: (name) => {
      const parts = partsOf(name).map((part) => `part ${part}`);
      const wanted = isComplete(name)
        ? [`initials ${initials(name)}`, ...parts]
        : [...parts, ...partsOf(name).map((part) => `whole ${part}`)];
      const alone = name.family ?? name.mononym;
      if (alone !== undefined) wanted.push(`second ${alone}`);
      return [...new Set(wanted.flatMap((key) => [...(keys.get(key) ?? [])]))];
    },
  };
}
