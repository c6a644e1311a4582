// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../local/database.ts';
import { behaving, bench, definitionOf, invoke } from './harness.ts';

const one = definitionOf({ A: invoke('f') });
const f = behaving(['echoes']);
const names = (count: number) => Array.from({ length: count }, (_, at) => `case-${at}`);

describe('time', () => {
  it('takes one timer for a thousand waits, and none when nothing waits', async () => {
    const { machine, clock } = bench({
      definition: definitionOf({ A: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } }),
    });
    await Promise.all(names(1000).map((name, at) => machine.start(name, 10 + at)));
    await machine.idle();
    expect(clock.timers).toBe(1);
    clock.advance(509_000);
    await machine.idle();
    expect(machine.list({ status: 'SUCCEEDED', limit: 1000 })).toHaveLength(500);
    clock.advance(1_000_000);
    await machine.idle();
    expect(machine.list({ status: 'SUCCEEDED', limit: 1000 })).toHaveLength(1000);
    expect(clock.timers).toBeLessThanOrEqual(1);
  });

  it('catches up with what came due while it was closed, the longest overdue first', async () => {
    const order: unknown[] = [];
    const definition = definitionOf({
      W: { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'A' },
      A: invoke('f'),
    });
    const functions = { f: async (payload: unknown) => order.push(payload) };
    const first = bench({ definition, functions });
    await Promise.all([30, 10, 20].map((seconds) => first.machine.start(`case-${seconds}`, seconds)));
    await first.machine.close();
    first.clock.advance(60_000);
    expect(order).toEqual([]);
    const second = bench({
      definition,
      functions,
      database: first.database,
      clock: first.clock,
      concurrency: 1,
    });
    await second.machine.idle();
    expect(order).toEqual([10, 20, 30]);
  });
});

describe('places', () => {
  it('runs no more functions at a time than it may, first come first served', async () => {
    const order: unknown[] = [];
    let running = 0;
    let most = 0;
    const { machine, clock } = bench({
      definition: definitionOf({
        A: invoke('f', { Output: '{% $states.input %}', Next: 'B' }),
        B: invoke('f'),
      }),
      concurrency: 3,
      functions: {
        f: async (payload) => {
          order.push(payload);
          clock.advance(1);
          most = Math.max(most, (running += 1));
          await new Promise((resolve) => setTimeout(resolve, 1));
          running -= 1;
        },
      },
    });
    await Promise.all(names(20).map((name, at) => machine.start(name, at)));
    await machine.idle();
    expect(most).toBe(3);
    expect(machine.list({ status: 'SUCCEEDED' })).toHaveLength(20);
    // All firsts before the seconds of those that began later: nobody overtakes who waits.
    const all = Array.from({ length: 20 }, (_, at) => at);
    expect(order.slice(0, 20)).toEqual(all);
    expect([...(order.slice(20) as number[])].sort((a, b) => a - b)).toEqual(all);
  });

  it('gives back the place of a function that hangs when its time is over', async () => {
    const { machine, clock } = bench({
      definition: definitionOf({ A: invoke('f', { TimeoutSeconds: 5, End: true }) }),
      concurrency: 1,
      functions: { f: behaving(['hangs', { returns: 1 }]) },
    });
    await machine.start('hangs', 1);
    await machine.start('waits', 1);
    await machine.idle({ exceptRunning: true });
    expect(machine.describe('waits')?.status).toBe('RUNNING');
    clock.advance(5000);
    await machine.idle();
    expect(machine.describe('hangs')).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(machine.describe('waits')?.status).toBe('SUCCEEDED');
  });

  it('gives back the place of a function whose execution was stopped', async () => {
    let aborted = false;
    const { machine } = bench({
      definition: one,
      concurrency: 1,
      functions: {
        f: (payload, signal) => {
          signal.addEventListener('abort', () => (aborted = true));
          return payload === 'hang' ? new Promise(() => undefined) : Promise.resolve(1);
        },
      },
    });
    await machine.start('hangs', 'hang');
    await machine.stop('hangs');
    await machine.start('runs', 'run');
    await machine.idle();
    expect(aborted).toBe(true);
    expect(machine.describe('runs')?.status).toBe('SUCCEEDED');
  });
});

