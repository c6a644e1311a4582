// SPDX-License-Identifier: Apache-2.0
import { compileExpression, expressionSource } from './expression.ts';
import type { Scope } from './scope.ts';
import type { Problems } from './problems.ts';
import type { Sources } from './sources.ts';

/** A JSON value of the definition with its expressions compiled: Arguments, Output, Assign, … */
export type Template = (scope: Scope) => Promise<unknown>;

/** Compiles every `{% … %}` in a JSON value; `at` is its JSON path, `location` its name for EvaluationFailed. */
export function compileTemplate(
  value: unknown,
  at: string,
  location: string,
  problems: Problems,
  sources: Sources,
): Template {
  if (typeof value === 'string') {
    const source = expressionSource(value);
    if (source === undefined) return () => Promise.resolve(value);
    const compiled = compileExpression(source, location, sources);
    if ('evaluate' in compiled) return compiled.evaluate;
    for (const each of compiled) problems.add(at, each);
    return () => Promise.resolve(undefined);
  }
  if (Array.isArray(value)) {
    const items = value.map((each, index) =>
      compileTemplate(each, `${at}[${index}]`, `${location}[${index}]`, problems, sources),
    );
    return async (scope) => {
      const results: unknown[] = [];
      for (const each of items) results.push(await each(scope));
      return results;
    };
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(
      ([key, each]) =>
        [key, compileTemplate(each, `${at}.${key}`, `${location}/${key}`, problems, sources)] as const,
    );
    return async (scope) => {
      const results: [string, unknown][] = [];
      for (const [key, each] of fields) results.push([key, await each(scope)]);
      // Not an object literal filled by assignment: `__proto__` is a key like any other in JSON.
      return Object.fromEntries(results);
    };
  }
  return () => Promise.resolve(value);
}
