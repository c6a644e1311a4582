// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import { Failure } from './failures.ts';
import type { NewObject, Ports, VaultRef, VaultScope } from './ports.ts';
import type { Conversation } from './records/case.ts';
import { canonicalJson, digest } from './records/digest.ts';

/** Where a conversation keeps its identity map. On AWS only the steps and operations that need it may decrypt it. */
export const conversationScope = ({
  tenantId,
  conversationId,
}: Pick<Conversation, 'tenantId' | 'conversationId'>): VaultScope => ({
  tenantId,
  scope: conversationId,
  of: 'conversation',
});

export type Content = Readonly<Record<string, unknown>>;

/** A content as an object of the vault, under a new random revision (128 bits). */
export const newObject = (
  ports: Pick<Ports, 'randomBytes'>,
  scope: VaultScope,
  content: Content,
  until: number,
): NewObject => ({
  ref: { ...scope, revision: Buffer.from(ports.randomBytes(16)).toString('base64url') },
  content: JSON.stringify(content),
  until,
});

/** Writes an object into the vault under a new random revision, and returns that revision. */
export async function putContent(
  ports: Pick<Ports, 'vault' | 'randomBytes'>,
  scope: VaultScope,
  content: Content,
  until: number,
): Promise<string> {
  const made = newObject(ports, scope, content, until);
  await ports.vault.put(made.ref, made.content, made.until);
  return made.ref.revision;
}

/**
 * Reads an object from the vault and parses it.
 * @throws NotFound when it is not there; Malformed when it is not of the schema. Neither keeps a cause: the
 * errors of JSON.parse and of schemas quote what they read.
 */
export async function getContent<Schema extends z.ZodType>(
  ports: Pick<Ports, 'vault'>,
  ref: VaultRef,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await ports.vault.get(ref);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure('Malformed');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Failure('Malformed');
  return parsed.data;
}

/** Keyed digest of a content under the case's key: what a decision and a release bind to. */
export const contentDigest = (caseKey: Uint8Array, revision: string, content: unknown): string =>
  digest(caseKey, 'content', revision, canonicalJson(content));
