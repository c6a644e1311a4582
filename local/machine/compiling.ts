// SPDX-License-Identifier: Apache-2.0
import type { Fields } from './fields.ts';
import type { Problems } from './problems.ts';
import type { Sources } from './sources.ts';
import { compileTemplate, type Template } from './template.ts';

/** What compiling a state needs to know besides the state itself. */
export interface Compiling {
  readonly problems: Problems;
  readonly sources: Sources;
  /** Names of the functions that tasks may invoke. */
  readonly functions: ReadonlySet<string>;
}

/** Unicode identifiers, as https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html names them. */
const variableName = /^[\p{ID_Start}_]\p{ID_Continue}{0,79}$/u;

/** A field's value with its expressions compiled, where the field is there. */
export function optional(fields: Fields, name: string, at: string, with_: Compiling): Template | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return compileTemplate(value, `${at}.${name}`, name, with_.problems, with_.sources);
}

/** Assign and Output. */
export function leaving(
  fields: Fields,
  at: string,
  with_: Compiling,
): { assign: Template | undefined; output: Template | undefined } {
  const assign = fields['Assign'];
  if (assign !== undefined) {
    if (typeof assign !== 'object' || assign === null || Array.isArray(assign))
      with_.problems.add(`${at}.Assign`, 'must be an object');
    else
      for (const name of Object.keys(assign))
        if (!variableName.test(name) || name === 'states' || name === '__proto__')
          with_.problems.add(`${at}.Assign.${name}`, 'is not a name that a variable can have');
  }
  return { assign: optional(fields, 'Assign', at, with_), output: optional(fields, 'Output', at, with_) };
}

/** Next of a rule or a catcher, which must have one. */
export function requiredNext(fields: Fields, at: string, problems: Problems): string {
  if (typeof fields['Next'] === 'string') return fields['Next'];
  problems.add(`${at}.Next`, 'must be the name of a state');
  return '';
}

/** Next, or undefined for `"End": true`. */
export function next(fields: Fields, at: string, problems: Problems): string | undefined {
  const { Next: to, End: end } = fields;
  if (end !== undefined && end !== true) problems.add(`${at}.End`, 'must be true, or not there');
  if ((to === undefined) === (end !== true)) problems.add(at, 'must have either Next or "End": true');
  if (to === undefined) return undefined;
  return requiredNext(fields, at, problems);
}
