// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { Case, CaseRef } from '../records/case.ts';
import { digest, sameDigest } from '../records/digest.ts';
import type { Principal } from '../records/principal.ts';
import { Problem } from './problems.ts';

type Keys = Pick<Ports, 'keys'>;

/** Digest of tenant, client, subject and the caller's own end user: who a case belongs to (invariant 9). */
export async function ownerOf(ports: Keys, principal: Principal, user: string | undefined): Promise<string> {
  const { tenantId, client, subject } = principal;
  const key = await ports.keys.tenantKey(tenantId);
  // A missing end user and an empty one differ: the number of parts is part of the digest.
  return digest(key, 'owner', tenantId, client, subject, ...(user === undefined ? [] : [user]));
}

/** Digest of the subject alone: nobody reviews their own request, whichever client it came through. */
export async function subjectOf(ports: Keys, principal: Principal): Promise<string> {
  return digest(await ports.keys.tenantKey(principal.tenantId), 'subject', principal.subject);
}

/** The case, if it is this owner's. @throws Problem not-found: the same for another's, another tenant's and none. */
export async function ownCase(
  ports: Pick<Ports, 'keys' | 'cases'>,
  principal: Principal,
  user: string | undefined,
  caseId: string,
): Promise<Case> {
  const ref: CaseRef = { tenantId: principal.tenantId, caseId };
  const [owner, item] = await Promise.all([ownerOf(ports, principal, user), ports.cases.get(ref)]);
  if (item?.tenantId !== ref.tenantId || !sameDigest(item.owner, owner)) throw new Problem('not-found');
  // A reviewer’s test is nobody’s request, though a row says who made it.
  if (item.seed !== undefined) throw new Problem('not-found');
  return item;
}
