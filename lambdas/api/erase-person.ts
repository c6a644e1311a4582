// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { failureName } from '../failures.ts';
import { CaseIdSchema } from '../records/case.ts';
import { instant, InstantViewSchema } from './case-view.ts';
import { eraseTogether, ReceiptSchema } from './erase-case.ts';
import { operation } from './operation.ts';
import { Problem, type ProblemCode, problems } from './problems.ts';
import { CustodyBodySchema } from './two-people.ts';

const BodySchema = CustodyBodySchema.omit({ confirm: true })
  .extend({
    /** As `findPerson` found them. `confirm` is the id of what another officer asked for about that case. */
    cases: z
      .array(z.strictObject({ caseId: CaseIdSchema, confirm: z.uuidv7().optional() }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'PersonErasure' });

const PersonReceiptSchema = z
  .strictObject({
    /** Asked for, here or before: another officer confirms each with its id. */
    asked: z.array(
      z.strictObject({
        caseId: CaseIdSchema,
        ask: z.uuid(),
        askedBy: z.string(),
        until: InstantViewSchema.optional(),
      }),
    ),
    erased: z.array(ReceiptSchema),
    /** What was not erased, and why: a code of docs/errors.md. */
    refused: z.array(
      z.strictObject({
        caseId: CaseIdSchema,
        code: z.enum(Object.keys(problems) as [ProblemCode]),
        detail: z.string(),
      }),
    ),
    /** Until then a backup of the store of keys could bring the last of the keys back. */
    backupsUntil: InstantViewSchema.optional(),
    /** What no erasure here reaches. */
    beyond: z.array(z.string()),
  })
  .meta({ id: 'PersonErasureReceipt' });
type PersonReceipt = z.infer<typeof PersonReceiptSchema>;

const beyond = [
  'Cases in which the person was named by nothing that was looked for: search by every name, address and number they had.',
  'Values that a policy drops or generalises, such as ages and postcodes: cases are not found by them.',
] as const;

const AskedSchema = z.object({ ask: z.uuid(), by: z.string() });

/** Why a case was not erased; another officer's standing request is no refusal. */
function put(receipt: PersonReceipt, caseId: string, thrown: unknown): void {
  const code: ProblemCode =
    thrown instanceof Problem
      ? thrown.code
      : failureName(thrown) === 'StorageUnavailable'
        ? 'storage-unavailable'
        : 'unavailable';
  // It would be refused for every one of them.
  if (code === 'identifier-in-note') throw thrown;
  const standing = thrown instanceof Problem ? AskedSchema.safeParse(thrown.facts.members) : undefined;
  if (code === 'asked-already' && standing?.success === true)
    receipt.asked.push({ caseId, ask: standing.data.ask, askedBy: standing.data.by });
  else receipt.refused.push({ caseId, code, detail: problems[code].detail });
}

/** POST /v1/archive/people/erasures: asks for the erasure of a person's cases, or confirms it, each by two people. */
export const erasePerson = operation({
  id: 'erasePerson',
  method: 'POST',
  path: '/v1/archive/people/erasures',
  summary:
    'Erase a person: every case that was found, each as far as its policy allows, with one receipt. Takes two officers.',
  groups: ['compliance'],
  body: BodySchema,
  replies: {
    202: { description: 'Asked for: another officer confirms each case.', schema: PersonReceiptSchema },
    200: {
      description: 'What was erased and what was refused. What failed can be asked for again.',
      schema: PersonReceiptSchema,
    },
  },
  handle: (ports) => async (call) => {
    const { reason, text } = call.body;
    const receipt: PersonReceipt = { asked: [], erased: [], refused: [], beyond: [...beyond] };
    const wanted = new Map(call.body.cases.map((each) => [each.caseId, each.confirm]));
    for (const [caseId, confirm] of wanted)
      try {
        const body = { reason, text, ...(confirm === undefined ? {} : { confirm }) };
        const decided = await eraseTogether(ports, call.principal, caseId, body);
        if ('receipt' in decided) receipt.erased.push(decided.receipt);
        else {
          const { id, by, until } = decided.asked;
          receipt.asked.push({ caseId, ask: id, askedBy: by, until: instant(until) });
        }
      } catch (thrown) {
        put(receipt, caseId, thrown);
      }
    const last = receipt.erased
      .map(({ backupsUntil }) => backupsUntil)
      .sort()
      .at(-1);
    if (last !== undefined) receipt.backupsUntil = last;
    const isAsked = receipt.erased.length === 0 && receipt.asked.length > 0;
    return { status: isAsked ? 202 : 200, body: receipt };
  },
});
