// SPDX-License-Identifier: Apache-2.0
import { headOf } from '../archive/seal.ts';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { newestSeal } from './chain-end.ts';
import { sealNext } from './next-seal.ts';

export type Sealed = Readonly<{
  /** Seals made now, and the objects they took up. */
  seals: number;
  objects: number;
  /** The newest seal; 0 where there is none. */
  newest: number;
}>;

/**
 * Seals everything that was locked since the last seal: every hour, and on demand. One at a time: of two that run
 * together one gets ArchiveConflict. What a crash interrupts, the next run finishes as it was begun.
 * @throws Unavailable where nothing signs, ArchiveMismatch when the chain has lost a seal, ClockBehind, ArchiveConflict
 */
export const sealArchive = (ports: Ports) => async (): Promise<Sealed> => {
  const { chain } = ports;
  if (chain === undefined) throw new Failure('Unavailable');
  let newest = await newestSeal(ports, chain);
  let seals = 0;
  let objects = 0;
  for (
    let made = await sealNext(ports, chain, newest);
    made !== undefined;
    made = await sealNext(ports, chain, newest)
  ) {
    newest = made;
    seals += 1;
    objects += made.seal.count;
  }
  // After a crash between the two, the head outside is behind what is archived.
  if (newest !== undefined && (await chain.readHead())?.sequence !== newest.seal.sequence)
    await chain.writeHead(headOf(newest.seal, newest.bytes));
  return { seals, objects, newest: newest?.seal.sequence ?? 0 };
};