describe('closing', () => {
  it('waits for what runs, starts nothing more, and the next opening goes on', async () => {
    let release: () => void = () => undefined;
    const calls: unknown[] = [];
    const definition = definitionOf({ A: invoke('f', { Output: 'b', Next: 'B' }), B: invoke('f') });
    const first = bench({
      definition,
      functions: {
        f: async (payload) => {
          calls.push(payload);
          await new Promise<void>((resolve) => (release = resolve));
        },
      },
    });
    await first.machine.start('case', 'a');
    const closed = first.machine.close();
    await expect(first.machine.start('other', 1)).rejects.toMatchObject({ name: 'MachineClosed' });
    release();
    await closed;
    expect(calls).toEqual(['a']);
    expect(first.machine.describe('case')).toMatchObject({ status: 'RUNNING', state: 'B' });
    const second = bench({ definition, functions: { f: behaving(['echoes']) }, database: first.database });
    await second.machine.idle();
    expect(second.machine.describe('case')).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('tells what does not end to stop; that attempt runs again at the next opening, and is not a retry', async () => {
    let signal: AbortSignal | undefined;
    const first = bench({
      definition: one,
      functions: {
        f: (_payload, given) => {
          signal = given;
          return new Promise((_resolve, reject) =>
            given.addEventListener('abort', () => reject(new Error('aborted'))),
          );
        },
      },
    });
    await first.machine.start('case', 1);
    await first.machine.close({ graceMs: 0 });
    expect(signal?.aborted).toBe(true);
    const second = bench({ definition: one, functions: { f }, database: first.database });
    await second.machine.idle();
    expect(second.machine.describe('case')).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('storage', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-machine-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes one commit of what many executions do in one turn', async () => {
    const database = openDatabase({ path: join(folder, 'm.sqlite') });
    const { machine } = bench({ definition: one, functions: { f }, database, concurrency: 1000 });
    await machine.idle();
    await Promise.all(names(300).map((name) => machine.start(name, 1)));
    await machine.idle();
    const commits = commitsOf(join(folder, 'm.sqlite-wal'));
    expect(machine.list({ status: 'SUCCEEDED', limit: 1000 })).toHaveLength(300);
    // 600 transitions; without grouping 600 commits and more.
    expect(commits).toBeLessThan(30);
    await machine.close();
    database.close();
  });

  it('keeps every execution in its place while the disk is full, and goes on when there is room', async () => {
    const database = openDatabase({ path: join(folder, 'm.sqlite') });
    const { machine, clock } = bench({
      definition: definitionOf({
        A: invoke('f', { Next: 'B' }),
        B: { Type: 'Wait', Seconds: 5, Next: 'C' },
        C: invoke('f'),
      }),
      functions: { f: behaving([{ returns: 'x'.repeat(50_000) }]) },
      database,
    });
    const accepted: string[] = [];
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number };
    database.exec(`PRAGMA max_page_count = ${pages + 60}`);
    for (const name of names(30)) {
      try {
        await machine.start(name, 'x'.repeat(2000));
        accepted.push(name);
      } catch (error) {
        expect(error).toMatchObject({ name: 'StorageUnavailable' });
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length).toBeLessThan(30);
    clock.advance(10_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(
      machine
        .list({ status: 'RUNNING' })
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...accepted].sort());
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });

    database.exec('PRAGMA max_page_count = 1000000');
    for (let at = 0; at < 20; at += 1) {
      clock.advance(1000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await machine.idle();
    expect(
      machine
        .list({ status: 'SUCCEEDED' })
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...accepted].sort());
    await machine.close();
    database.close();
  });

  it('loses no answer to a token while the file cannot be written: the caller is told, and may come again', async () => {
    const database = openDatabase({ path: join(folder, 'm.sqlite') });
    let token = '';
    const { machine } = bench({
      definition: definitionOf({
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'f', Payload: '{% $states.context.Task.Token %}' },
          End: true,
        },
      }),
      functions: { f: async (payload) => (token = String(payload)).length },
      database,
    });
    await machine.start('case', 1);
    await machine.idle();
    database.exec('PRAGMA query_only = ON');
    await expect(machine.succeed(token, 1)).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await expect(machine.start('other', 1)).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await expect(machine.stop('case')).rejects.toMatchObject({ name: 'StorageUnavailable' });
    expect(machine.describe('case')?.status).toBe('RUNNING');
    database.exec('PRAGMA query_only = OFF');
    await machine.succeed(token, 1);
    expect(machine.describe('case')?.status).toBe('SUCCEEDED');
    await machine.close();
    database.close();
  });
});

/** Commit frames in a WAL file: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
function commitsOf(path: string): number {
  const wal = readFileSync(path);
  const frame = 24 + wal.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= wal.length; at += frame) if (wal.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}
