// SPDX-License-Identifier: Apache-2.0
import type { Problems } from './problems.ts';

const placeholder = /\$\{([A-Za-z0-9_.-]{1,255})\}/g;

/**
 * A copy of the definition with every `${Name}` in a string value replaced, as `DefinitionSubstitutions` of
 * AWS::StepFunctions::StateMachine does. A name that is not in the map is a problem at its place.
 */
export function substitute(
  value: unknown,
  substitutions: Readonly<Record<string, string>>,
  problems: Problems,
  at = '$',
): unknown {
  if (typeof value === 'string')
    return value.replaceAll(placeholder, (whole, name: string) => {
      if (Object.hasOwn(substitutions, name)) return substitutions[name] ?? '';
      problems.add(at, `has the placeholder ${whole}, which nothing replaces`);
      return whole;
    });
  if (Array.isArray(value))
    return value.map((each, index) => substitute(each, substitutions, problems, `${at}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        substitute(each, substitutions, problems, `${at}.${key}`),
      ]),
    );
  return value;
}
