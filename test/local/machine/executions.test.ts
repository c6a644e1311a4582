// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { behaving, bench, definitionOf, invoke, route, types } from './harness.ts';

const one = definitionOf({ A: invoke('f') });
const f = behaving(['echoes']);

describe('starting', () => {
  it('is once for the same name and input while it runs', async () => {
    const { machine } = bench({ definition: one, functions: { f: behaving(['hangs']) } });
    const [first, second] = await Promise.all([
      machine.start('case', { a: 1 }),
      machine.start('case', { a: 1 }),
    ]);
    expect(second).toEqual(first);
    expect(machine.list()).toHaveLength(1);
    expect(first).toMatchObject({
      executionArn: 'arn:aws:states:local:000000000000:execution:airlock:case',
      status: 'RUNNING',
      startDate: new Date('2026-01-01T00:00:00Z'),
      input: '{"a":1}',
    });
  });

  it('refuses a name that runs with another input, also at the same moment', async () => {
    const { machine } = bench({ definition: one, functions: { f: behaving(['hangs']) } });
    const results = await Promise.allSettled([machine.start('case', 1), machine.start('case', 2)]);
    expect(results).toMatchObject([{ status: 'fulfilled' }, { reason: { name: 'ExecutionAlreadyExists' } }]);
    await expect(machine.start('case', 3)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    expect(machine.describe('case')).toMatchObject({ input: '1' });
  });

  it('refuses the name of a closed execution, whatever the input', async () => {
    const { machine, finish } = bench({ definition: one, functions: { f } });
    await machine.start('case', 1);
    await finish('case');
    await expect(machine.start('case', 1)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each(['', 'a b', 'a/b', 'n'.repeat(81), 'é'])('refuses the name %j', async (name) => {
    const { machine } = bench({ definition: one, functions: { f } });
    await expect(machine.start(name, 1)).rejects.toMatchObject({ name: 'InvalidName' });
    expect(machine.list()).toEqual([]);
  });

  it.each([undefined, () => 1, 1n, 'x'.repeat(262_143)])(
    'refuses input that is no JSON or too long',
    async (input) => {
      const { machine } = bench({ definition: one, functions: { f } });
      await expect(machine.start('case', input)).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
    },
  );
});

describe('an execution', () => {
  it('does not share objects with whoever started it, nor with its functions', async () => {
    const input = { list: [1] };
    const seen: unknown[] = [];
    const { machine, finish } = bench({
      definition: definitionOf({
        A: invoke('f', { Next: 'B', Output: '{% $states.input %}' }),
        B: invoke('f'),
      }),
      functions: {
        f: async (payload) => {
          seen.push(structuredClone(payload));
          (payload as { list: number[] }).list.push(9);
          return payload;
        },
      },
    });
    const started = machine.start('case', input);
    input.list.push(2);
    await started;
    await finish('case');
    expect(seen).toEqual([{ list: [1] }, { list: [1] }]);
  });

  it('ignores the late result of a function that timed out, and tells it to stop', async () => {
    let late: (value: unknown) => void = () => undefined;
    let signal: AbortSignal | undefined;
    const { machine, clock } = bench({
      definition: definitionOf({
        A: invoke('f', {
          TimeoutSeconds: 5,
          Next: 'B',
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'B' }],
        }),
        B: { Type: 'Wait', Seconds: 10, End: true },
      }),
      functions: {
        f: (_payload, given) => {
          signal = given;
          return new Promise((resolve) => (late = resolve));
        },
      },
    });
    await machine.start('case', 1);
    expect(signal?.aborted).toBe(false);
    clock.advance(5000);
    await machine.idle();
    expect(signal?.aborted).toBe(true);
    late('too late');
    clock.advance(10_000);
    await machine.idle();
    expect(machine.describe('case')).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"Error":"States.Timeout"}',
    });
    expect(types(machine, 'case')).not.toContain('TaskSucceeded');
  });

  it('goes on with the definition that it began with', async () => {
    const waits = { Type: 'Wait', Seconds: 10 };
    const old = definitionOf({ A: { ...waits, Next: 'Old' }, Old: invoke('f') });
    const first = bench({ definition: old, functions: { f } });
    await first.machine.start('before', 1);
    await first.machine.close();
    const changed = definitionOf({ A: { ...waits, Next: 'New' }, New: { Type: 'Succeed' } });
    const second = bench({ definition: changed, functions: { f }, database: first.database });
    await second.machine.start('after', 1);
    await second.finish('before');
    await second.finish('after');
    expect(route(second.machine, 'before')).toEqual(['A', 'Old']);
    expect(route(second.machine, 'after')).toEqual(['A', 'New']);
  });

  it('keeps a machine from opening that can no longer serve it', async () => {
    const first = bench({
      definition: definitionOf({ W: { Type: 'Wait', Seconds: 1, Next: 'A' }, A: invoke('f') }),
      functions: { f },
    });
    await first.machine.start('case', 1);
    await first.machine.close();
    const without = { definition: definitionOf({ A: { Type: 'Succeed' } }), database: first.database };
    expect(() => bench(without)).toThrow(expect.objectContaining({ name: 'InvalidDefinition' }));
    await bench({ ...without, functions: { f } }).machine.close();
  });
});

