// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { proofOf, readSeal } from '../archive/seal.ts';
import { keyIdOf } from '../archive/signature.ts';
import { Failure } from '../failures.ts';
import type { Chain, Ports } from '../ports.ts';
import { LeafSchema, type Seal, sealKey, SealSchema } from '../records/seal.ts';
import { archiveKey } from '../records/transcript.ts';
import { listOf } from '../steps/chain-end.ts';
import { signingNext } from '../steps/next-seal.ts';
import { sealArchive as seal } from '../steps/seal-archive.ts';
import { knownDay } from './archive.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';
import { CaseParamsSchema } from './read-request.ts';

/** @throws Problem unavailable where nothing is sealed */
function chainOf(ports: Ports): Chain {
  if (ports.chain === undefined) throw new Problem('unavailable');
  return ports.chain;
}

async function sealAt(ports: Ports, sequence: number): Promise<Seal> {
  const object = await ports.archive.get(sealKey(sequence));
  const found = object && readSeal(object.bytes);
  if (found === undefined) throw new Failure('ArchiveMismatch');
  return found;
}

/** POST /v1/archive/seals: seals now what was locked since the last seal. */
export const sealArchive = operation({
  id: 'sealArchive',
  method: 'POST',
  path: '/v1/archive/seals',
  summary: 'Seal now what was locked since the last seal; otherwise that happens every hour.',
  groups: ['compliance'],
  replies: {
    200: {
      description: 'How many seals were made, how many objects they took up, and the newest seal.',
      schema: z.strictObject({ seals: z.int(), objects: z.int(), newest: z.int() }),
    },
  },
  handle: (ports) => async () => {
    chainOf(ports);
    return { status: 200, body: await seal(ports)() };
  },
});

/** GET /v1/archive/seals: the seals over time, newest first. */
export const listSeals = operation({
  id: 'listSeals',
  method: 'GET',
  path: '/v1/archive/seals',
  summary: 'The seals of the archive, newest first, and the key that signs them.',
  groups: ['compliance'],
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(24),
    before: z.coerce.number().int().min(1).optional(),
  }),
  replies: {
    200: {
      description: 'A page; `next` goes on before it. `publicKey` is PEM (SubjectPublicKeyInfo).',
      schema: z.strictObject({
        items: z.array(SealSchema.meta({ id: 'Seal' })),
        publicKey: z.string(),
        /** Every key that signed, oldest first: verification begins with the first. */
        publicKeys: z.array(z.string()),
        next: z.int().optional(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    const chain = chainOf(ports);
    const from = Math.min(call.query.before ?? Number.MAX_SAFE_INTEGER, (await chain.newest()) + 1) - 1;
    const to = Math.max(0, from - call.query.limit);
    const sequences = Array.from({ length: from - to }, (_, index) => from - index);
    const items = await Promise.all(sequences.map((sequence) => sealAt(ports, sequence)));
    const signers = await chain.signers();
    const newest = await chain.newest();
    const signing = signingNext(signers, newest === 0 ? undefined : await sealAt(ports, newest));
    const publicKeys = signers.slice(0, signing + 1).map(({ publicKey }) => publicKey);
    return {
      status: 200,
      body: {
        items,
        publicKey: publicKeys.at(-1) ?? '',
        publicKeys,
        ...(to > 0 ? { next: to + 1 } : {}),
      },
    };
  },
});

/** The key that signed a seal. @throws ArchiveMismatch */
async function keyOf(chain: Chain, { keyId }: Seal): Promise<string> {
  const found = (await chain.signers()).find(({ publicKey }) => keyIdOf(publicKey) === keyId);
  if (found === undefined) throw new Failure('ArchiveMismatch');
  return found.publicKey;
}

const ProofSchema = z
  .strictObject({
    schema: z.literal('airlock.proof/1'),
    leaf: LeafSchema,
    position: z.int().nonnegative(),
    path: z.array(z.string()),
    seal: SealSchema,
  })
  .meta({ id: 'Proof', description: 'docs/verify.md has a checker of forty lines.' });

/** GET /v1/archive/cases/{caseId}/proof: that its record is in a seal. */
export const readProof = operation({
  id: 'readProof',
  method: 'GET',
  path: '/v1/archive/cases/{caseId}/proof',
  summary: 'The proof that the record of a case, and its sealed object, are in the chain.',
  groups: ['compliance'],
  params: CaseParamsSchema,
  replies: {
    200: {
      description:
        'The record, the proofs, and the key to check them with. Take the key from elsewhere to trust nobody.',
      schema: z.strictObject({
        record: ProofSchema,
        sealed: ProofSchema.optional(),
        /** The record as it is archived: what the leaf’s hash is of. */
        object: z.string(),
        /** The key that signed the record's seal, and the one that signed the sealed object's: mostly the same. */
        publicKey: z.string(),
        sealedPublicKey: z.string().optional(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    const chain = chainOf(ports);
    const ref = knownDay({ tenantId: call.principal.tenantId, caseId: call.params.caseId });
    const object = await ports.archive.get(archiveKey('record', ref));
    if (object === undefined) throw new Problem('not-found');
    const prove = async (key: string) => {
      const sequence = await chain.sealOf(key);
      if (sequence === undefined) return undefined;
      return proofOf(await sealAt(ports, sequence), await listOf(ports, sequence), key);
    };
    const record = await prove(archiveKey('record', ref));
    if (record === undefined) throw new Problem('not-sealed');
    const sealed = await prove(archiveKey('sealed', ref));
    return {
      status: 200,
      body: {
        record,
        ...(sealed === undefined ? {} : { sealed }),
        object: Buffer.from(object.bytes).toString(),
        publicKey: await keyOf(chain, record.seal),
        ...(sealed === undefined ? {} : { sealedPublicKey: await keyOf(chain, sealed.seal) }),
      },
    };
  },
});
