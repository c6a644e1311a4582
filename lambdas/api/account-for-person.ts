// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { questions } from '../archive/questions.ts';
import { QueryViewSchema } from './archive-query.ts';
import { beginQuery } from './begin-query.ts';
import { casesOfPerson, PersonSearchSchema } from './cases-of-person.ts';
import { operation } from './operation.ts';
import { PageSizeSchema } from './query-archive.ts';

const AccountSchema = z
  .strictObject({
    /** The event that records the search. */
    event: z.uuid(),
    /** How many cases the person was found in; `more` says that there are others, which the account leaves out. */
    cases: z.int().nonnegative(),
    more: z.boolean(),
    /** The account: a query like any other, with its pages and files. Absent where the person is in no case. */
    query: QueryViewSchema.optional(),
  })
  .meta({ id: 'DisclosureAccount' });

/** POST /v1/archive/people/disclosures: to whom what of one person was disclosed, when and why (45 CFR 164.528). */
export const accountForPerson = operation({
  id: 'accountForPerson',
  method: 'POST',
  path: '/v1/archive/people/disclosures',
  summary:
    'The accounting of disclosures of one person: finds their cases, and says to whom what of them was disclosed, when and why.',
  groups: ['compliance'],
  body: PersonSearchSchema.extend({
    /** Rows of the first page. */
    page: PageSizeSchema.default(1000),
  }).meta({ id: 'DisclosuresWanted' }),
  headers: ['prefer'],
  replies: {
    200: { description: 'The account, its first page.', schema: AccountSchema },
    202: { description: 'It takes longer: `GET /v1/archive/queries/{queryId}`.', schema: AccountSchema },
  },
  handle: (ports) => async (call) => {
    const { principal, body, headers } = call;
    const { event, cases, more } = await casesOfPerson(ports, principal, body);
    const found = { event, cases: cases.length, more };
    if (cases.length === 0) return { status: 200, body: found };
    const question = 'disclosures';
    const parameters = { cases: cases.map(({ caseId }) => caseId) };
    const { status, body: query } = await beginQuery(
      ports,
      principal,
      { question, sql: questions[question].sql, parameters },
      // As if somebody had asked that question by name.
      {
        recorded: { question, parameters: { cases: parameters.cases.join(' ') } },
        page: body.page,
        prefer: headers.prefer,
      },
    );
    return { status, body: { ...found, query } };
  },
});
