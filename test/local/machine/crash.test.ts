// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../local/database.ts';

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('after kill -9', () => {
  let folder: string;
  let processes: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-crash-'));
  });
  afterEach(async () => {
    for (const each of processes) if (each.exitCode === null) each.kill('SIGKILL');
    processes = [];
    rmSync(folder, { recursive: true });
  });

  const begin = (count: number, holdEvery: number): ChildProcess => {
    const made = fork(
      child,
      [join(folder, 'm.sqlite'), join(folder, 'effects'), `${count}`, `${holdEvery}`],
      {
        execArgv: ['--no-warnings'],
      },
    );
    processes.push(made);
    return made;
  };
  const kill = async (made: ChildProcess): Promise<void> => {
    made.kill('SIGKILL');
    const [, signal] = (await once(made, 'exit')) as [unknown, string | null];
    // It must have been alive: a child that failed by itself proves nothing.
    expect(signal).toBe('SIGKILL');
  };
  const effects = (kind: string): string[] =>
    existsSync(join(folder, 'effects'))
      ? readFileSync(join(folder, 'effects'), 'utf8')
          .split('\n')
          .filter((line) => line.startsWith(`${kind} `))
          .map((line) => line.slice(kind.length + 1))
      : [];
  const rows = (): Record<string, unknown>[] => {
    const database = openDatabase({ path: join(folder, 'm.sqlite') });
    const all = database.prepare('SELECT * FROM workflow_execution').all();
    database.close();
    return all;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    const limit = Date.now() + 20_000;
    while (!holds()) {
      if (Date.now() > limit) throw new Error('this does not come about');
      await later(25);
    }
  };
  const succeed = async (made: ChildProcess, token: string): Promise<unknown> => {
    const answered = once(made, 'message');
    made.send({ succeed: token });
    return ((await answered) as unknown[])[0];
  };

  it('at a dozen random moments, every accepted execution ends once, each step in order, and what is held is still held', async () => {
    const count = 60;
    for (let round = 0; round < 12; round += 1) {
      const made = begin(count, 4);
      await later(120 + Math.random() * 180);
      await kill(made);
    }
    const last = begin(count, 4);
    await once(last, 'message');
    const accepted = new Set(effects('accepted'));
    expect(accepted.size).toBe(count);
    const held = new Set([...accepted].filter((name) => Number(name.slice(5)) % 4 === 0));
    await until(() => rows().filter(({ status }) => status === 'SUCCEEDED').length === count - held.size);
    await until(() => rows().filter(({ phase }) => phase === 'token').length === held.size);
    expect(
      new Set(
        rows()
          .filter(({ status }) => status === 'RUNNING')
          .map(({ name }) => name),
      ),
    ).toEqual(held);

    // Tokens of every run before the crashes: one of each attempt's is enough, and a second answer is refused.
    const answers: unknown[] = [];
    for (const token of new Set(effects('token'))) answers.push(await succeed(last, token));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(held.size);
    expect(answers.filter((answer) => answer !== 'ok').every((answer) => answer === 'TaskTimedOut')).toBe(
      true,
    );
    await until(() => rows().every(({ status }) => status === 'SUCCEEDED'));
    const exited = once(last, 'exit');
    last.send({ stop: true });
    await exited;

    for (const row of rows()) expect(JSON.parse(String(row['output']))).toMatchObject({ steps: 3 });
    // A step may run again, but never before the one it follows is stored.
    for (const name of accepted) {
      const steps = effects('step')
        .filter((line) => line.startsWith(`${name} `))
        .map((line) => Number(line.split(' ')[1]));
      expect([name, steps.join('')]).toEqual([name, expect.stringMatching(/^0+1+2+$/)]);
    }
    const database = openDatabase({ path: join(folder, 'm.sqlite') });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const wrong = database
      .prepare(
        'SELECT execution, count(*) AS n FROM workflow_event WHERE events LIKE \'%"ExecutionSucceeded"%\' GROUP BY 1 HAVING n <> 1',
      )
      .all();
    expect(wrong).toEqual([]);
    database.close();
  }, 60_000);

  it('tokens given out before still work, with the due time they had', async () => {
    const first = begin(1, 1);
    await until(() => effects('token').length === 1 && rows().some(({ phase }) => phase === 'token'));
    await kill(first);
    const [before] = rows();
    const second = begin(0, 1);
    await once(second, 'message');
    expect(rows()[0]).toMatchObject({ wake: before!['wake'], phase: 'token' });
    expect(await succeed(second, effects('token')[0]!)).toBe('ok');
    await until(() => rows()[0]!['status'] === 'SUCCEEDED');
    expect(effects('token')).toHaveLength(1);
  }, 30_000);
});
