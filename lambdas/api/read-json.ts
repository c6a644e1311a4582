// SPDX-License-Identifier: Apache-2.0
import { inspectJson } from './inspect-json.ts';
import { Problem } from './problems.ts';

/** Longest body in bytes. */
export const maxBodyBytes = 1024 * 1024;

/**
 * Bytes to a JSON value. The text is inspected in one linear pass before JSON.parse sees it; what JSON.parse
 * says about its input is replaced, because it quotes it.
 * @throws Problem body-too-large, invalid-encoding, too-deep, duplicate-key, invalid-text, invalid-json
 */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength > maxBodyBytes) throw new Problem('body-too-large');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('invalid-encoding');
  }
  const fault = inspectJson(text);
  if (fault !== undefined) throw new Problem(fault);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid-json');
  }
}
