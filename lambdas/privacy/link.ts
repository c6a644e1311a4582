// SPDX-License-Identifier: Apache-2.0
import { plainName } from './folded.ts';
import { fits, isComplete, merged, type Person, person, unlikely } from './person.ts';
import { roll } from './roll.ts';

/** Somebody who has a placeholder already, with every form of the name that was seen. */
export type Known = Readonly<{ forms: readonly string[] }>;

/** Who bears a written name: the index of the known person, or undefined and the fullest form of a new one's name. */
export type Bearer = { readonly known: number | undefined; readonly fullest: string };

type Cluster = Bearer & { whoever: Person };

/** The key under which two written names are the same form. */
export const formKey = (written: string): string =>
  plainName(written)
    .replaceAll(/[\s.,]+/g, ' ')
    .trim();
/** Whether a name of one word is the family name of somebody. */
const bearsAlone = (single: Person, other: Person): boolean =>
  single.mononym !== undefined && single.mononym === other.family;
/** "Maria Garcia" and "Mrs. Garcia" may be Maria Garcia Lopez, of whose two family names the first is the one in use. */
const bearsFirstOfTwo = (short: Person, other: Person): boolean => {
  const name = short.family ?? short.mononym;
  return (
    name !== undefined &&
    name.length > 1 &&
    isComplete(other) &&
    other.family !== name &&
    other.given.slice(1).includes(name) &&
    short.given.length < 2 &&
    (short.given[0] === undefined || short.given[0] === other.given[0]) &&
    !unlikely(short, other)
  );
};
const information = (name: Person): number =>
  name.given.join('').length + name.given.length * 10 + (name.family ?? name.mononym ?? '').length;

/**
 * Decides who bears each written name (by `formKey`): complete names first, the fullest before shorter ones; then
 * those with a title; then single names. A form that fits two people is a person of its own.
 */
export function link(written: readonly string[], known: readonly Known[]): ReadonlyMap<string, Bearer> {
  const exact = new Map<string, Cluster[]>();
  const note = (cluster: Cluster, key: string) => {
    const same = exact.get(key);
    if (same === undefined) exact.set(key, [cluster]);
    else same.push(cluster);
  };
  const everybody = roll<Cluster>();
  const clusters = known.map(({ forms }, index): Cluster => {
    const cluster = { known: index, fullest: forms[0] ?? '', whoever: forms.map(person).reduce(merged) };
    for (const form of forms) note(cluster, formKey(form));
    everybody.add(cluster);
    return cluster;
  });

  const first = new Map<string, string>();
  for (const form of written) if (!first.has(formKey(form))) first.set(formKey(form), form);
  const forms = [...first].map(([key, form]) => ({ key, form, whoever: person(form) }));
  const rank = (whoever: Person) => (isComplete(whoever) ? 0 : whoever.mononym === undefined ? 1 : 2);
  forms.sort((a, b) => rank(a.whoever) - rank(b.whoever) || information(b.whoever) - information(a.whoever));

  // A partial name from an earlier turn becomes a complete one only if no other complete name could be it.
  const newcomers = roll<(typeof forms)[number]>();
  for (const each of forms) if (isComplete(each.whoever)) newcomers.add(each);
  const settled = new Set(
    clusters.filter(
      ({ whoever }) =>
        !isComplete(whoever) &&
        newcomers.near(whoever).filter((each) => fits(each.whoever, whoever)).length === 1,
    ),
  );

  const bearers = new Map<string, Cluster>();
  for (const { key, form, whoever } of forms) {
    const complete = isComplete(whoever);
    const fitting = everybody.near(whoever).filter((each) => fits(whoever, each.whoever));
    const own = exact.get(key)?.find((each) => fitting.length <= 1 || complete || !isComplete(each.whoever));
    const whole = fitting.filter((each) => isComplete(each.whoever));
    const open = complete
      ? whole.length > 0
        ? whole
        : fitting.filter((each) => settled.has(each))
      : fitting;
    // "Smith" alone is not Dr. Smith, who might be meant, nor then anybody else.
    const contested = everybody
      .near(whoever)
      .some(
        (each) =>
          each !== open[0] &&
          ((each.whoever.doctor && bearsAlone(whoever, each.whoever)) ||
            bearsFirstOfTwo(whoever, each.whoever)),
      );
    const only = open.length === 1 && !contested ? open[0] : undefined;
    const chosen = own ?? (only !== undefined && !unlikely(whoever, only.whoever) ? only : undefined);
    if (chosen !== undefined) chosen.whoever = merged(chosen.whoever, whoever);
    const bearer = chosen ?? { known: undefined, fullest: form, whoever };
    everybody.add(bearer);
    note(bearer, key);
    bearers.set(key, bearer);
  }
  return bearers;
}