describe('asking', () => {
  const three = async () => {
    const made = bench({
      definition: one,
      functions: { f: behaving([{ returns: 1 }, { throws: 'Boom' }, 'hangs']) },
    });
    const closed: string[] = [];
    const stopListening = made.machine.onClosed(({ name, status }) => closed.push(`${name} ${status}`));
    for (const name of ['a', 'b', 'c']) {
      await made.machine.start(name, {});
      await made.machine.idle({ exceptRunning: true });
      made.clock.advance(1000);
    }
    return { ...made, closed, stopListening };
  };

  it('lists by status, newest first, page by page', async () => {
    const { machine } = await three();
    const names = (query: Parameters<typeof machine.list>[0]) => machine.list(query).map(({ name }) => name);
    expect(names({})).toEqual(['c', 'b', 'a']);
    expect(names({ status: 'RUNNING' })).toEqual(['c']);
    expect(names({ status: 'FAILED' })).toEqual(['b']);
    expect(names({ status: 'ABORTED' })).toEqual([]);
    const [first] = machine.list({ limit: 1 });
    expect(names({ limit: 1, before: first!.seq })).toEqual(['b']);
  });

  it('tells who listens of every close', async () => {
    const { machine, closed, stopListening } = await three();
    stopListening();
    await machine.stop('c');
    expect(closed).toEqual(['a SUCCEEDED', 'b FAILED']);
  });

  it('knows no execution that there is not', async () => {
    const { machine } = await three();
    expect(machine.describe('d')).toBeUndefined();
    expect(() => machine.history('d')).toThrow(expect.objectContaining({ name: 'ExecutionDoesNotExist' }));
    await expect(machine.stop('d')).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });

  it('prunes what closed before, with its events and tokens, and frees its name', async () => {
    const { machine, clock, database } = await three();
    expect(await machine.prune(clock.now() - 2500, 1)).toBe(1);
    expect(machine.list().map(({ name }) => name)).toEqual(['c', 'b']);
    expect(await machine.prune(clock.now() + 1, 1)).toBe(1);
    expect(machine.list().map(({ name }) => name)).toEqual(['c']);
    expect(database.prepare('SELECT count(DISTINCT execution) AS n FROM workflow_event').get()).toEqual({
      n: 1,
    });
    await machine.start('a', {});
  });
});

