// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { Review } from '../records/review.ts';
import type { Reviewed } from './review-case.ts';

/** Forgets drafts. One that stays for now is forgotten by the vault itself when its time is over. */
export const forgetDrafts = async (
  ports: Pick<Ports, 'vault'>,
  item: Reviewed,
  drafts: Review['drafts'] = item.review.drafts,
): Promise<void> => {
  for (const { scope } of drafts)
    await ports.vault.purge({ tenantId: item.tenantId, scope }).catch(() => undefined);
};
