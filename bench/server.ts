// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openIdentity } from '../local/identity.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The project's policies, in a folder of the measurement's own: nobody's daily budget ends it, and nothing is held at random. */
function policiesIn(folder: string): string {
  const target = join(folder, 'bench-policies');
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(join(root, 'policies'))) {
    const policy = JSON.parse(readFileSync(join(root, 'policies', name), 'utf8')) as object;
    writeFileSync(join(target, name), JSON.stringify({ ...policy, tokensPerDay: 1e9, samplePercent: 0 }));
  }
  return target;
}

/** The process that listens: `npm start` is npm, a shell and node. */
function serverBelow(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? pid : serverBelow(Number(children.split(' ')[0]));
}

/** Kilobytes of a line of /proc/<pid>/status (Linux only; NaN elsewhere). */
function statusOf(pid: number, line: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds of both kinds of processor time that a process has had (proc(5): ticks of 10 ms). */
function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

export type BenchServer = Readonly<{
  url: string;
  /** Milliseconds from `npm start` to its line that it is ready. */
  readyAfter: number;
  token: string;
  /** Most memory that was resident at a time, MB. */
  peakMb: () => number;
  processorMs: () => number;
  stop: () => Promise<void>;
}>;

/** The product as a user starts it, with `npm start`, on a folder. @throws Error with what it printed */
export async function startServer(
  folder: string,
  synchronous: 'FULL' | 'NORMAL' = 'FULL',
): Promise<BenchServer> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      AIRLOCK_DATA: folder,
      AIRLOCK_PORT: String(port),
      AIRLOCK_SYNCHRONOUS: synchronous,
      AIRLOCK_POLICIES: policiesIn(folder),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-10_000);
      if (output.includes('is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`it did not start:\n${output}`)));
  });
  const readyAfter = performance.now() - began;
  const url = `http://127.0.0.1:${port}`;
  const { pid: npm = 0 } = child;
  const pid = serverBelow(npm);
  const identity = await openIdentity(folder, url);
  return {
    url,
    readyAfter,
    token: await identity.mintToken('rosa'),
    peakMb: () => statusOf(pid, 'VmHWM') / 1000,
    processorMs: () => processorOf(pid),
    stop: async () => {
      process.kill(-npm, 'SIGTERM');
      await exited;
    },
  };
}
