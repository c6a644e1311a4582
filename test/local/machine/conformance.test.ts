// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { isFields, known } from '../../../local/machine/fields.ts';
import { type Behaviour, behaving, bench, definitionOf, invoke, invokeWithToken, route } from './harness.ts';

/** Sources: L = https://states-language.net, D = AWS's developer guide. */
interface Row {
  readonly says: string;
  readonly states: object;
  readonly rest?: object;
  readonly input?: unknown;
  readonly tasks?: Readonly<Record<string, readonly Behaviour[]>>;
  readonly status?: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: unknown;
  readonly route?: string;
  readonly seconds?: number;
}

const end = { End: true };
const pass = (output: unknown, rest: object = end): object => ({ Type: 'Pass', Output: output, ...rest });
const succeed = { Type: 'Succeed' };
const wrapped = (payload: unknown) => ({ ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 });
const retry = (rest: object) => ({ Retry: [{ ErrorEquals: ['States.ALL'], ...rest }], ...end });
const fails: readonly Behaviour[] = [{ throws: 'Boom' }];
const caught = (name: string, rest: object = {}) => ({
  End: true,
  Catch: [{ ErrorEquals: [name], Next: 'Caught', ...rest }],
});
const queryError = { status: 'FAILED', error: 'States.QueryEvaluationError' };
const big = 'x'.repeat(262_144);

