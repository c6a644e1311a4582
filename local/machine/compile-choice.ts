// SPDX-License-Identifier: Apache-2.0
import { each } from './compile-retry.ts';
import { type Compiling, leaving, requiredNext } from './compiling.ts';
import type { ChoiceState, Rule } from './definition.ts';
import { compileExpression, expressionSource } from './expression.ts';
import { type Fields, onlyKnown } from './fields.ts';

/** Compiles a Choice. */
export function compileChoice(name: string, fields: Fields, at: string, with_: Compiling): ChoiceState {
  const { problems } = with_;
  const rules = each(fields['Choices'], `${at}.Choices`, problems);
  if (rules.length === 0) problems.add(`${at}.Choices`, 'must have at least one rule');
  const { Default: otherwise } = fields;
  if (otherwise !== undefined && typeof otherwise !== 'string')
    problems.add(`${at}.Default`, 'must be the name of a state');
  return {
    type: 'Choice',
    name,
    choices: rules.flatMap(([rule, here]) => compileRule(rule, here, with_)),
    ...leaving(fields, at, with_),
    next: typeof otherwise === 'string' ? otherwise : undefined,
  };
}

function compileRule(fields: Fields, at: string, with_: Compiling): Rule[] {
  const { problems, sources } = with_;
  onlyKnown(fields, 'rule', at, problems);
  const then = { ...leaving(fields, at, with_), next: requiredNext(fields, at, problems) };
  const given = fields['Condition'];
  const source = typeof given === 'string' ? expressionSource(given) : undefined;
  const condition =
    source === undefined
      ? ['must be {% a JSONata expression %}']
      : compileExpression(source, 'Condition', sources);
  if ('evaluate' in condition) return [{ condition, ...then }];
  for (const what of condition) problems.add(`${at}.Condition`, what);
  return [];
}
