// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type CaseView, CaseViewSchema } from '../../lambdas/api/case-view.ts';
import type { IdentityMap } from '../../lambdas/records/identity.ts';
import type { Message } from '../../lambdas/records/request.ts';
import { sides } from '../../lambdas/records/review.ts';
import type { Caller } from '../commands/caller.ts';
import type { Turn } from './compare.ts';
import type { Sample } from './sample.ts';
import { deidentified, withoutFences } from './seen.ts';

/** The people of the demo on one server. */
export type Company = Readonly<{
  as: (name: string) => Promise<Caller>;
  /** What the model was shown of a case, where that can be watched. */
  shown?: (caseId: string) => readonly Message[] | undefined;
}>;

const reviewers = { rosa: 'vera', raj: 'viktor' } as const;
const prefer = { prefer: 'wait=60' };
const Review = z.looseObject({ side: z.enum(sides), revision: z.string(), digest: z.string() });

/** A policy lets a person look at a share of clean answers, chosen at random: the demo does that, and lets them out. */
const onlySampled = (view: CaseView): boolean =>
  view.status === 'held' && view.reasons.every((reason) => reason.code === 'random-sample');

async function letOut(reviewer: Caller, caseId: string): Promise<void> {
  const path = `/v1/reviews/${caseId}`;
  const { revision, digest } = Review.parse(await reviewer('GET', path));
  await reviewer('POST', `${path}/claim`);
  const body = { decision: 'approve', reason: 'safe-as-shown', revision, digest };
  await reviewer('POST', `${path}/decision`, { body });
}

/** Sends a sample turn by turn, each as a chat client would: with everything that was said before. */
export async function conduct({ as, shown }: Company, sample: Sample): Promise<Turn[]> {
  const [requester, reviewer] = [await as(sample.as), await as(reviewers[sample.as])];
  const turns: Turn[] = [];
  let messages = sample.request.messages;
  let map: IdentityMap | undefined;
  for (const question of [undefined, ...sample.then]) {
    const before = turns.at(-1)?.view;
    if (question !== undefined && before?.answer === undefined) break;
    const { role, content } = before?.answer ?? { role: 'assistant' as const, content: '' };
    if (question !== undefined)
      messages = [...messages, { role, content }, { role: 'user', content: question }];
    const { documents } = sample.request;
    const request = {
      ...sample.request,
      messages,
      documents,
      ...(before === undefined ? {} : { conversation: before.conversationId }),
    };
    let view = CaseViewSchema.parse(
      await requester('POST', '/v1/requests', { body: request, headers: prefer }),
    );
    if (onlySampled(view)) {
      await letOut(reviewer, view.caseId);
      view = CaseViewSchema.parse(await requester('GET', view.links.self, { headers: prefer }));
    }
    const side =
      view.status === 'held'
        ? Review.parse(await reviewer('GET', `/v1/reviews/${view.caseId}`)).side
        : undefined;
    const asked = view.outcome === 'released' || side === 'answer';
    const messagesShown = shown?.(view.caseId);
    const again = deidentified(request, map);
    map = again.map;
    const seen =
      shown === undefined ? (asked ? again.text : undefined) : messagesShown && withoutFences(messagesShown);
    turns.push({
      view,
      side: side ?? (view.outcome === 'blocked' && seen === undefined ? 'prompt' : undefined),
      seen,
      recorded: shown !== undefined,
    });
  }
  return turns;
}