const rows: readonly Row[] = [
  // Pass, Succeed, Fail
  {
    says: 'Pass without Output hands its input on (L)',
    states: { A: { Type: 'Pass', ...end } },
    input: { a: [1] },
    output: { a: [1] },
  },
  {
    says: 'Pass Output replaces the input (L)',
    states: { A: pass({ b: '{% $states.input.a + 1 %}' }) },
    input: { a: 1 },
    output: { b: 2 },
  },
  { says: 'Output may be any JSON value (D)', states: { A: pass(null) }, output: null },
  {
    says: 'an expression inside arrays and objects is evaluated at any depth (D)',
    states: { A: pass([1, { x: ['{% 1+1 %}'] }]) },
    output: [1, { x: [2] }],
  },
  {
    says: '{% %} must be the whole string, else it is literal (D)',
    states: { A: pass(['a {% 1 %}', ' {% 1 %}', '{% 1 %} ', '{%1%}']) },
    output: ['a {% 1 %}', ' {% 1 %}', '{% 1 %} ', 1],
  },
  {
    says: 'keys that look like expressions are literal',
    states: { A: pass({ '{% 1 %}': 1, 'a.$': '$.b' }) },
    output: { '{% 1 %}': 1, 'a.$': '$.b' },
  },
  {
    says: 'a key named __proto__ is a key like any other',
    states: { A: pass(JSON.parse('{"__proto__":{"a":1}}')) },
    output: JSON.parse('{"__proto__":{"a":1}}'),
  },
  { says: 'Succeed ends with its input (L)', states: { A: succeed }, input: 7, output: 7 },
  {
    says: 'Succeed may have Output (D)',
    states: { A: { ...succeed, Output: '{% $states.input & "!" %}' } },
    input: 'a',
    output: 'a!',
  },
  {
    says: 'Fail ends with Error and Cause (L)',
    states: { A: { Type: 'Fail', Error: 'E', Cause: 'C' } },
    status: 'FAILED',
    error: 'E',
    cause: 'C',
  },
  {
    says: 'Fail takes expressions (D)',
    states: { A: { Type: 'Fail', Error: '{% $states.input.e %}' } },
    input: { e: 'Own' },
    status: 'FAILED',
    error: 'Own',
  },
  { says: 'Fail may have neither (L)', states: { A: { Type: 'Fail' } }, status: 'FAILED' },
  {
    says: 'Fail with an Error that is no string fails with the evaluation instead',
    states: { A: { Type: 'Fail', Error: '{% 1 %}' } },
    ...queryError,
  },

  // Expressions
  {
    says: 'an undefined result is an error (D)',
    states: { A: pass('{% $states.input.none %}') },
    input: {},
    ...queryError,
  },
  {
    says: 'undefined inside an object is an error too (D)',
    states: { A: pass({ a: '{% $none %}' }) },
    ...queryError,
  },
  {
    says: 'null is a value, not undefined',
    states: { A: pass('{% $states.input.a %}') },
    input: { a: null },
    output: null,
  },
  { says: 'a type error is an evaluation error (D)', states: { A: pass('{% 1 + "a" %}') }, ...queryError },
  { says: 'a function is no JSON', states: { A: pass('{% function($x){$x} %}') }, ...queryError },
  { says: 'a function inside an object is no JSON', states: { A: pass('{% {"a": $sum} %}') }, ...queryError },
  {
    says: 'an expression that would not end is stopped',
    states: { A: pass('{% ($f := function($n){$f($n+1)+1}; $f(0)) %}') },
    ...queryError,
  },
  {
    says: 'an array of one stays an array',
    states: { A: pass('{% $states.input.a %}') },
    input: { a: [1] },
    output: [1],
  },
  {
    says: '$states.input of a task is its input',
    states: { A: invoke('f', { Output: '{% [$states.input, $states.result.Payload] %}', End: true }) },
    input: { q: 1 },
    tasks: { f: [{ returns: 2 }] },
    output: [{ q: 1 }, 2],
  },
  {
    says: '$partition (D)',
    states: { A: pass('{% $partition([1,2,3,4,5], 2) %}') },
    output: [[1, 2], [3, 4], [5]],
  },
  {
    says: '$range includes its end and takes a step (D)',
    states: { A: pass('{% [$range(0, 10, 5), $range(3, 1, -1)] %}') },
    output: [0, 5, 10, 3, 2, 1],
  },
  {
    says: '$hash (D)',
    states: { A: pass('{% $hash("abc", "SHA-256") %}') },
    output: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  },
  { says: '$hash of an unknown algorithm', states: { A: pass('{% $hash("abc", "CRC") %}') }, ...queryError },
  { says: '$parse (D)', states: { A: pass('{% $parse("{\\"a\\":[1]}").a %}') }, output: [1] },
  { says: '$parse of what is no JSON', states: { A: pass('{% $parse("{") %}') }, ...queryError },
  {
    says: '$random with a seed repeats (D)',
    states: { A: pass('{% $random(7) = $random(7) and $random(7) < 1 %}') },
    output: true,
  },
  { says: '$random without a seed is the machine’s', states: { A: pass('{% $random() %}') }, output: 0.5 },
  {
    says: '$uuid is a version 4 (D)',
    states: {
      A: pass(
        '{% $contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) %}',
      ),
    },
    output: true,
  },
  {
    says: '$now and $millis are the machine’s clock',
    states: { A: pass('{% [$now(), $fromMillis($millis())] %}') },
    output: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  },

  // Context object
  {
    says: 'the context object: Execution (D)',
    states: { A: pass('{% $states.context.Execution %}') },
    input: { i: 1 },
    output: {
      Id: 'arn:aws:states:local:000000000000:execution:airlock:case',
      Input: { i: 1 },
      Name: 'case',
      RoleArn: 'arn:aws:iam::000000000000:role/local',
      StartTime: '2026-01-01T00:00:00.000Z',
      RedriveCount: 0,
    },
  },
  {
    says: 'the context object: StateMachine (D)',
    states: { A: pass('{% $states.context.StateMachine %}') },
    output: { Id: 'arn:aws:states:local:000000000000:stateMachine:airlock', Name: 'airlock' },
  },
  {
    says: 'State.Name and EnteredTime',
    states: { A: pass('{% $states.context.State %}') },
    output: { Name: 'A', EnteredTime: '2026-01-01T00:00:00.000Z', RetryCount: 0 },
  },
  {
    says: 'Task.Token is there only for a task that waits for it',
    states: { A: pass('{% $states.context.Task.Token %}') },
    ...queryError,
  },

  // Variables
  {
    says: 'a variable is visible in the next state (D)',
    states: { A: { Type: 'Pass', Assign: { v: 1 }, Next: 'B' }, B: pass('{% $v %}') },
    output: 1,
  },
  {
    says: 'and not yet in the Output of its own (D)',
    states: { A: { Type: 'Pass', Assign: { v: 1 }, Output: '{% $v %}', ...end } },
    ...queryError,
  },
  {
    says: 'Assign reads the old values of all (D)',
    states: {
      A: { Type: 'Pass', Assign: { x: 1, y: 2 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { x: '{% $y %}', y: '{% $x %}' }, Next: 'C' },
      C: pass('{% [$x, $y] %}'),
    },
    output: [2, 1],
  },
  {
    says: 'a variable may hold an object',
    states: { A: { Type: 'Pass', Assign: { v: { a: { b: 3 } } }, Next: 'B' }, B: pass('{% $v.a.b %}') },
    output: 3,
  },
  {
    says: 'an undefined Assign is an error',
    states: { A: { Type: 'Pass', Assign: { v: '{% $states.input.none %}' }, ...end } },
    ...queryError,
  },
  {
    says: 'Assign of a task reads its result',
    states: {
      A: invoke('f', { Assign: { v: '{% $states.result.Payload.n %}' }, Next: 'B' }),
      B: pass('{% $v %}'),
    },
    tasks: { f: [{ returns: { n: 4 } }] },
    output: 4,
  },

  // Choice
  ...(
    [
      [1, 'B'],
      [2, 'C'],
      [3, 'D'],
    ] as const
  ).map(([n, to]): Row => ({
    says: `Choice takes the first rule that holds, else Default: ${n} (L)`,
    states: {
      A: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input = 1 %}', Next: 'B' },
          { Condition: '{% $states.input < 3 %}', Next: 'C' },
        ],
        Default: 'D',
      },
      B: succeed,
      C: succeed,
      D: succeed,
    },
    input: n,
    output: n,
    route: `A ${to}`,
  })),
  {
    says: 'no rule and no Default (L)',
    states: { A: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'B' }] }, B: succeed },
    status: 'FAILED',
    error: 'States.NoChoiceMatched',
  },
  {
    says: 'a Condition must be boolean (D)',
    states: {
      A: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'B' }], Default: 'B' },
      B: succeed,
    },
    ...queryError,
  },
  {
    says: 'an undefined Condition is an error (D)',
    states: {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.x %}', Next: 'B' }], Default: 'B' },
      B: succeed,
    },
    input: {},
    ...queryError,
  },
  {
    says: 'a comparison with an undefined field is false',
    states: {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.x = 1 %}', Next: 'B' }], Default: 'C' },
      B: succeed,
      C: succeed,
    },
    input: {},
    output: {},
    route: 'A C',
  },
  {
    says: 'the rule’s Assign and Output count, not the state’s (D)',
    states: {
      A: {
        Type: 'Choice',
        Choices: [{ Condition: '{% true %}', Assign: { v: 'rule' }, Output: 'rule', Next: 'B' }],
        Assign: { v: 'state' },
        Output: 'state',
        Default: 'B',
      },
      B: pass('{% [$states.input, $v] %}'),
    },
    output: ['rule', 'rule'],
  },
  {
    says: 'the state’s Assign and Output go with Default (D)',
    states: {
      A: {
        Type: 'Choice',
        Choices: [{ Condition: '{% false %}', Assign: { v: 'rule' }, Next: 'B' }],
        Assign: { v: 'state' },
        Output: 'state',
        Default: 'B',
      },
      B: pass('{% [$states.input, $v] %}'),
    },
    output: ['state', 'state'],
  },

  // Wait
  {
    says: 'Wait Seconds (L)',
    states: { A: { Type: 'Wait', Seconds: 10, ...end } },
    input: 1,
    output: 1,
    seconds: 10,
  },
  {
    says: 'Wait Seconds as an expression (D)',
    states: { A: { Type: 'Wait', Seconds: '{% $states.input %}', ...end } },
    input: 3,
    output: 3,
    seconds: 3,
  },
  {
    says: 'Wait for 60 days, longer than a timer of 31 bits',
    states: { A: { Type: 'Wait', Seconds: 5_184_000, ...end } },
    output: null,
    seconds: 5_184_000,
  },
  {
    says: 'Wait Timestamp (L)',
    states: { A: { Type: 'Wait', Timestamp: '2026-01-01T00:01:00Z', ...end } },
    output: null,
    seconds: 60,
  },
  {
    says: 'Wait Timestamp in the past goes on at once',
    states: { A: { Type: 'Wait', Timestamp: '{% "2020-01-01T00:00:00+01:00" %}', ...end } },
    output: null,
    seconds: 0,
  },
  {
    says: 'Wait Output and Assign',
    states: {
      A: { Type: 'Wait', Seconds: 1, Assign: { v: 5 }, Output: 'o', Next: 'B' },
      B: pass('{% [$states.input, $v] %}'),
    },
    output: ['o', 5],
  },
  {
    says: 'Wait for a negative time',
    states: { A: { Type: 'Wait', Seconds: '{% 0-1 %}', ...end } },
    ...queryError,
  },
  {
    says: 'Wait for half a second',
    states: { A: { Type: 'Wait', Seconds: '{% 0.5 %}', ...end } },
    ...queryError,
  },
  {
    says: 'Wait until what is no timestamp',
    states: { A: { Type: 'Wait', Timestamp: '{% "tomorrow" %}', ...end } },
    ...queryError,
  },

  // Task
  {
    says: 'a task’s output is Lambda’s envelope (D)',
    states: { A: invoke('f') },
    tasks: { f: [{ returns: { a: 1 } }] },
    output: wrapped({ a: 1 }),
  },
  {
    says: 'a function that gives nothing gives null',
    states: { A: invoke('f') },
    tasks: { f: [{ returns: undefined }] },
    output: wrapped(null),
  },
  {
    says: 'what is not JSON does not cross: a Date becomes text',
    states: { A: invoke('f', { Output: '{% $states.result.Payload %}', ...end }) },
    tasks: { f: [{ returns: { d: new Date(0), u: undefined } }] },
    output: { d: '1970-01-01T00:00:00.000Z' },
  },
  {
    says: 'what cannot be JSON is Lambda’s error',
    states: { A: invoke('f') },
    tasks: { f: [{ returns: 1n }] },
    status: 'FAILED',
    error: 'Runtime.MarshalError',
  },
  {
    says: 'a thrown error is its name, and never its message',
    states: { A: invoke('f') },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    cause: '{"errorType":"Boom"}',
  },
  {
    says: 'a thrown name that may be text is not told',
    states: { A: invoke('f') },
    tasks: { f: [{ throws: 'Jane Canary' }] },
    status: 'FAILED',
    error: 'Error',
    cause: '{"errorType":"Error"}',
  },
  {
    says: 'Arguments that fail are caught',
    states: {
      A: invoke('f', {
        ...caught('States.QueryEvaluationError'),
        Arguments: { FunctionName: 'f', Payload: '{% $none %}' },
      }),
      Caught: pass('caught'),
    },
    tasks: { f: ['echoes'] },
    output: 'caught',
  },
  {
    says: 'Output that fails is caught',
    states: {
      A: invoke('f', { ...caught('States.ALL'), Output: '{% $none %}' }),
      Caught: pass('{% $states.input.Error %}'),
    },
    tasks: { f: ['echoes'] },
    output: 'States.QueryEvaluationError',
  },
  {
    says: 'a task without a Payload gets an empty object',
    states: {
      A: invoke('f', { Arguments: { FunctionName: 'f' }, Output: '{% $states.result.Payload %}', ...end }),
    },
    tasks: { f: ['echoes'] },
    output: {},
  },

  // Timeouts
  {
    says: 'TimeoutSeconds (L)',
    states: { A: invoke('f', { TimeoutSeconds: 5, ...end }) },
    tasks: { f: ['hangs'] },
    status: 'FAILED',
    error: 'States.Timeout',
    seconds: 5,
  },
  {
    says: 'TimeoutSeconds as an expression, over 24.8 days',
    states: { A: invoke('f', { TimeoutSeconds: '{% $states.input %}', ...end }) },
    input: 5_000_000,
    tasks: { f: ['hangs'] },
    status: 'FAILED',
    error: 'States.Timeout',
    seconds: 5_000_000,
  },
  {
    says: 'TimeoutSeconds that is undefined',
    states: { A: invoke('f', { TimeoutSeconds: '{% $states.input[3] %}', ...end }) },
    input: [1],
    tasks: { f: ['echoes'] },
    ...queryError,
  },
  {
    says: 'TimeoutSeconds of zero',
    states: { A: invoke('f', { TimeoutSeconds: '{% 0 %}', ...end }) },
    tasks: { f: ['echoes'] },
    ...queryError,
  },
  {
    says: 'a token that nobody answers times out',
    states: { A: invokeWithToken('f', { TimeoutSeconds: 86_400, ...end }) },
    tasks: { f: ['echoes'] },
    status: 'FAILED',
    error: 'States.Timeout',
    seconds: 86_400,
  },
  {
    says: 'a token without heartbeats times out sooner (D)',
    states: { A: invokeWithToken('f', { TimeoutSeconds: 100, HeartbeatSeconds: 10, ...end }) },
    tasks: { f: ['echoes'] },
    status: 'FAILED',
    error: 'States.Timeout',
    seconds: 10,
  },
  {
    says: 'a missed heartbeat is caught by its own name (L)',
    states: {
      A: invokeWithToken('f', { HeartbeatSeconds: 10, ...caught('States.HeartbeatTimeout') }),
      Caught: pass('{% $states.input.Error %}'),
    },
    tasks: { f: ['echoes'] },
    output: 'States.Timeout',
  },
  {
    says: 'a time-out is not caught as a missed heartbeat',
    states: {
      A: invokeWithToken('f', { TimeoutSeconds: 10, ...caught('States.HeartbeatTimeout') }),
      Caught: pass(1),
    },
    tasks: { f: ['echoes'] },
    status: 'FAILED',
    error: 'States.Timeout',
  },
  {
    says: 'the execution’s own TimeoutSeconds, which nothing catches (D)',
    rest: { TimeoutSeconds: 30 },
    states: { A: invoke('f', caught('States.ALL')), Caught: pass(1) },
    tasks: { f: ['hangs'] },
    status: 'TIMED_OUT',
    error: 'States.Timeout',
    seconds: 30,
  },
  {
    says: 'a function that throws fails a task that waits for its token',
    states: { A: invokeWithToken('f', caught('AlreadyDecided')), Caught: pass('collected') },
    tasks: { f: [{ throws: 'AlreadyDecided' }] },
    output: 'collected',
  },

  // Catch
  {
    says: 'Catch hands the error on (L)',
    states: { A: invoke('f', caught('Boom')), Caught: succeed },
    tasks: { f: fails },
    output: { Error: 'Boom', Cause: '{"errorType":"Boom"}' },
    route: 'A Caught',
  },
  {
    says: 'Catch Output and Assign read $states.errorOutput and $states.input (D)',
    states: {
      A: invoke(
        'f',
        caught('Boom', {
          Output: '{% [$states.input, $states.errorOutput.Error] %}',
          Assign: { e: '{% $states.errorOutput.Error %}' },
        }),
      ),
      Caught: pass('{% [$states.input, $e] %}'),
    },
    input: 'i',
    tasks: { f: fails },
    output: ['i', 'Boom', 'Boom'],
  },
  {
    says: 'the state’s own Assign does not happen when it is caught',
    states: { A: invoke('f', { ...caught('Boom'), Assign: { v: 1 } }), Caught: pass('{% $exists($v) %}') },
    tasks: { f: fails },
    output: false,
  },
  {
    says: 'the first catcher that matches (L)',
    states: {
      A: invoke('f', {
        End: true,
        Catch: [
          { ErrorEquals: ['Other'], Next: 'B' },
          { ErrorEquals: ['X', 'Boom'], Next: 'C' },
          { ErrorEquals: ['States.ALL'], Next: 'B' },
        ],
      }),
      B: succeed,
      C: pass('c'),
    },
    tasks: { f: fails },
    output: 'c',
  },
  {
    says: 'an error that no catcher names goes on',
    states: { A: invoke('f', caught('Other')), Caught: succeed },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
  },
  {
    says: 'names are case-sensitive (L)',
    states: { A: invoke('f', caught('boom')), Caught: succeed },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
  },
  {
    says: 'States.TaskFailed catches a failure (D)',
    states: { A: invoke('f', caught('States.TaskFailed')), Caught: pass(1) },
    tasks: { f: fails },
    output: 1,
  },
  {
    says: 'States.TaskFailed does not catch a time-out (D)',
    states: { A: invoke('f', { TimeoutSeconds: 1, ...caught('States.TaskFailed') }), Caught: pass(1) },
    tasks: { f: ['hangs'] },
    status: 'FAILED',
    error: 'States.Timeout',
  },
  {
    says: 'States.ALL catches a time-out',
    states: { A: invoke('f', { TimeoutSeconds: 1, ...caught('States.ALL') }), Caught: pass(1) },
    tasks: { f: ['hangs'] },
    output: 1,
  },
  {
    says: 'a Catch that cannot be evaluated ends the execution',
    states: { A: invoke('f', caught('States.ALL', { Output: '{% $none %}' })), Caught: pass(1) },
    tasks: { f: fails },
    ...queryError,
  },
  {
    says: 'States.ALL does not catch States.DataLimitExceeded (D)',
    states: { A: invoke('f', caught('States.ALL')), Caught: pass(1) },
    tasks: { f: [{ returns: big }] },
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  },
  {
    says: 'nor does States.TaskFailed (D)',
    states: { A: invoke('f', caught('States.TaskFailed')), Caught: pass(1) },
    tasks: { f: [{ returns: big }] },
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  },
  {
    says: 'its own name does',
    states: { A: invoke('f', caught('States.DataLimitExceeded')), Caught: pass(1) },
    tasks: { f: [{ returns: big }] },
    output: 1,
  },
  {
    says: 'a function may throw a name of the States Language; States.Runtime is then caught by nothing (D)',
    states: { A: invoke('f', { ...caught('States.Runtime') }), Caught: pass(1) },
    tasks: { f: [{ throws: 'States.Runtime' }] },
    status: 'FAILED',
    error: 'States.Runtime',
  },
  {
    says: 'a loop through Catch',
    states: { A: invoke('f', { Output: 'done', End: true, Catch: [{ ErrorEquals: ['Boom'], Next: 'A' }] }) },
    tasks: { f: [...fails, ...fails, { returns: 1 }] },
    output: 'done',
    route: 'A A A',
  },

  // Retry
  {
    says: 'Retry with the defaults: 1, 2, 4 seconds, 3 attempts (L)',
    states: { A: invoke('f', retry({})) },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    seconds: 7,
  },
  {
    says: 'Retry until it works',
    states: { A: invoke('f', { ...retry({}), Output: '{% $states.context.State.RetryCount %}' }) },
    tasks: { f: [...fails, ...fails, { returns: 1 }] },
    output: 2,
    seconds: 3,
  },
  {
    says: 'IntervalSeconds and BackoffRate (L)',
    states: { A: invoke('f', retry({ IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 2 })) },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    seconds: 7.5,
  },
  {
    says: 'MaxDelaySeconds bounds the back-off (L)',
    states: { A: invoke('f', retry({ MaxDelaySeconds: 3, MaxAttempts: 4 })) },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    seconds: 9,
  },
  {
    says: 'full jitter takes a random part of the delay (L)',
    states: { A: invoke('f', retry({ JitterStrategy: 'FULL' })) },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    seconds: 3.5,
  },
  {
    says: 'MaxAttempts 0 never retries (L)',
    states: { A: invoke('f', retry({ MaxAttempts: 0 })) },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    seconds: 0,
  },
  {
    says: 'each retrier counts for itself (L)',
    states: {
      A: invoke('f', {
        End: true,
        Retry: [
          { ErrorEquals: ['X'], MaxAttempts: 1, IntervalSeconds: 1 },
          { ErrorEquals: ['Boom'], MaxAttempts: 1, IntervalSeconds: 10 },
        ],
      }),
    },
    tasks: { f: [{ throws: 'X' }, { throws: 'Boom' }, { throws: 'X' }] },
    status: 'FAILED',
    error: 'X',
    seconds: 11,
  },
  {
    says: 'a used-up retrier goes on to Catch (L)',
    states: {
      A: invoke('f', { ...caught('Boom'), Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 1 }] }),
      Caught: pass(1),
    },
    tasks: { f: fails },
    output: 1,
    seconds: 1,
  },
  {
    says: 'a used-up retrier is not followed by the next that matches (L)',
    states: {
      A: invoke('f', {
        End: true,
        Retry: [
          { ErrorEquals: ['Boom'], MaxAttempts: 0 },
          { ErrorEquals: ['States.ALL'], MaxAttempts: 5 },
        ],
      }),
    },
    tasks: { f: fails },
    status: 'FAILED',
    error: 'Boom',
    seconds: 0,
  },
  {
    says: 'counters begin anew when the state is entered again',
    states: {
      A: invoke('f', { ...retry({ MaxAttempts: 1 }), End: undefined, Next: 'B' }),
      B: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $exists($again) %}', Next: 'C' }],
        Assign: { again: true },
        Default: 'A',
      },
      C: pass('end'),
    },
    tasks: { f: [...fails, { returns: 1 }, ...fails, { returns: 1 }] },
    output: 'end',
    seconds: 2,
  },
  {
    says: 'a time-out is retried',
    states: { A: invoke('f', { TimeoutSeconds: 5, ...retry({ MaxAttempts: 1 }), Output: 'o' }) },
    tasks: { f: ['hangs', { returns: 1 }] },
    output: 'o',
    seconds: 6,
  },
  {
    says: 'States.ALL does not retry States.DataLimitExceeded (D)',
    states: { A: invoke('f', retry({})) },
    tasks: { f: [{ returns: big }] },
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
    seconds: 0,
  },
  {
    says: 'an evaluation error is retried by States.ALL',
    states: { A: invoke('f', { ...retry({ MaxAttempts: 1 }), Output: '{% $none %}' }) },
    tasks: { f: ['echoes'] },
    ...queryError,
    seconds: 1,
  },

  // Quotas
  {
    says: 'an output over 256 KiB (D)',
    states: { A: pass('{% $pad("", 262145, "x") %}') },
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  },
  {
    says: 'the limit counts bytes of UTF-8',
    states: { A: pass('{% $pad("", 131073, "é") %}') },
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  },
  {
    says: 'an output just under it',
    states: {
      A: pass('{% $pad("", 262142, "x") %}', { Next: 'B' }),
      B: pass('{% $length($states.input) %}'),
    },
    output: 262_142,
  },
  {
    says: 'a variable over 256 KiB (D)',
    states: { A: { Type: 'Pass', Assign: { v: '{% $pad("", 262145, "x") %}' }, ...end } },
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  },
  {
    says: '25,000 events (D)',
    states: {
      A: { Type: 'Pass', Next: 'B' },
      B: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input = "stop" %}', Next: 'C' }],
        Default: 'A',
      },
      C: succeed,
    },
    input: 'on',
    status: 'FAILED',
    error: 'States.Runtime',
  },
];

