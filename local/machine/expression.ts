// SPDX-License-Identifier: Apache-2.0
import jsonata from 'jsonata';
import { forbidden } from './expression-restrictions.ts';
import { evaluationFailure, StateFailure } from './failure.ts';
import { fastPath } from './fast-expression.ts';
import { registerFunctions } from './jsonata-functions.ts';
import type { Scope } from './scope.ts';
import type { Sources } from './sources.ts';

export interface Expression {
  readonly source: string;
  /** @throws StateFailure `States.QueryEvaluationError` when it fails, or yields undefined or something that is not JSON. */
  readonly evaluate: (scope: Scope) => Promise<unknown>;
}

// Against a definition that would run away: AWS stops such an expression too, without saying when.
const limits = { timeout: 2000, stack: 256, sequence: 100_000 };

/** `{% … %}` as the whole string, and nothing around it, is an expression; every other string is literal. */
export function expressionSource(text: string): string | undefined {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}')
    ? text.slice(2, -2).trim()
    : undefined;
}

/** Compiles once. Returns what is wrong with the expression instead, as sentences, when it may not run. */
export function compileExpression(
  source: string,
  location: string,
  sources: Sources,
): Expression | readonly string[] {
  let compiled: jsonata.Expression;
  try {
    compiled = jsonata(source, limits);
  } catch (error) {
    return [`is not JSONata (${codeOf(error)})`];
  }
  const problems = forbidden(compiled.ast());
  if (problems.length > 0) return problems;
  registerFunctions(compiled, sources);
  const fast = fastPath(source);
  return {
    source,
    evaluate: async (scope) => {
      const quick = fast?.(scope);
      if (quick !== undefined) return quick;
      let value: unknown;
      try {
        value = await compiled.evaluate(undefined, scope);
      } catch (error) {
        throw evaluationFailure(source, location, `threw an error (${codeOf(error)})`);
      }
      if (value === undefined) throw evaluationFailure(source, location, 'returned nothing (undefined)');
      return plain(value, source, location);
    },
  };
}

/** JSONata's results carry hidden properties and may hold functions: only what JSON can say leaves an expression. */
function plain(value: unknown, source: string, location: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  try {
    const text = JSON.stringify(value, (_key, each: unknown) => {
      if (typeof each === 'function') throw new StateFailure('');
      if (isJsonataFunction(each)) throw new StateFailure('');
      if (typeof each === 'number' && !Number.isFinite(each)) throw new StateFailure('');
      return each;
    }) as string | undefined;
    if (text !== undefined) return JSON.parse(text);
  } catch {
    // Falls through to the refusal below: the error's text may quote the value.
  }
  throw evaluationFailure(source, location, 'returned something that is not JSON');
}

const isJsonataFunction = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value);

/** JSONata's error codes (S…, T…, D…) are safe to tell; its messages quote values. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z]\d{4}$/.test(code) ? code : 'error';
}
