// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { compileDefinition } from '../../../local/machine/compile-definition.ts';
import { known } from '../../../local/machine/fields.ts';
import { InvalidDefinition, Problems } from '../../../local/machine/problems.ts';
import { substitute } from '../../../local/machine/substitute.ts';
import { definitionOf, invoke, invokeWithToken } from './harness.ts';

const sources = { now: () => 0, random: () => 0, randomBytes: (count: number) => new Uint8Array(count) };
const compile = (
  definition: unknown,
  substitutions: Record<string, string> = {},
): InvalidDefinition | undefined => {
  const problems = new Problems();
  const resolved = substitute(definition, substitutions, problems);
  try {
    compileDefinition(resolved, new Set(['f']), sources, problems);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidDefinition) return error;
    throw error;
  }
};

const end = { End: true };
const succeed = { Type: 'Succeed' };
const states = (A: unknown, rest: object = {}): object => definitionOf({ A, ...rest });
const pass = (expression: string): object => states({ Type: 'Pass', Output: expression, ...end });
const task = (rest: object): object => states(invoke('f', { ...end, ...rest }));
const retry = (rest: object): object => task({ Retry: [{ ErrorEquals: ['E'], ...rest }] });
const catching = (...Catch: unknown[]): object =>
  definitionOf({ A: invoke('f', { ...end, Catch }), B: succeed });
const choice = (rule: object, rest: object = {}): object =>
  definitionOf({ A: { Type: 'Choice', Choices: [{ Next: 'B', ...rule }], ...rest }, B: succeed });
const yes = { Condition: '{% true %}' };

