// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = Readonly<{ code: number | null; out: string; err: string; json: () => unknown }>;
export type RunOptions = Readonly<{
  input?: string | Uint8Array;
  environment?: Readonly<Record<string, string>>;
  /** Default: the command line. */
  script?: string;
  /** Stop reading the output after its first bytes, as `head` does. */
  closeEarly?: boolean;
}>;

/** Runs a program of the project as a user does, in a process of its own. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input = '', environment = {}, script = 'bin/airlock.mjs', closeEarly = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err, json: () => JSON.parse(out) as unknown }));
    // A command that ends early does not read what it is given.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** JSON lines, one a value. */
export const lines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A line that a filter wrote. */
export type Answer = {
  id: string | number;
  spans?: { start: number; end: number; type: string }[];
  verdict?: string;
  reasons?: string[];
};
export const answersIn = (out: string): Answer[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
