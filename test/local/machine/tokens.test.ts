// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type Bench, bench, definitionOf, invokeWithToken, types } from './harness.ts';

const states = {
  Review: invokeWithToken('open', {
    TimeoutSeconds: 100,
    HeartbeatSeconds: 40,
    Output: '{% $states.result %}',
    Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1 }],
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Review' }],
    End: true,
  }),
};

/** A started execution that waits for its token. */
async function waiting(
  behaves: () => Promise<unknown> = () => Promise.resolve('opened'),
): Promise<Bench & { tokens: string[] }> {
  const tokens: string[] = [];
  const made = bench({
    definition: definitionOf(states),
    functions: {
      open: (payload) => {
        tokens.push((payload as { token: string }).token);
        return behaves();
      },
    },
  });
  await made.machine.start('case', {});
  await made.machine.idle({ exceptRunning: true });
  return { ...made, tokens };
}

describe('a task token', () => {
  it('lets the answer in, as the result of the task', async () => {
    const { machine, tokens } = await waiting();
    expect(machine.describe('case')).toMatchObject({ status: 'RUNNING', state: 'Review' });
    await machine.succeed(tokens[0]!, { decision: 'approve' });
    expect(machine.describe('case')).toMatchObject({ status: 'SUCCEEDED', output: '{"decision":"approve"}' });
    expect(types(machine, 'case')).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('lets a failure in, to Retry and Catch; the next attempt has another token', async () => {
    const { machine, tokens, clock } = await waiting();
    await machine.fail(tokens[0]!, 'Busy', 'because');
    await expect(machine.succeed(tokens[0]!, 1)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    clock.advance(1000);
    await machine.idle();
    expect(tokens).toHaveLength(2);
    await machine.fail(tokens[1]!, 'Own', 'because');
    expect(machine.describe('case')).toMatchObject({ status: 'FAILED', error: 'Own', cause: 'because' });
  });

  it('works before the function that passed it on has returned', async () => {
    const { machine, tokens } = await waiting(() => new Promise(() => undefined));
    await machine.succeed(tokens[0]!, 'early');
    expect(machine.describe('case')).toMatchObject({ status: 'SUCCEEDED', output: '"early"' });
  });

  it('works though the process ended before the function that passed it on had returned; so does the next one', async () => {
    for (const answered of [0, 1]) {
      const tokens: string[] = [];
      const open = (payload: unknown): Promise<unknown> => {
        tokens.push((payload as { token: string }).token);
        return new Promise(() => undefined);
      };
      const first = bench({ definition: definitionOf(states), functions: { open } });
      await first.machine.start('case', {});
      await first.machine.close({ graceMs: 0 });
      first.clock.advance(30_000);
      const { clock, database } = first;
      const { machine } = bench({ definition: definitionOf(states), functions: { open }, clock, database });
      await machine.idle({ exceptRunning: true });
      expect(new Set(tokens).size).toBe(2);
      clock.advance(9_999);
      await machine.idle({ exceptRunning: true });
      // The heartbeat's time is the one from before: 40 s in all, of which 39.999 are over.
      await machine.succeed(tokens[answered]!, answered);
      expect(machine.describe('case')).toMatchObject({ output: `${answered}` });
      await expect(machine.succeed(tokens[1 - answered]!, 1)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    }
  });

  it('keeps its due time over a crash: the time before counts', async () => {
    let attempts = 0;
    const open = (): Promise<unknown> => {
      attempts += 1;
      return new Promise(() => undefined);
    };
    const first = bench({ definition: definitionOf(states), functions: { open } });
    await first.machine.start('case', {});
    await first.machine.close({ graceMs: 0 });
    first.clock.advance(30_000);
    const { clock, database } = first;
    const { machine } = bench({ definition: definitionOf(states), functions: { open }, clock, database });
    await machine.idle({ exceptRunning: true });
    expect(attempts).toBe(2);
    clock.advance(10_000);
    await machine.idle({ exceptRunning: true });
    expect(types(machine, 'case')).toContain('TaskTimedOut');
    expect(attempts).toBe(3);
  });

  it('is good once: of two answers at a time one stands and the other is told', async () => {
    const { machine, tokens } = await waiting();
    const results = await Promise.allSettled([
      machine.succeed(tokens[0]!, 1),
      machine.succeed(tokens[0]!, 2),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'TaskTimedOut' },
    });
    expect(types(machine, 'case').filter((type) => type === 'TaskSucceeded')).toHaveLength(1);
  });

  it('is over with its time, and the attempt after it has a token of its own', async () => {
    const { machine, tokens, clock } = await waiting();
    clock.advance(40_000);
    await machine.idle();
    await expect(machine.succeed(tokens[0]!, 1)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await machine.succeed(tokens[1]!, 2);
    expect(machine.describe('case')).toMatchObject({ output: '2' });
  });

  it('is over at its due time, even before the engine has looked', async () => {
    const { machine, tokens, clock, database } = await waiting();
    database.exec('UPDATE workflow_execution SET heartbeatDue = 1');
    await expect(machine.succeed(tokens[0]!, 1)).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(clock.now()).toBeGreaterThan(1);
  });

  it('is kept alive by heartbeats, but not beyond TimeoutSeconds', async () => {
    const { machine, tokens, clock } = await waiting();
    for (const at of [30, 60, 90]) {
      clock.advance(30_000);
      await machine.heartbeat(tokens[0]!);
      await machine.idle();
      expect([at, tokens.length]).toEqual([at, 1]);
    }
    clock.advance(10_000);
    await machine.idle();
    expect(tokens).toHaveLength(2);
  });

  it('is over when the execution was stopped', async () => {
    const { machine, tokens } = await waiting();
    await machine.stop('case', 'Stopped', 'by hand');
    expect(machine.describe('case')).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'by hand' });
    for (const call of [
      machine.succeed(tokens[0]!, 1),
      machine.fail(tokens[0]!),
      machine.heartbeat(tokens[0]!),
    ])
      await expect(call).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await machine.stop('case');
    expect(types(machine, 'case').at(-1)).toBe('ExecutionAborted');
  });

  it.each([
    ['no token', 'abc', 'InvalidToken'],
    ['an empty one', '', 'InvalidToken'],
    ['one that was never given out', 'A'.repeat(43), 'TaskDoesNotExist'],
  ])('is refused when it is %s', async (_what, token, name) => {
    const { machine } = await waiting();
    await expect(machine.succeed(token, 1)).rejects.toMatchObject({ name });
    await expect(machine.fail(token)).rejects.toMatchObject({ name });
    await expect(machine.heartbeat(token)).rejects.toMatchObject({ name });
  });

  it.each([
    ['nothing', undefined],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['over 256 KiB', 'x'.repeat(262_143)],
  ])('takes no output that is %s, and goes on waiting', async (_what, output) => {
    const { machine, tokens } = await waiting();
    await expect(machine.succeed(tokens[0]!, output)).rejects.toMatchObject({ name: 'InvalidOutput' });
    await machine.succeed(tokens[0]!, 'ok');
  });

  it('takes no error or cause over the quota', async () => {
    const { machine, tokens } = await waiting();
    await expect(machine.fail(tokens[0]!, 'e'.repeat(257))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(machine.fail(tokens[0]!, 'e', 'c'.repeat(32_769))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await machine.fail(tokens[0]!, 'e'.repeat(256), 'c'.repeat(32_768));
  });

  it('is 256 random bits, and nowhere in the database or the history', async () => {
    const { machine, tokens, database } = await waiting();
    const [token = ''] = tokens;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const dump = ['workflow_execution', 'workflow_event', 'workflow_token'].flatMap((table) =>
      database.prepare(`SELECT * FROM ${table}`).all(),
    );
    const text = dump
      .map((row) =>
        Object.values(row)
          .map((each) => (each instanceof Uint8Array ? Buffer.from(each).toString('latin1') : String(each)))
          .join(' '),
      )
      .join('\n');
    expect(text).toContain('[task token]');
    expect(text).not.toContain(token);
    expect(JSON.stringify(machine.history('case'))).not.toContain(token);
  });

  it('does not get into the history by the function’s own result', async () => {
    let given = '';
    const { machine } = bench({
      definition: definitionOf(states),
      functions: {
        open: (payload) => {
          given = (payload as { token: string }).token;
          return Promise.resolve({ echoed: payload });
        },
      },
    });
    await machine.start('case', {});
    await machine.idle();
    expect(given).not.toBe('');
    expect(JSON.stringify(machine.history('case'))).not.toContain(given);
  });
});