/** [what it is, definition, where the problem is]: each has exactly one problem, there. */
const refused: [string, unknown, string][] = [
  // The machine
  ['a list', [], '$'],
  ['another language', definitionOf({ A: succeed }, { QueryLanguage: 'JSONPath' }), '$.QueryLanguage'],
  ['no language, which means JSONPath', { StartAt: 'A', States: { A: succeed } }, '$.QueryLanguage'],
  ['a field that is not there', definitionOf({ A: succeed }, { Timeout: 1 }), '$.Timeout'],
  ['a version that is not there', definitionOf({ A: succeed }, { Version: '2.0' }), '$.Version'],
  ['a comment that is no string', definitionOf({ A: succeed }, { Comment: 1 }), '$.Comment'],
  ['no start', { QueryLanguage: 'JSONata', States: { A: succeed } }, '$.StartAt'],
  ['a start that is no state', definitionOf({ A: succeed }, { StartAt: 'B' }), '$.StartAt'],
  ['no states', { QueryLanguage: 'JSONata', StartAt: 'A' }, '$.States'],
  ['a state that nothing reaches', definitionOf({ A: succeed, B: succeed }), '$.States.B'],
  ['a name of 81 characters', definitionOf({ ['n'.repeat(81)]: succeed }), `$.States.${'n'.repeat(81)}`],
  ['a timeout of zero', definitionOf({ A: succeed }, { TimeoutSeconds: 0 }), '$.TimeoutSeconds'],
  // States
  ['a type that is not there', states({ Type: 'Loop' }), '$.States.A.Type'],
  [
    'Parallel, which this engine does not run',
    states({ Type: 'Parallel', Branches: [], ...end }),
    '$.States.A.Type',
  ],
  ['Map, which this engine does not run', states({ Type: 'Map', ...end }), '$.States.A.Type'],
  ['a state that is a string', states('Succeed'), '$.States.A'],
  ['a state in JSONPath', states({ ...succeed, QueryLanguage: 'JSONPath' }), '$.States.A.QueryLanguage'],
  ['a misspelt field', task({ TimeoutSecond: 1 }), '$.States.A.TimeoutSecond'],
  ['a field of JSONPath', states({ Type: 'Pass', Result: 1, ...end }), '$.States.A.Result'],
  ['InputPath', task({ InputPath: '$' }), '$.States.A.InputPath'],
  ['Arguments of a Pass', states({ Type: 'Pass', Arguments: {}, ...end }), '$.States.A.Arguments'],
  ['Assign of a Succeed', states({ ...succeed, Assign: {} }), '$.States.A.Assign'],
  ['Output of a Fail', states({ Type: 'Fail', Output: 1 }), '$.States.A.Output'],
  ['an Error that is no string', states({ Type: 'Fail', Error: 1 }), '$.States.A.Error'],
  ['Next of a Succeed', states({ ...succeed, Next: 'A' }), '$.States.A.Next'],
  ['neither Next nor End', states({ Type: 'Pass' }), '$.States.A'],
  ['both Next and End', states({ Type: 'Pass', Next: 'A', ...end }), '$.States.A'],
  ['End that is false', states({ Type: 'Pass', Next: 'A', End: false }), '$.States.A.End'],
  ['Next to nowhere', states({ Type: 'Pass', Next: 'B' }), '$.States.A.Next'],
  ['Credentials', task({ Credentials: {} }), '$.States.A.Credentials'],
  // Task
  ['another service', task({ Resource: 'arn:aws:states:::sqs:sendMessage' }), '$.States.A.Resource'],
  ['a run-a-job pattern', task({ Resource: 'arn:aws:states:::lambda:invoke.sync' }), '$.States.A.Resource'],
  ['no Arguments', task({ Arguments: undefined }), '$.States.A.Arguments'],
  ['Arguments as one expression', task({ Arguments: '{% $states.input %}' }), '$.States.A.Arguments'],
  [
    'a function that is not there',
    task({ Arguments: { FunctionName: 'g' } }),
    '$.States.A.Arguments.FunctionName',
  ],
  [
    'a function to be computed',
    task({ Arguments: { FunctionName: '{% "f" %}' } }),
    '$.States.A.Arguments.FunctionName',
  ],
  [
    'an argument of Lambda that this engine ignores',
    task({ Arguments: { FunctionName: 'f', InvocationType: 'Event' } }),
    '$.States.A.Arguments.InvocationType',
  ],
  ['a timeout of zero', task({ TimeoutSeconds: 0 }), '$.States.A.TimeoutSeconds'],
  ['a timeout of half a second', task({ TimeoutSeconds: 0.5 }), '$.States.A.TimeoutSeconds'],
  ['a timeout that is a plain string', task({ TimeoutSeconds: '60' }), '$.States.A.TimeoutSeconds'],
  ['a timeout over the quota', task({ TimeoutSeconds: 100_000_000 }), '$.States.A.TimeoutSeconds'],
  ['a heartbeat that nobody can send', task({ HeartbeatSeconds: 5 }), '$.States.A.HeartbeatSeconds'],
  [
    'a heartbeat as long as the timeout',
    states(invokeWithToken('f', { HeartbeatSeconds: 5, TimeoutSeconds: 5, ...end })),
    '$.States.A.HeartbeatSeconds',
  ],
  // Assign
  ['the variable states', task({ Assign: { states: 1 } }), '$.States.A.Assign.states'],
  ['a variable with a hyphen', task({ Assign: { 'a-b': 1 } }), '$.States.A.Assign.a-b'],
  [
    'a variable of 81 characters',
    task({ Assign: { ['v'.repeat(81)]: 1 } }),
    `$.States.A.Assign.${'v'.repeat(81)}`,
  ],
  ['Assign as one expression', task({ Assign: '{% {} %}' }), '$.States.A.Assign'],
  // Retry
  ['Retry that is no list', task({ Retry: {} }), '$.States.A.Retry'],
  ['a retrier without errors', retry({ ErrorEquals: [] }), '$.States.A.Retry[0].ErrorEquals'],
  ['a retrier of numbers', retry({ ErrorEquals: [1] }), '$.States.A.Retry[0].ErrorEquals'],
  ['a jitter that is not there', retry({ JitterStrategy: 'SOME' }), '$.States.A.Retry[0].JitterStrategy'],
  ['an interval of zero', retry({ IntervalSeconds: 0 }), '$.States.A.Retry[0].IntervalSeconds'],
  ['a backoff under one', retry({ BackoffRate: 0.5 }), '$.States.A.Retry[0].BackoffRate'],
  ['a negative number of attempts', retry({ MaxAttempts: -1 }), '$.States.A.Retry[0].MaxAttempts'],
  [
    'a number of attempts to be computed',
    retry({ MaxAttempts: '{% 3 %}' }),
    '$.States.A.Retry[0].MaxAttempts',
  ],
  [
    'a longest delay under the interval',
    retry({ IntervalSeconds: 5, MaxDelaySeconds: 5 }),
    '$.States.A.Retry[0].MaxDelaySeconds',
  ],
  ['a misspelt field of a retrier', retry({ MaxAttempt: 1 }), '$.States.A.Retry[0].MaxAttempt'],
  ['States.ALL in company', retry({ ErrorEquals: ['States.ALL', 'E'] }), '$.States.A.Retry[0].ErrorEquals'],
  [
    'States.ALL before the last',
    task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }),
    '$.States.A.Retry[0].ErrorEquals',
  ],
  [
    'an error of the language that cannot happen',
    retry({ ErrorEquals: ['States.Time'] }),
    '$.States.A.Retry[0].ErrorEquals',
  ],
  ['Retry of a Choice', choice(yes, { Retry: [] }), '$.States.A.Retry'],
  // Catch
  ['a catcher that is a string', catching('B', { ErrorEquals: ['E'], Next: 'B' }), '$.States.A.Catch[0]'],
  [
    'a catcher without Next',
    catching({ ErrorEquals: ['E'] }, { ErrorEquals: ['F'], Next: 'B' }),
    '$.States.A.Catch[0].Next',
  ],
  ['a catcher to nowhere', catching({ ErrorEquals: ['E'], Next: 'C' }), '$.States.A.Catch[0].Next'],
  [
    'a catcher with ResultPath',
    catching({ ErrorEquals: ['E'], ResultPath: '$', Next: 'B' }),
    '$.States.A.Catch[0].ResultPath',
  ],
  [
    'States.ALL before the last catcher',
    catching({ ErrorEquals: ['States.ALL'], Next: 'B' }, { ErrorEquals: ['E'], Next: 'B' }),
    '$.States.A.Catch[0].ErrorEquals',
  ],
  // Choice
  ['no rules', states({ Type: 'Choice', Choices: [], Default: 'A' }), '$.States.A.Choices'],
  ['a rule of JSONPath', choice({ ...yes, Variable: '$.a' }), '$.States.A.Choices[0].Variable'],
  ['a rule without Condition', choice({}), '$.States.A.Choices[0].Condition'],
  ['a Condition that is literal', choice({ Condition: 'true' }), '$.States.A.Choices[0].Condition'],
  ['a Condition that is a boolean', choice({ Condition: true }), '$.States.A.Choices[0].Condition'],
  ['a rule to nowhere', choice({ ...yes, Next: 'C' }), '$.States.A.Choices[0].Next'],
  ['a Default to nowhere', choice(yes, { Default: 'C' }), '$.States.A.Default'],
  ['a Choice with End', choice(yes, end), '$.States.A.End'],
  // Wait
  ['Wait for nothing', states({ Type: 'Wait', ...end }), '$.States.A'],
  [
    'Wait for two things',
    states({ Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', ...end }),
    '$.States.A',
  ],
  ['Wait for a negative time', states({ Type: 'Wait', Seconds: -1, ...end }), '$.States.A.Seconds'],
  [
    'Wait until a bare day',
    states({ Type: 'Wait', Timestamp: '2026-01-01', ...end }),
    '$.States.A.Timestamp',
  ],
  [
    'Wait with a lower-case t',
    states({ Type: 'Wait', Timestamp: '2026-01-01t00:00:00z', ...end }),
    '$.States.A.Timestamp',
  ],
  // Expressions
  ['what is not JSONata', pass('{% 1 + %}'), '$.States.A.Output'],
  ['an empty expression', pass('{%%}'), '$.States.A.Output'],
  ['$eval', pass('{% $eval("1") %}'), '$.States.A.Output'],
  ['$eval under another name', pass('{% ($e := $eval; $e("1")) %}'), '$.States.A.Output'],
  ['a function that is not there', pass('{% $jsonMerge({}, {}) %}'), '$.States.A.Output'],
  ['a field at the top level', pass('{% caseId %}'), '$.States.A.Output'],
  ['a field at the top level, deeper', pass('{% $states.input & (x + 1) %}'), '$.States.A.Output'],
  ['$ at the top level', pass('{% $.caseId %}'), '$.States.A.Output'],
  ['$$', pass('{% $states.input[$$.a = 1] %}'), '$.States.A.Output'],
  [
    'an expression deep in an object',
    states({ Type: 'Pass', Output: { a: [0, { b: '{% ) %}' }] }, ...end }),
    '$.States.A.Output.a[1].b',
  ],
  // Placeholders
  [
    'a placeholder that nothing replaces',
    task({ Arguments: { FunctionName: 'f', Payload: ['${Table}'] } }),
    '$.States.A.Arguments.Payload[0]',
  ],
];

/** [what it is, definition]: near neighbours of the refusals. */
const accepted: [string, object][] = [
  ['the plainest', definitionOf({ A: succeed })],
  [
    'all of the machine’s fields',
    definitionOf({ A: succeed }, { Comment: 'c', Version: '1.0', TimeoutSeconds: 1 }),
  ],
  ['a name of 80 characters', definitionOf({ ['n'.repeat(80)]: succeed })],
  ['a state that says JSONata', states({ ...succeed, QueryLanguage: 'JSONata' })],
  [
    'a state that reaches itself',
    states(invoke('f', { ...end, Catch: [{ ErrorEquals: ['E'], Next: 'A' }] })),
  ],
  [
    'everything of a task',
    states(
      invokeWithToken('f', {
        TimeoutSeconds: 99_999_999,
        HeartbeatSeconds: '{% 1 %}',
        Assign: { é_1: 1 },
        Output: { a: 1 },
        ...end,
      }),
    ),
  ],
  [
    'everything of a retrier',
    retry({
      IntervalSeconds: 1,
      MaxAttempts: 0,
      BackoffRate: 1,
      MaxDelaySeconds: 2,
      JitterStrategy: 'NONE',
      Comment: 'c',
    }),
  ],
  [
    'States.ALL alone and last',
    task({ Retry: [{ ErrorEquals: ['E', 'States.Timeout'] }, { ErrorEquals: ['States.ALL'] }] }),
  ],
  ['an error’s name with spaces', retry({ ErrorEquals: ['any thing'] })],
  [
    'two catchers to one state',
    catching({ ErrorEquals: ['E'], Next: 'B' }, { ErrorEquals: ['States.ALL'], Next: 'B' }),
  ],
  ['a Choice without Default', choice(yes)],
  ['Wait until an offset', states({ Type: 'Wait', Timestamp: '2026-01-01T00:00:00.5+05:30', ...end })],
  ['Wait for no time', states({ Type: 'Wait', Seconds: 0, ...end })],
  ['a function of AWS', pass('{% $partition($range(0,9,1), 2) %}')],
  ['a function of its own', pass('{% ($f := function($x){$x + 1}; $f(1)) %}')],
  ['a function as an argument', pass('{% $map([1,2], function($v, $i){$v * $i}) %}')],
  [
    '$ and names inside a path, a filter, a sort and a group',
    pass('{% $states.input.rows[id = $.other and $exists(x)]^(>age).{name: $sum(n)} %}'),
  ],
  ['$ within a step', pass('{% $states.input.list.($ & "x") %}')],
  ['an index and a focus', pass('{% $states.input.a@$x#$i.{"i": $i, "x": $x.b} %}')],
  [
    'a word that is no placeholder',
    states({ Type: 'Pass', Output: { a: '$' + '{not a name} $Name {Name}' }, ...end }),
  ],
];

describe('the definition', () => {
  it.each(refused)('refuses %s', (_what, definition, at) => {
    expect(compile(definition)?.problems.map((problem) => problem.at)).toEqual([at]);
  });

  it.each(accepted)('accepts %s', (_what, definition) => {
    expect(compile(definition)?.problems).toBeUndefined();
  });

  it('replaces every placeholder, once: a value is not looked into again', () => {
    const definition = task({ Arguments: { FunctionName: '${Name}', Payload: '${A}-${B}' } });
    expect(compile(definition, { Name: 'f', A: '${B}', B: 'b' })).toBeUndefined();
    const problems = new Problems();
    expect(substitute({ x: ['${A}-${B}'] }, { A: '${B}', B: 'b' }, problems)).toEqual({ x: ['${B}-b'] });
    expect(problems.found).toEqual([]);
  });

  it('does not take a placeholder from what every object inherits', () => {
    const problems = new Problems();
    substitute('${constructor}', {}, problems);
    expect(problems.found).toHaveLength(1);
  });

  it('tells every problem at once, with its path', () => {
    const definition = definitionOf(
      { A: { Type: 'Pass', Reslt: 1, Output: '{% $eval("1") %}', Next: 'B' } },
      { X: 1 },
    );
    const error = compile(definition);
    expect(error?.name).toBe('InvalidDefinition');
    expect(error?.problems.map(({ at }) => at)).toEqual([
      '$.X',
      '$.States.A.Reslt',
      '$.States.A.Output',
      '$.States.A.Next',
    ]);
    for (const { at } of error?.problems ?? []) expect(error?.message).toContain(at);
  });
});

describe('a field that is none', () => {
  const A = '$.States.A';
  /** Every kind of object that a definition is made of, with more in it, and where it is. */
  const places: Record<keyof typeof known, [(more: object) => object, string]> = {
    machine: [(more) => definitionOf({ A: succeed }, more), '$'],
    Task: [(more) => task(more), A],
    Choice: [(more) => choice(yes, more), A],
    Pass: [(more) => states({ Type: 'Pass', ...end, ...more }), A],
    Wait: [(more) => states({ Type: 'Wait', Seconds: 1, ...end, ...more }), A],
    Succeed: [(more) => states({ ...succeed, ...more }), A],
    Fail: [(more) => states({ Type: 'Fail', ...more }), A],
    rule: [(more) => choice({ ...yes, ...more }), `${A}.Choices[0]`],
    retrier: [(more) => retry(more), `${A}.Retry[0]`],
    catcher: [(more) => catching({ ErrorEquals: ['E'], Next: 'B', ...more }), `${A}.Catch[0]`],
    arguments: [(more) => task({ Arguments: { FunctionName: 'f', ...more } }), `${A}.Arguments`],
  };
  const names = [...new Set(Object.values(known).flatMap((each) => each.split(' ')))];

  it.each(Object.entries(places))('is refused in a %s, wherever else it may be one', (kind, [make, at]) => {
    expect(compile(make({}))?.problems).toBeUndefined();
    const own = known[kind as keyof typeof known].split(' ');
    for (const name of [
      'Frobnicate',
      'comment',
      'ResultPath',
      ...names.filter((each) => !own.includes(each)),
    ])
      expect(compile(make({ [name]: 1 }))?.problems.map((problem) => problem.at)).toContain(`${at}.${name}`);
  });
});

describe('the definition, against asl-validator', () => {
  const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
    isValid: boolean;
  };

  // The validator knows JSONata states; what it accepts and this engine runs must overlap.
  it.each(accepted)('agrees that this is valid: %s', (_what, definition) => {
    expect(validate(definition).isValid).toBe(true);
  });
});
