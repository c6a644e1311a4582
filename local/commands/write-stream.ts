// SPDX-License-Identifier: Apache-2.0
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a stream to a file that only its owner can read, under another name until it is whole. @returns bytes
 */
export async function writeStream(path: string, stream: ReadableStream<Uint8Array>): Promise<number> {
  const partial = `${path}.part`;
  const file = await open(partial, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const piece of stream) {
      await file.write(piece);
      bytes += piece.byteLength;
    }
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(partial, path);
  return bytes;
}
