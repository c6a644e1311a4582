// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { CaseIdSchema, type CaseRef, TenantIdSchema } from '../records/case.ts';

const EventSchema = z.looseObject({
  detail: z.looseObject({ tenantId: TenantIdSchema, caseId: CaseIdSchema }),
});

type Work = (ports: Ports) => (ref: CaseRef) => Promise<Readonly<Record<string, unknown>>>;

/** Work on the case that an announcement on the bus is about (lambdas/aws/notify.ts). @throws InvalidInput */
export const ofAnnouncedCase =
  (work: Work) =>
  (ports: Ports) =>
  async (event: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const parsed = EventSchema.safeParse(event);
    if (!parsed.success) throw new Failure('InvalidInput');
    const { tenantId, caseId } = parsed.data.detail;
    return work(ports)({ tenantId, caseId });
  };
