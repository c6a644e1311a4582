// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { dayOf } from '../records/tally.ts';
import { operation } from './operation.ts';
import { paceOf } from './pace.ts';
import { figuresOf, limitsOf, LimitsSchema, ReviewerFiguresSchema } from './reviewer-figures.ts';

/** GET /v1/workload: what is counted about the caller, today. Whoever is watched can see what is seen. */
export const readWorkload = operation({
  id: 'readWorkload',
  method: 'GET',
  path: '/v1/workload',
  summary: 'What the caller has decided today (UTC), how fast, and what the lead would be warned of.',
  groups: ['reviewer', 'senior-reviewer'],
  replies: {
    200: {
      description: 'Figures of today, the pace of the last minute, and the limits.',
      schema: z
        .strictObject({
          today: ReviewerFiguresSchema,
          /** Decisions in the last sixty seconds. */
          perMinute: z.int().nonnegative(),
          limits: LimitsSchema,
        })
        .meta({ id: 'Workload' }),
    },
  },
  handle: (ports) => async (call) => {
    const { tenantId, subject } = call.principal;
    const day = dayOf(ports.clock());
    const tallies = await ports.cases.tallies({ tenantId, from: day, to: day, who: subject });
    const limits = limitsOf(ports, tenantId);
    return {
      status: 200,
      body: {
        today: figuresOf(subject, tallies, limits),
        perMinute: await paceOf(ports, call.principal),
        limits,
      },
    };
  },
});
