// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';

/**
 * The body as text, read no further than `most` bytes.
 * @throws Malformed when it is longer or not UTF-8
 */
export async function readBounded(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return '';
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    length += part.length;
    // Leaving the loop cancels the stream.
    if (length > most) throw new Failure('Malformed');
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new Failure('Malformed');
  }
}
