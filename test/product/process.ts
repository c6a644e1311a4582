// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What `npm start` runs, with its flags. */
const command = (
  JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  }
).scripts.start
  .split(' ')
  .slice(1);
const root = fileURLToPath(new URL('../..', import.meta.url));
const policies = fileURLToPath(new URL('../../policies', import.meta.url));
const listening = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

/** The project's policies, in a folder of the test's own, without the random sample that would make it a lottery. */
export async function policiesWithoutSample(folder: string): Promise<string> {
  const target = join(folder, 'policies');
  await mkdir(target, { recursive: true });
  for (const name of await readdir(policies)) {
    const policy = JSON.parse(await readFile(join(policies, name), 'utf8')) as object;
    await writeFile(join(target, name), JSON.stringify({ ...policy, samplePercent: 0 }));
  }
  return target;
}

/** A port that was free a moment ago: tokens name it, so a server that comes back must come back there. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export type Product = Readonly<{
  url: string;
  readyAfter: number;
  output: () => string;
  child: ChildProcess;
  exited: Promise<void>;
}>;

/** The product as `npm start` runs it. Resolves when it says that it is ready. */
export async function startProduct(
  folder: string,
  port: number,
  environment: Record<string, string> = {},
): Promise<Product> {
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { PATH: process.env['PATH'], AIRLOCK_DATA: folder, AIRLOCK_PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`it did not start:\n${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    readyAfter: performance.now() - began,
    output: () => output,
    child,
    exited,
  };
}

export async function kill({ child, exited }: Product, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await exited;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** An OpenAI-compatible server whose answers a test writes, and which takes its time. */
export async function startModel(
  answer: (shown: string) => string | Record<string, unknown>,
  delay: () => number = () => 0,
): Promise<{ url: string; seen: string[]; close: () => void }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push(body);
      const said = answer(body);
      const message = typeof said === 'string' ? { role: 'assistant', content: said } : said;
      const reply = {
        id: 'x',
        object: 'chat.completion',
        created: 0,
        model: 'm',
        choices: [{ index: 0, message, finish_reason: 'stop' }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      };
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply)),
        delay(),
      );
    });
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
