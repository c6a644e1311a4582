// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { conversationScope, getContent } from '../contents.ts';
import { failureName } from '../failures.ts';
import type { Ports, VaultRef } from '../ports.ts';
import type { Case } from '../records/case.ts';
import {
  AnswerContentSchema,
  EditedPromptSchema,
  FeedbackContentSchema,
  NoteContentSchema,
  PromptContentSchema,
  RequestContentSchema,
  ScanContentSchema,
  ScreeningContentSchema,
} from '../records/content.ts';
import { IdentityMapSchema } from '../records/identity.ts';
import type { Review } from '../records/review.ts';
import type { Sealed } from '../records/sealed.ts';

const Answered = z.discriminatedUnion('kind', [AnswerContentSchema, ScanContentSchema]);
const Reviewed = z.discriminatedUnion('kind', [
  PromptContentSchema,
  ScanContentSchema,
  EditedPromptSchema,
  AnswerContentSchema,
  NoteContentSchema,
  FeedbackContentSchema,
]);

/** What reviewers were shown, where their decision led, their notes and what they said about the detection: each revision once. */
const revisionsOf = (reviews: readonly Review[]): string[] => [
  ...new Set(
    reviews.flatMap(({ revision, decided, approvals, reveals, feedback }) =>
      [
        revision,
        decided?.revision,
        decided?.note,
        ...approvals.map((approval) => approval.note),
        ...reveals.map((reveal) => reveal.note),
        ...feedback.map((each) => each.content),
      ].filter((each) => each !== undefined),
    ),
  ),
];

/**
 * Collects what is to be sealed. For a release (`whole`) every part must be there, and what it delivers goes
 * along; for a refusal a part that was never made, or has been purged, is left out.
 */
export async function gatherSealed(ports: Ports, item: Case, whole: boolean): Promise<Sealed> {
  const scope = { tenantId: item.tenantId, scope: item.caseId };
  const read = async <Schema extends z.ZodType>(
    ref: VaultRef,
    schema: Schema,
  ): Promise<z.infer<Schema> | undefined> => {
    try {
      return await getContent(ports, ref, schema);
    } catch (thrown) {
      if (!whole && ['NotFound', 'Malformed'].includes(failureName(thrown) ?? '')) return undefined;
      throw thrown;
    }
  };
  const request = await read({ ...scope, revision: item.request }, RequestContentSchema);
  const prompt =
    item.prompt === undefined
      ? undefined
      : await read({ ...scope, revision: item.prompt }, PromptContentSchema);
  const screening =
    item.screening === undefined
      ? undefined
      : await read({ ...scope, revision: item.screening }, ScreeningContentSchema);
  const answer =
    item.answer === undefined ? undefined : await read({ ...scope, revision: item.answer }, Answered);
  const identities =
    prompt === undefined
      ? undefined
      : await read({ ...conversationScope(item), revision: prompt.identities }, IdentityMapSchema);
  const reviewed: Sealed['reviewed'] = [];
  for (const revision of revisionsOf([
    ...item.pastReviews,
    ...(item.review === undefined ? [] : [item.review]),
  ])) {
    if (revision === item.prompt || revision === item.answer || revision === item.request) continue;
    const content = await read({ ...scope, revision }, Reviewed);
    if (content !== undefined) reviewed.push({ revision, content });
  }
  const delivered = whole && answer?.kind === 'scan' ? answer.restored : undefined;
  return {
    schema: 'airlock.sealed/1',
    caseId: item.caseId,
    ...(request === undefined ? {} : { request }),
    ...(identities === undefined ? {} : { identities }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(screening === undefined ? {} : { screening }),
    ...(answer === undefined ? {} : { answer }),
    reviewed,
    ...(delivered === undefined ? {} : { delivered }),
  };
}
