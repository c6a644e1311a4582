// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../lambdas/api/index.ts';
import type { Operation } from '../../lambdas/api/operation.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { codeOf, openStage, people, request, type Said, type Stage } from './stage.ts';

const guarded = operations.filter((each) => each.groups.length > 0);
const ofCase = operations.filter((each) => each.path.includes('{caseId}'));

describe('every operation', () => {
  let stage: Stage;
  let caseId: string;
  let said: (each: Operation) => Said;
  beforeAll(async () => {
    stage = await openStage();
    caseId = await stage.submit();
    const shown = await stage.hold(caseId);
    const bodies: Record<string, unknown> = {
      createRequest: request(),
      chatCompletions: { model: 'healthcare', messages: request().messages },
      decideReview: { ...shown, decision: 'reject', reason: 'other' },
      ...Object.fromEntries(
        ['placeHold', 'releaseHold', 'unsealCase', 'eraseCase'].map((id) => [
          id,
          { reason: 'audit', text: 'The yearly audit.' },
        ]),
      ),
      reveal: { placeholder: 'NAME_1_7K', reason: 'other', note: 'To call back.' },
      reviewContainment: { decision: 'false-alarm', reason: 'audit', text: 'Looked at twice.' },
      keepDraft: { revision: shown.revision },
      giveFeedback: { revision: shown.revision, says: 'missing', slot: 0, start: 0, end: 1, type: 'NAME' },
    };
    said = (each) => ({
      ...(each.path.includes('{caseId}') ? { params: { caseId } } : {}),
      ...(each.id in bodies ? { body: bodies[each.id] } : {}),
    });
  });
  afterAll(() => stage.close());
  const answer = async (who: Principal | undefined, each: Operation) => {
    const reply = await stage.as(who, each.id, said(each));
    return { status: reply.status, code: codeOf(reply) };
  };

  it('is guarded, but health and the document', () => {
    const open = operations.filter((each) => each.groups.length === 0);
    expect(open.map((each) => each.id)).toEqual(['health', 'openapi']);
  });

  it.each(guarded.map((each) => [each.id, each] as const))('%s needs a token', async (_id, each) => {
    expect(await answer(undefined, each)).toEqual({ status: 401, code: 'no-token' });
  });

  it.each(
    guarded.flatMap((each) =>
      Object.entries(people)
        .filter(([, who]) => !who.groups.some((group) => each.groups.includes(group)))
        .map(([name, who]) => [each.id, name, each, who] as const),
    ),
  )('%s is not for %s', async (_id, _name, each, who) => {
    expect(await answer(who, each)).toEqual({ status: 403, code: 'forbidden' });
  });

  it.each(
    ofCase.flatMap((each) =>
      (each.groups.includes('requester')
        ? ([
            ['another subject', people.ruth],
            ['another client', people.rosaElsewhere],
            ['another tenant', people.rosaOfTheBank],
          ] as const)
        : each.groups.includes('reviewer')
          ? ([['another tenant’s reviewer', people.viktor]] as const)
          : ([['another tenant’s officer', people.carla]] as const)
      ).map(([name, who]) => [each.id, name, each, who] as const),
    ),
  )('%s finds nothing for %s', async (_id, _name, each, who) => {
    expect(await answer(who, each)).toEqual({ status: 404, code: 'not-found' });
  });

  it.each(ofCase.map((each) => [each.id, each] as const))(
    '%s finds nothing under an id that is none',
    async (id, each) => {
      const all: Principal = { ...people.rosa, groups: ['requester', 'reviewer', 'compliance'] };
      for (const made of [
        'x',
        '018f0000-0000-7000-8000-000000000000',
        'ffffffff-ffff-7fff-bfff-ffffffffffff',
      ]) {
        const reply = await stage.as(all, id, { ...said(each), params: { caseId: made } });
        expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status: 404, code: 'not-found' });
      }
    },
  );

  it('lets no listing show another tenant’s cases', async () => {
    for (const [who, id] of [
      [people.rosaOfTheBank, 'listRequests'],
      [people.viktor, 'listReviews'],
      [people.carla, 'listArchive'],
    ] as const)
      expect((await stage.as(who, id)).body).toMatchObject({ items: [] });
    expect((await stage.as(people.vera, 'listReviews')).body).toMatchObject({ items: [{ caseId }] });
  });
});
