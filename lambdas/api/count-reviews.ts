// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { operation } from './operation.ts';
import { type Facet, facets, filterShape, unmet, valuesOf, walkQueue } from './queue-filter.ts';

const counted = z.record(z.string(), z.int().positive());

/** Counts what stands under each value, in the order of first sight. */
class Counter {
  readonly counts = new Map<string, number>();
  add(values: readonly string[]): void {
    for (const value of values) this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }
}

/** GET /v1/reviews/counts: how long the queue would be under each filter. */
export const countReviews = operation({
  id: 'countReviews',
  method: 'GET',
  path: '/v1/reviews/counts',
  summary: 'How many reviews each value of a filter would leave, with the other filters as they are given.',
  groups: ['reviewer', 'senior-reviewer'],
  query: z.strictObject(filterShape),
  replies: {
    200: {
      description: 'Counts by filter and value; values that nothing has are left out.',
      schema: z
        .strictObject({
          /** Reviews that meet all filters. */
          matching: z.int().nonnegative(),
          /** All that wait for a person. */
          open: z.int().nonnegative(),
          /** There are more than were counted. */
          more: z.boolean(),
          policy: counted,
          reason: counted,
          side: counted,
          risk: counted,
          age: counted,
          claimed: counted,
          escalated: counted,
        })
        .meta({ id: 'ReviewCounts' }),
    },
  },
  handle: (ports) => async (call) => {
    const { principal, query } = call;
    const now = ports.clock();
    const looking = { subject: principal.subject, now };
    const counters = Object.fromEntries(facets.map((facet) => [facet, new Counter()])) as Record<
      Facet,
      Counter
    >;
    let [matching, open] = [0, 0];
    const next = await walkQueue(
      ports.cases,
      { tenantId: principal.tenantId, now, after: undefined },
      (entry) => {
        open += 1;
        const values = valuesOf(entry, looking);
        const failing = unmet(values, query);
        if (failing.length === 0) matching += 1;
        // Under its own filter a value counts what choosing it instead would give.
        for (const facet of facets)
          if (failing.every((each) => each === facet)) counters[facet].add(values[facet]);
        return 'more';
      },
    );
    return {
      status: 200,
      body: {
        matching,
        open,
        more: next !== undefined,
        ...Object.fromEntries(facets.map((facet) => [facet, Object.fromEntries(counters[facet].counts)])),
      },
    };
  },
});
