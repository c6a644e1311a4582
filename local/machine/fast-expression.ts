// SPDX-License-Identifier: Apache-2.0
import type { Scope } from './scope.ts';

// A path of names that need no quoting; `and`, `or`, `in` and the literals are words of JSONata, so a path that holds one goes the long way.
const path = /^\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const compared = /^(\$[\w.]+) = '([\w -]*)'$/;
const added = /^(\$[\w.]+) \+ (\d{1,9})$/;
const words = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

type Fast = (scope: Scope) => unknown;

/**
 * Evaluates the three plainest forms without JSONata: a path, `path = 'literal'`, `path + integer`. Whatever is not plain at run
 * time (a missing field, an array on the way, a value of another type) gives undefined, which means "ask JSONata": so this
 * can only ever give JSONata's own answer. test/local/machine/fast-expression.test.ts holds it to that.
 */
export function fastPath(source: string): Fast | undefined {
  const read = reader(source);
  if (read !== undefined) return read;
  const comparison = compared.exec(source);
  if (comparison !== null) {
    const left = reader(comparison[1] ?? '');
    const right = comparison[2];
    if (left === undefined) return undefined;
    return (scope) => {
      const value = left(scope);
      return typeof value === 'string' ? value === right : undefined;
    };
  }
  const addition = added.exec(source);
  if (addition !== null) {
    const left = reader(addition[1] ?? '');
    const right = Number(addition[2]);
    if (left === undefined) return undefined;
    return (scope) => {
      const value = left(scope);
      // Near the end of the doubles JSONata raises D1001.
      return typeof value === 'number' && Math.abs(value) < 1e300 ? value + right : undefined;
    };
  }
  return undefined;
}

function reader(source: string): Fast | undefined {
  if (!path.test(source)) return undefined;
  const names = source.slice(1).split('.');
  if (names.some((name) => words.has(name))) return undefined;
  return (scope) => {
    let value: unknown = scope;
    for (const name of names) {
      if (!isRecord(value) || !Object.hasOwn(value, name)) return undefined;
      value = value[name];
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : undefined;
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
