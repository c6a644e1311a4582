// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Told = Readonly<{ Status: string; PhysicalResourceId: string; Reason?: string }>;
export type StackStub = Readonly<{
  /** Where a custom resource says what became of it. */
  url: string;
  /** What was said, oldest first. */
  told: readonly Told[];
  close: () => Promise<void>;
}>;

/** The end of CloudFormation that a custom resource answers to: a PUT without content type, as its URL is signed. */
export async function openStack(): Promise<StackStub> {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const right = request.method === 'PUT' && (request.headers['content-type'] ?? '') === '';
      if (right) told.push(JSON.parse(Buffer.concat(chunks).toString()) as Told);
      response.writeHead(right ? 200 : 403).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`,
    told,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
