// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import jsonata from 'jsonata';
import { fastPath } from '../../../local/machine/fast-expression.ts';
import { fc } from '../../seeded.ts';

// Few names, so that paths often meet what is there; some that JSONata or JavaScript treats specially.
const name = fc.constantFrom(
  'a',
  'b',
  'and',
  'in',
  'length',
  '__proto__',
  'constructor',
  'sequence',
  'states',
);
const scalar = fc.oneof(
  fc.constantFrom('', 'a', 'pass', 'hold', ' ', null, true, false, 0, -0, 1, 1e308, -1e308),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map((fields) => Object.fromEntries(fields)),
  ),
}));
const names = fc.array(name, { minLength: 1, maxLength: 4 });
// Half of the scopes have something where the path leads; a list or a scalar may stand in its way.
const met = fc
  .tuple(names, fc.oneof(value, scalar, fc.constantFrom('pass', 'hold', 1)), fc.boolean(), value)
  .map(([path, found, there, other]) => {
    const nested = path.reduceRight<unknown>((inner, each) => Object.fromEntries([[each, inner]]), found);
    const variables = there ? nested : Object.fromEntries([[path[0], other]]);
    return {
      path: `$${path.join('.')}`,
      variables: JSON.parse(JSON.stringify(variables)) as Record<string, unknown>,
    };
  });
const ending = fc.oneof(
  fc.constant(''),
  fc.constantFrom('', 'a', 'pass', 'hold', ' ', '1', 'true').map((literal) => ` = '${literal}'`),
  fc.constantFrom(0, 1, 42).map((number) => ` + ${number}`),
);

describe('the short way round JSONata', () => {
  it('gives what JSONata gives, or nothing', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(met, ending, async ({ path, variables }, rest) => {
        const expression = `${path}${rest}`;
        const fast = fastPath(expression)?.(variables);
        if (fast === undefined) return;
        answered += 1;
        expect(fast).toBe(await jsonata(expression).evaluate(undefined, variables));
      }),
      { numRuns: 5000 },
    );
    // The property would hold of a function that never answers.
    expect(answered).toBeGreaterThan(500);
  });

  it.each([
    [
      '$states.context.Execution.Input.caseId',
      { states: { context: { Execution: { Input: { caseId: 'c' } } } } },
      'c',
    ],
    ['$prompt', { prompt: 'r1' }, 'r1'],
    ["$verdict = 'pass'", { verdict: 'pass' }, true],
    ["$verdict = 'pass'", { verdict: 'hold' }, false],
    ['$stage + 1', { stage: 0 }, 1],
  ])('answers %s, which the workflow evaluates all the time', (expression, variables, expected) => {
    expect(fastPath(expression)?.(variables)).toBe(expected);
  });

  it.each([
    ['$stage + 1', { stage: '0' }],
    ['$missing', {}],
    ["$missing = 'pass'", {}],
    ['$a.b', { a: [{ b: 1 }] }],
    ['$a', { a: [1] }],
    ['$a.b', { a: 'text' }],
    ['$a.length', { a: 'text' }],
    ['$a.constructor', { a: {} }],
    ['$list[$at]', { list: [1], at: 0 }],
    ['$a + 1.5', { a: 1 }],
    ['$a = "x"', { a: 'x' }],
    ['$sum', {}],
  ])('leaves %s of %j to JSONata', (expression, variables) => {
    expect(fastPath(expression)?.(variables as Record<string, unknown>)).toBeUndefined();
  });
});
