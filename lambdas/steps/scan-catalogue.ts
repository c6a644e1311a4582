// SPDX-License-Identifier: Apache-2.0
import { Failure, failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { recognizersAt, yearOf } from '../recognizers/index.ts';
import type { CaseRef } from '../records/case.ts';
import { type Sealed, SealedSchema, unseal } from '../records/sealed.ts';
import { archiveKey } from '../records/transcript.ts';
import { isClean, leftInSealed } from '../screening/last-scan.ts';
import { containFinding } from './contain-finding.ts';

export type CatalogueScan = Readonly<{
  /** Texts that were looked at. */
  scanned: number;
  /** Cases whose text is out of the catalogue from now on. */
  contained: readonly string[];
  /** Where to go on; absent after the last. */
  next?: string;
}>;

/** What is sealed of a case; undefined where its key was destroyed or nothing is there any more. @throws ArchiveMismatch */
async function sealedOf(ports: Ports, ref: CaseRef): Promise<Sealed | undefined> {
  const object = await ports.archive.get(archiveKey('sealed', ref));
  if (object === undefined) return undefined;
  let key: Uint8Array;
  try {
    key = await ports.keys.caseKey(ref);
  } catch (thrown) {
    if (['KeyErased', 'NotFound'].includes(failureName(thrown) ?? '')) return undefined;
    throw thrown;
  }
  try {
    const bytes = unseal(key, `sealed/${ref.tenantId}/${ref.caseId}`, object.bytes);
    return SealedSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    // Without a cause: it could quote what was sealed.
    throw new Failure('ArchiveMismatch');
  }
}

/**
 * Scans the texts of a tenant's catalogue again, with the recognizers of today, and contains those in which something is
 * found: what every detector missed when the case was new is still there to be taken out. Texts that the catalogue left
 * out by itself, because it found something when it took them up, get their review too.
 * @throws Unavailable where there is no catalogue, ArchiveMismatch
 */
export const scanCatalogue =
  (ports: Ports) =>
  async (asked: Readonly<{ tenantId: string; limit: number; after?: string }>): Promise<CatalogueScan> => {
    const { tenantId, limit } = asked;
    if (ports.catalogue === undefined) throw new Failure('Unavailable');
    const recognizers = recognizersAt(yearOf(ports.clock()));
    const caseIds = await ports.catalogue.texts(asked);
    const contained: string[] = [];
    for (const caseId of caseIds) {
      const item = await ports.cases.get({ tenantId, caseId });
      if (item === undefined || item.custody?.contained !== undefined) continue;
      const sealed = await sealedOf(ports, item);
      if (sealed === undefined) continue;
      const policy = await ports.policies.byHash(item.policy.hash);
      const left = leftInSealed(sealed, policy, recognizers);
      if (isClean(left)) continue;
      await containFinding(ports)({ tenantId, caseId, by: 'catalogue-scan', types: left.types });
      contained.push(caseId);
    }
    const last = caseIds.length === limit ? caseIds.at(-1) : undefined;
    return { scanned: caseIds.length, contained, ...(last === undefined ? {} : { next: last }) };
  };
