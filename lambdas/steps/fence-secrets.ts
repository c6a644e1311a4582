// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { CaseRef } from '../records/case.ts';
import { digest } from '../records/digest.ts';

/**
 * The random delimiters of a prompt and the canary of its system text. They come from the case's key and the
 * prompt's revision, so that the rescan knows the canary without its being stored anywhere.
 */
export async function fenceSecrets(
  ports: Pick<Ports, 'keys'>,
  ref: CaseRef,
  prompt: string,
): Promise<{ nonce: string; canary: string }> {
  const key = await ports.keys.caseKey(ref);
  return {
    nonce: digest(key, 'fence', prompt).slice(0, 16),
    canary: digest(key, 'canary', prompt).slice(0, 24),
  };
}
