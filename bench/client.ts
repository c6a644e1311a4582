// SPDX-License-Identifier: Apache-2.0
import { Agent, request } from 'node:http';
import type { BenchServer } from './server.ts';

export type Outcomes = Readonly<Record<string, number>>;
export type Load = Readonly<{ perSecond: number; milliseconds: readonly number[]; outcomes: Outcomes }>;

/** Sends one request and waits for its answer; how it ended: an outcome, a status of a case, or of HTTP. */
function send({ url, token }: BenchServer, agent: Agent, prompt: string): Promise<string> {
  const body = JSON.stringify({ policy: 'healthcare', messages: [{ role: 'user', content: prompt }] });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    prefer: 'wait=60',
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/requests`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const reply = JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>;
        resolve(reply['outcome'] ?? reply['status'] ?? String(response.statusCode));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** `count` requests, so many at a time, each on a connection that stays open; times from first byte out to last byte in. */
export async function load(
  server: BenchServer,
  count: number,
  atOnce: number,
  promptOf: (index: number) => string,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const milliseconds: number[] = [];
  const outcomes: Record<string, number> = {};
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const prompt = promptOf(next++);
        const sent = performance.now();
        const outcome = await send(server, agent, prompt);
        milliseconds.push(performance.now() - sent);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }
    }),
  );
  const perSecond = (count * 1000) / (performance.now() - began);
  agent.destroy();
  return { perSecond, milliseconds, outcomes };
}
