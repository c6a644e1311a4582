// SPDX-License-Identifier: Apache-2.0
import { putContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import type { Case, CaseRef, Conversation } from '../records/case.ts';
import type { RequestContent } from '../records/content.ts';
import { canonicalJson, digest, sameDigest } from '../records/digest.ts';
import type { Policy } from '../records/policy.ts';
import type { Principal } from '../records/principal.ts';
import { promptLength, type Request } from '../records/request.ts';
import { workflowInput } from '../records/workflow-input.ts';
import { theCase } from '../change.ts';
import { admit } from './admission.ts';
import { checkBudget } from './budget.ts';
import { cleanPrompt } from './clean-text.ts';
import { ownerOf, subjectOf } from './owner.ts';
import { Problem } from './problems.ts';

const dayMs = 86_400_000;

/** The policy of that name, if this tenant may use it. @throws Problem unknown-policy */
export function usablePolicy(ports: Pick<Ports, 'policies'>, tenantId: string, id: string) {
  const current = ports.policies.current(id);
  if (current === undefined || !isFor(current.policy, tenantId)) throw new Problem('unknown-policy');
  return current;
}

/** Whether a tenant may use a policy. */
export const isFor = (policy: Pick<Policy, 'tenants'>, tenantId: string): boolean =>
  policy.tenants.includes('*') || policy.tenants.includes(tenantId);

/**
 * The conversation to continue, if it is this owner's and lives long enough for a review.
 * @throws Problem not-found, expired
 */
async function continued(
  ports: Ports,
  request: Request,
  owner: string,
  tenantId: string,
  until: number,
): Promise<Conversation | undefined> {
  if (request.conversation === undefined) return undefined;
  const found = await ports.cases.conversation({ tenantId, conversationId: request.conversation });
  if (found === undefined || !sameDigest(found.owner, owner)) throw new Problem('not-found');
  // The identities of earlier cases are needed until the last moment that a person may decide.
  if (found.vaultUntil < until) throw new Problem('expired');
  return found;
}

/** Digest of a request under its case's key, so that erasing the case erases it too (invariant 10). */
const requestDigest = (key: Uint8Array, request: Request): string =>
  digest(key, 'request', canonicalJson(request));

/** The case that an idempotency key stands for, if it was made from the same request. */
async function earlier(ports: Ports, ref: CaseRef, request: Request): Promise<Case> {
  const item = await theCase(ports, ref);
  const same = requestDigest(await ports.keys.caseKey(ref), request);
  if (!sameDigest(same, item.requestDigest)) throw new Problem('idempotency-conflict');
  return item;
}

/**
 * Accepts a request: what may never be stored is dropped in memory, the rest goes to the vault, and case,
 * conversation and idempotency key are written together. From then on the case cannot be lost: if the
 * workflow cannot be started now, the sweep starts it.
 * @returns the new case, or the one that the same key stands for.
 * @throws Problem unknown-policy, not-found, expired, budget-exceeded, throttled, idempotency-conflict; StorageUnavailable, Unavailable
 */
export async function accept(
  ports: Ports,
  principal: Principal,
  request: Request,
  idempotencyKey: string | undefined,
): Promise<Case> {
  const { tenantId } = principal;
  const owner = await ownerOf(ports, principal, request.user);
  const key =
    idempotencyKey === undefined
      ? undefined
      : digest(await ports.keys.tenantKey(tenantId), 'idempotency', owner, idempotencyKey);
  // Before anything that may refuse: what was accepted once is accepted, and costs nothing more.
  const before = key === undefined ? undefined : await ports.cases.remembered({ tenantId, key });
  if (before !== undefined) return earlier(ports, { tenantId, caseId: before.caseId }, request);
  const { policy, ref: policyRef } = usablePolicy(ports, tenantId, request.policy);
  const now = ports.clock();
  const reviewEnds = now + policy.review.expireAfterSeconds * 1000;
  const conversation = await continued(ports, request, owner, tenantId, reviewEnds);
  const { messages, documents, dropped } = cleanPrompt(request);

  const characters = promptLength({ messages, documents });
  await checkBudget(ports, tenantId, policy, characters);
  await admit(ports, tenantId, characters);
  const ref = { tenantId, caseId: ports.newId() };
  const vaultUntil = now + policy.vaultDays * dayMs;
  const scope = { tenantId, scope: ref.caseId };
  const content: RequestContent = { kind: 'request', messages, documents, dropped };
  // Neither waits for the other; there is no case before both are there.
  const [revision] = await Promise.all([
    putContent(ports, scope, content, vaultUntil),
    ports.keys.create(ref),
  ]);
  const conversationId = conversation?.conversationId ?? ports.newId();
  const item: Case = {
    ...ref,
    version: 0,
    conversationId,
    owner,
    requester: await subjectOf(ports, principal),
    policy: policyRef,
    status: 'accepted',
    acceptedAt: now,
    movedAt: now,
    requestDigest: requestDigest(await ports.keys.caseKey(ref), request),
    request: revision,
    pastReviews: [],
    tainted: false,
    vaultUntil,
  };
  const fresh: Conversation | undefined =
    conversation === undefined
      ? { tenantId, conversationId, version: 0, owner, usedAt: now, vaultUntil }
      : undefined;
  const stands = await ports.cases.accept(
    item,
    fresh,
    key === undefined
      ? undefined
      : { tenantId, key, caseId: ref.caseId, requestDigest: item.requestDigest, until: vaultUntil },
  );
  if (stands !== undefined && stands.caseId !== ref.caseId) {
    await ports.vault.purge(scope).catch(() => undefined);
    // Nobody will ever ask for that case: it leaves no key either.
    await ports.keys.discard(ref).catch(() => undefined);
    return earlier(ports, { tenantId, caseId: stands.caseId }, request);
  }
  // Accepted is accepted, whatever happens now: the sweep starts what was not started.
  await ports.workflow.start(workflowInput(item, policy)).catch(() => undefined);
  return item;
}
