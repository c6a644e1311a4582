// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema } from '../records/case.ts';
import { scanCatalogue } from '../steps/scan-catalogue.ts';
import { operation } from './operation.ts';
import { Problem } from './problems.ts';

/** POST /v1/archive/scans: looks at the catalogue's texts again. */
export const scanArchive = operation({
  id: 'scanArchive',
  method: 'POST',
  path: '/v1/archive/scans',
  summary:
    'Scan the texts of the catalogue again with the recognizers of today; what they find is taken out and opens a review.',
  groups: ['compliance'],
  body: z
    .strictObject({
      limit: z.int().min(1).max(1000).default(200),
      /** `next` of the scan before. */
      after: z.uuidv7().optional(),
    })
    .meta({ id: 'CatalogueScan' }),
  replies: {
    200: {
      description: 'How many texts were scanned, and the cases that are contained now; go on with `next`.',
      schema: z.strictObject({
        scanned: z.int().nonnegative(),
        contained: z.array(CaseIdSchema),
        next: CaseIdSchema.optional(),
      }),
    },
  },
  handle: (ports) => async (call) => {
    if (ports.catalogue === undefined) throw new Problem('unavailable');
    const { limit, after } = call.body;
    const scan = await scanCatalogue(ports)({
      tenantId: call.principal.tenantId,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    return { status: 200, body: scan };
  },
});