describe('the States Language', () => {
  it.each(rows.map((row) => [row.says, row] as const))('%s', async (_says, row) => {
    const functions = Object.fromEntries(
      Object.entries(row.tasks ?? {}).map(([name, behaviours]) => [name, behaving(behaviours)]),
    );
    const { machine, finish } = bench({ definition: definitionOf(row.states, row.rest), functions });
    await machine.start('case', row.input ?? null);
    const seconds = await finish('case');
    const { status, output, error, cause } = machine.describe('case')!;
    const told = {
      status,
      output: output === undefined ? undefined : (JSON.parse(output) as unknown),
      error,
    };
    expect(told).toEqual({
      status: row.status ?? 'SUCCEEDED',
      output: 'output' in row ? row.output : undefined,
      error: row.error,
    });
    if (row.cause !== undefined) expect(cause).toBe(row.cause);
    if (row.route !== undefined) expect(route(machine, 'case').join(' ')).toBe(row.route);
    if (row.seconds !== undefined) expect(seconds).toBe(row.seconds);
    expect(JSON.stringify(machine.history('case', { limit: 1000 }))).not.toContain('Canary');
    await machine.close();
  });
});

describe('the table', () => {
  /** Every field that a definition has, with the kind of object that it is in. */
  function* fieldsIn(definition: object): Generator<string> {
    function* named(kind: string, value: unknown): Generator<string> {
      if (isFields(value)) for (const name of Object.keys(value)) yield `${kind}.${name}`;
    }
    yield* named('machine', definition);
    const { States } = definition as { States: Record<string, Record<string, unknown>> };
    for (const state of Object.values(States)) {
      yield* named(String(state['Type']), state);
      yield* named('arguments', state['Arguments']);
      for (const [field, kind] of [
        ['Choices', 'rule'],
        ['Retry', 'retrier'],
        ['Catch', 'catcher'],
      ] as const)
        for (const each of (state[field] ?? []) as unknown[]) yield* named(kind, each);
    }
  }

  it('has a row for every field that the engine takes, but for those that change nothing', () => {
    const changeNothing = ['Comment', 'QueryLanguage', 'Version'];
    const taken = Object.entries(known).flatMap(([kind, names]) =>
      names
        .split(' ')
        .filter((name) => !changeNothing.includes(name))
        .map((name) => `${kind}.${name}`),
    );
    const tried = new Set(rows.flatMap((row) => [...fieldsIn(definitionOf(row.states, row.rest))]));
    expect(taken.filter((field) => !tried.has(field))).toEqual([]);
  });
});
