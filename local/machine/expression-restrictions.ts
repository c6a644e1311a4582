// SPDX-License-Identifier: Apache-2.0
import { functionNames } from './jsonata-functions.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * What Step Functions does not allow in an expression that JSONata itself accepts: `$eval`; `$`, `$$`, `*`, `**` and bare field
 * names at the top level, where there is no input to read; a function that does not exist. Returns one sentence for each.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function forbidden(tree: unknown): string[] {
  const problems = new Set<string>();
  const own = new Set<string>();
  collectNames(tree, own);
  walk(tree, false, own, problems);
  return [...problems];
}

/** Names that the expression binds itself: `$x := …`, `function($x)`, `@$x`, `#$x`. */
function collectNames(node: unknown, own: Set<string>): void {
  if (Array.isArray(node)) for (const each of node) collectNames(each, own);
  if (!isNode(node)) return;
  if (node['type'] === 'bind' && isNode(node['lhs'])) own.add(String(node['lhs']['value']));
  if (node['type'] === 'lambda')
    for (const each of list(node['arguments'])) if (isNode(each)) own.add(String(each['value']));
  for (const key of ['focus', 'index'] as const) if (typeof node[key] === 'string') own.add(node[key]);
  for (const child of Object.values(node)) collectNames(child, own);
}

/** `inside`: there is a context item that `$` and names refer to (a later step of a path, a filter, a sort, a group). */
function walk(node: unknown, inside: boolean, own: ReadonlySet<string>, problems: Set<string>): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, inside, own, problems);
    return;
  }
  if (!isNode(node)) return;
  const { type, value } = node;
  if (type === 'variable' && value === 'eval') problems.add('$eval is not allowed: use $parse');
  if (type === 'variable' && value === '$') problems.add('$$ has no value here: use $states.input');
  if (type === 'variable' && value === '' && !inside)
    problems.add('$ has no value at the top level: use $states.input');
  if ((type === 'name' || type === 'wildcard' || type === 'descendant') && !inside)
    problems.add('a field at the top level has nothing to be read from: begin with $states or a variable');
  if ((type === 'function' || type === 'partial') && isNode(node['procedure'])) {
    const { type: kind, value: called } = node['procedure'];
    if (kind === 'variable' && !functionNames.has(String(called)) && !own.has(String(called)))
      if (called !== 'eval') problems.add(`there is no function $${String(called)}`);
  }
  for (const [key, child] of Object.entries(node)) {
    if (key === 'steps') {
      list(child).forEach((step, at) => walk(step, inside || at > 0, own, problems));
    } else if (type === 'bind' && key === 'lhs') {
      continue;
    } else if (type === 'lambda' && key === 'arguments') {
      continue;
    } else {
      const opens = ['stages', 'predicate', 'terms', 'group', 'pattern', 'update', 'delete'].includes(key);
      walk(child, inside || opens, own, problems);
    }
  }
}