describe('the history', () => {
  it('has the shape of GetExecutionHistory', async () => {
    const { machine, finish } = bench({
      definition: definitionOf({
        A: invoke('f', { TimeoutSeconds: 9, Assign: { v: '{% $states.result.Payload %}' }, Next: 'B' }),
        B: { Type: 'Choice', Choices: [{ Condition: '{% $v = 1 %}', Next: 'C' }], Default: 'C' },
        C: { Type: 'Fail', Error: 'E', Cause: 'C' },
      }),
      functions: { f },
    });
    await machine.start('case', 1);
    await finish('case');
    const { events, nextToken } = machine.history('case');
    const timestamp = new Date('2026-01-01T00:00:00Z');
    const truncated = { truncated: false };
    const resource = { resourceType: 'lambda', resource: 'invoke' };
    const output = '{"ExecutedVersion":"$LATEST","Payload":1,"StatusCode":200}';
    const expected: [string, object][] = [
      [
        'ExecutionStarted',
        {
          executionStartedEventDetails: {
            input: '1',
            inputDetails: truncated,
            roleArn: 'arn:aws:iam::000000000000:role/local',
          },
        },
      ],
      ['TaskStateEntered', { stateEnteredEventDetails: { name: 'A', input: '1', inputDetails: truncated } }],
      [
        'TaskScheduled',
        {
          taskScheduledEventDetails: {
            ...resource,
            region: 'local',
            parameters: '{"FunctionName":"f","Payload":1}',
            timeoutInSeconds: 9,
          },
        },
      ],
      ['TaskStarted', { taskStartedEventDetails: resource }],
      ['TaskSucceeded', { taskSucceededEventDetails: { ...resource, output, outputDetails: truncated } }],
      [
        'TaskStateExited',
        {
          stateExitedEventDetails: {
            name: 'A',
            output,
            outputDetails: truncated,
            assignedVariables: { v: '1' },
            assignedVariablesDetails: truncated,
          },
        },
      ],
      [
        'ChoiceStateEntered',
        { stateEnteredEventDetails: { name: 'B', input: output, inputDetails: truncated } },
      ],
      ['ChoiceStateExited', { stateExitedEventDetails: { name: 'B', output, outputDetails: truncated } }],
      [
        'FailStateEntered',
        { stateEnteredEventDetails: { name: 'C', input: output, inputDetails: truncated } },
      ],
      ['ExecutionFailed', { executionFailedEventDetails: { error: 'E', cause: 'C' } }],
    ];
    expect(events).toEqual(
      expected.map(([type, details], at) => ({
        timestamp,
        type,
        id: at + 1,
        previousEventId: at,
        ...details,
      })),
    );
    expect(nextToken).toBeUndefined();
  });

  it('tells of a failed expression which field of which state it was, and quotes no value', async () => {
    const { machine, finish } = bench({
      definition: definitionOf({
        A: { Type: 'Pass', Output: { x: '{% $number($states.input) %}' }, End: true },
      }),
    });
    await machine.start('case', 'Jane Canary');
    await finish('case');
    expect(machine.history('case').events.find(({ type }) => type === 'EvaluationFailed')).toMatchObject({
      evaluationFailedEventDetails: {
        error: 'States.QueryEvaluationError',
        cause:
          "The JSONata expression '$number($states.input)' specified for the field 'Output/x' threw an error (D3030).",
        location: 'Output/x',
        state: 'A',
      },
    });
    expect(machine.describe('case')?.cause).toBe(
      "An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '$number($states.input)' specified for the field 'Output/x' threw an error (D3030).",
    );
  });

  it.each([1, 3, 4, 7, 1000])('comes in pages of %d, both ways, without a gap', async (limit) => {
    const { machine, finish } = bench({
      definition: definitionOf({
        A: { Type: 'Wait', Seconds: 1, Next: 'B' },
        B: invoke('f', { Next: 'C' }),
        C: { Type: 'Succeed' },
      }),
      functions: { f },
    });
    await machine.start('case', 1);
    await finish('case');
    for (const reverse of [false, true]) {
      const ids: number[] = [];
      let token: string | undefined;
      do {
        const page = machine.history('case', {
          limit,
          reverse,
          ...(token === undefined ? {} : { nextToken: token }),
        });
        expect(page.events.length).toBeLessThanOrEqual(limit);
        ids.push(...page.events.map(({ id }) => id));
        token = page.nextToken;
      } while (token !== undefined);
      const all = Array.from({ length: 11 }, (_, at) => at + 1);
      expect(ids).toEqual(reverse ? all.reverse() : all);
    }
    expect(() => machine.history('case', { nextToken: 'x' })).toThrow(
      expect.objectContaining({ name: 'ValidationException' }),
    );
  });
});
