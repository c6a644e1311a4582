// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Reply } from '../../lambdas/api/operation.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { openReview } from '../../lambdas/steps/open-review.ts';
import { codeOf, openStage, people, type Stage } from './stage.ts';

const day = 86_400_000;
/** Where a case can be when somebody asks for something. `mine`: claimed by whoever asks. */
const states = [
  'open',
  'mine',
  'others',
  'escalated',
  'escalated-others',
  'decided',
  'expired',
  'not-held',
] as const;
type State = (typeof states)[number];
type Shown = { revision: string; digest: string };

const operations: Readonly<Record<string, (shown: Shown) => unknown>> = {
  readReview: () => undefined,
  claimReview: () => undefined,
  releaseClaim: () => undefined,
  decideReview: (shown) => ({ ...shown, decision: 'approve', reason: 'safe-as-shown' }),
  reveal: () => ({ placeholder: 'NAME_1_7K', reason: 'other', note: 'To compare with the chart.' }),
  giveFeedback: ({ revision }) => ({ revision, says: 'missing', slot: 0, start: 0, end: 3, type: 'NAME' }),
  keepDraft: ({ revision }) => ({ revision, note: 'Half a sentence' }),
  readDraft: () => undefined,
  forgetDraft: () => undefined,
};

/** In the order of `states`. */
type Row = readonly (number | string)[];
const gone = ['already-decided', 'review-expired', 'not-found'] as const;
const acting: Row = ['not-claimed', 200, 'claimed', 'not-claimed', 'claimed', ...gone];
const reviewer: Readonly<Record<string, Row>> = {
  readReview: [200, 200, 200, 200, 200, 200, 200, 'not-found'],
  claimReview: [200, 200, 'claimed', 200, 'claimed', ...gone],
  releaseClaim: [204, 204, 'claimed', 204, 'claimed', 204, 204, 'not-found'],
  decideReview: acting,
  reveal: acting,
  giveFeedback: acting.map((each) => (each === 200 ? 204 : each)),
  // A claim that ran out does not lose what somebody wrote; one of another's does.
  keepDraft: [204, 204, 'claimed', 204, 'claimed', ...gone],
  // Nobody has kept one.
  readDraft: states.map(() => 'not-found'),
  forgetDraft: [204, 204, 204, 204, 204, 204, 204, 'not-found'],
};
const senior: typeof reviewer = {
  ...reviewer,
  // From the escalation on they take over.
  claimReview: [200, 200, 'claimed', 200, 200, ...gone],
};
const everywhere = (answer: number | string): typeof reviewer =>
  Object.fromEntries(Object.keys(operations).map((id) => [id, states.map(() => answer)]));
/** The requester, who is a reviewer too: they may look at the queue's texts, and nothing else. */
const ownRequest: typeof reviewer = {
  ...everywhere('own-request'),
  readReview: reviewer['readReview']!,
  releaseClaim: [204, 'claimed', 'claimed', 204, 'claimed', 204, 204, 'not-found'],
  readDraft: reviewer['readDraft']!,
  forgetDraft: reviewer['forgetDraft']!,
};
for (const id of ['claimReview', 'decideReview', 'reveal', 'giveFeedback', 'keepDraft'])
  Object.assign(ownRequest, { [id]: [...states.slice(0, -1).map(() => 'own-request'), 'not-found'] });

const juno: Principal = { ...people.vera, subject: 'juno', groups: ['reviewer', 'junior-reviewer'] };
const roles: readonly (readonly [string, Principal | undefined, typeof reviewer])[] = [
  ['nobody', undefined, everywhere('no-token')],
  ['a requester', people.rosa, everywhere('forbidden')],
  ['an officer', people.conrad, everywhere('forbidden')],
  ['a junior by group alone', { ...juno, groups: ['junior-reviewer'] }, everywhere('forbidden')],
  ['a reviewer', people.vera, reviewer],
  ['a junior reviewer', juno, reviewer],
  ['a senior reviewer', people.sofia, senior],
  ['a senior by group alone', { ...people.sofia, groups: ['senior-reviewer'] }, senior],
  ['the requester as a reviewer', people.rosaReviewing, ownRequest],
  ['another tenant’s reviewer', people.viktor, everywhere('not-found')],
  [
    'another tenant’s senior',
    { ...people.viktor, groups: ['reviewer', 'senior-reviewer'] },
    everywhere('not-found'),
  ],
];

