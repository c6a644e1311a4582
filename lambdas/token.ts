// SPDX-License-Identifier: Apache-2.0
import type { Ports } from './ports.ts';
import type { CaseRef } from './records/case.ts';
import { seal, unseal } from './records/sealed.ts';

const context = (ref: CaseRef) => `token/${ref.tenantId}/${ref.caseId}`;

/** A task token is a bearer secret: it is kept under the case's key, and opened only to answer the workflow. */
export async function sealToken(
  ports: Pick<Ports, 'keys' | 'randomBytes'>,
  ref: CaseRef,
  token: string,
): Promise<string> {
  const key = await ports.keys.caseKey(ref);
  return seal(key, context(ref), Buffer.from(token), ports.randomBytes(12)).toString('base64url');
}

export async function openToken(ports: Pick<Ports, 'keys'>, ref: CaseRef, sealed: string): Promise<string> {
  const key = await ports.keys.caseKey(ref);
  return unseal(key, context(ref), Buffer.from(sealed, 'base64url')).toString();
}
