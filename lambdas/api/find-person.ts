// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { casesOfPerson, FoundSchema, PersonSearchSchema } from './cases-of-person.ts';
import { operation } from './operation.ts';

/** POST /v1/archive/people: the cases that somebody is in. What they are looked for by is in the body only, and kept nowhere. */
export const findPerson = operation({
  id: 'findPerson',
  method: 'POST',
  path: '/v1/archive/people',
  summary: 'Find the cases that a person is in, by names, addresses and numbers. Every search is on record.',
  groups: ['compliance'],
  body: PersonSearchSchema,
  replies: {
    200: {
      description: 'The cases, newest first; `more` says that there are others. `event` records the search.',
      schema: z.strictObject({ event: z.uuid(), cases: z.array(FoundSchema), more: z.boolean() }),
    },
  },
  handle: (ports) => async (call) => {
    const { event, cases, more } = await casesOfPerson(ports, call.principal, call.body);
    return { status: 200, body: { event, cases: [...cases], more } };
  },
});