describe('who may do what to a review, wherever the case is', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(() => stage.begin());
  afterAll(() => stage.close());

  /** Brings a new case into a state, for somebody who is going to ask. */
  async function brought(
    state: State,
    who: Principal | undefined,
  ): Promise<{ caseId: string; shown: Shown }> {
    stage.begin();
    const caseId = await stage.submit();
    if (state === 'not-held') return { caseId, shown: { revision: 'A'.repeat(22), digest: 'A'.repeat(43) } };
    const shown = await stage.hold(caseId);
    const claim = (by: Principal) => stage.as(by, 'claimReview', { params: { caseId } });
    const reviews = who?.groups.some((group) => group === 'reviewer' || group === 'senior-reviewer') === true;
    const mayClaim = reviews && who.subject !== 'rosa' && who.tenantId === 'clinic';
    if (state === 'mine') await claim(mayClaim ? who : people.vito);
    if (state === 'others' || state === 'escalated-others' || state === 'decided') await claim(people.vito);
    if (state === 'escalated' || state === 'escalated-others')
      await openReview(stage.ports)({
        tenantId: 'clinic',
        caseId,
        side: 'answer',
        stage: 2,
        revision: shown.revision,
        token: 'second',
      });
    if (state === 'decided')
      await stage.as(people.vito, 'decideReview', {
        params: { caseId },
        body: { ...shown, decision: 'reject', reason: 'other' },
      });
    if (state === 'expired') stage.now.value += day;
    return { caseId, shown };
  }

  const told = (reply: Reply): number | string => (codeOf(reply) as string | undefined) ?? reply.status;

  it.each(
    roles.flatMap(([role, who, table]) =>
      Object.keys(operations).map((id) => [id, role, who, table[id]!] as const),
    ),
  )('%s, by %s', async (id, _role, who, expected) => {
    const answers: Record<string, number | string> = {};
    for (const state of states) {
      const { caseId, shown } = await brought(state, who);
      const before = await stage.ports.cases.get({ tenantId: 'clinic', caseId });
      const body = operations[id]!(shown);
      const reply = await stage.as(who, id, {
        params: { caseId },
        ...(body === undefined ? {} : { body }),
      });
      answers[state] = told(reply);
      // What is refused leaves no trace on the case.
      if (reply.status >= 400)
        expect(await stage.ports.cases.get({ tenantId: 'clinic', caseId })).toEqual(before);
    }
    expect(answers).toEqual(Object.fromEntries(states.map((state, index) => [state, expected[index]])));
  });

  it('tells of a requester who tries to review their own request', async () => {
    const { caseId } = await brought('open', people.vera);
    await stage.as(people.rosaReviewing, 'claimReview', { params: { caseId } });
    expect(stage.events.at(-1)).toMatchObject({ caseId, kind: 'alert', code: 'own-request' });
  });

  it('takes several claims at once, each for itself', async () => {
    const cases = [];
    for (const state of states) cases.push((await brought(state, people.vera)).caseId);
    // Turning the clock for the expired one would end the claims of the others: it is brought last.
    const expired = await brought('expired', people.vera);
    stage.begin();
    const reply = await stage.as(people.vera, 'claimReviews', {
      body: { caseIds: [...cases.slice(0, 6), cases[7], expired.caseId] },
    });
    const { results } = reply.body as { results: { caseId: string; claimed: boolean; code?: string }[] };
    expect(results.map((each) => each.code ?? each.claimed)).toEqual([
      true,
      true,
      'claimed',
      true,
      'claimed',
      'already-decided',
      'not-found',
      true,
    ]);
    const own = await stage.as(people.rosaReviewing, 'claimReviews', { body: { caseIds: [expired.caseId] } });
    expect(own.body).toMatchObject({ results: [{ claimed: false, code: 'own-request' }] });
    const elsewhere = await stage.as(people.viktor, 'claimReviews', { body: { caseIds: [cases[0]] } });
    expect(elsewhere.body).toMatchObject({ results: [{ claimed: false, code: 'not-found' }] });
  });

  it.each([[[]], [Array.from({ length: 101 }, () => '0194a000-0000-7000-8000-000000000000')], [['x']]])(
    'takes no list of claims that is empty, too long, or not of ids',
    async (caseIds) => {
      expect(codeOf(await stage.as(people.vera, 'claimReviews', { body: { caseIds } }))).toBe(
        'invalid-request',
      );
    },
  );
});
