// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Seal } from '../records/seal.ts';
import { newestSeal } from './chain-end.ts';
import { sealNext, signingNext } from './next-seal.ts';

/**
 * Hands the chain over to another key: seals what waits, in a seal that names the new key and is signed by both. From
 * then on the old one signs nothing. The new key is the one after it, made now where keys are made.
 * @throws Unavailable where there is no key to hand over to, and as `sealArchive`
 */
export const rotateSealKey = (ports: Ports) => async (): Promise<Seal> => {
  const { chain } = ports;
  if (chain === undefined) throw new Failure('Unavailable');
  const newest = await newestSeal(ports, chain);
  const signers = await chain.signers();
  const successor = signers[signingNext(signers, newest?.seal) + 1] ?? (await chain.newSigner?.());
  if (successor === undefined) throw new Failure('Unavailable');
  const made = await sealNext(ports, chain, newest, successor);
  if (made === undefined) throw new Failure('Unavailable');
  return made.seal;
};
