// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage } from 'node:http';
import { Problem } from '../../lambdas/api/problems.ts';
import { maxBodyBytes } from '../../lambdas/api/read-json.ts';

/**
 * The bytes of a body. One that is too large is refused by its announced length, or while it is read, before it is held.
 * @throws Problem body-too-large, invalid-json when the caller went away half-way
 */
export function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBodyBytes) return Promise.reject(new Problem('body-too-large'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > maxBodyBytes) {
        request.off('data', onData);
        reject(new Problem('body-too-large'));
      } else chunks.push(chunk);
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new Problem('invalid-json')));
  });
}
