// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '../../lambdas/records/principal.ts';
import { codeOf, type Held, openStage, people, type Stage } from './stage.ts';
import { policiesWith } from './policies-with.ts';

const juno: Principal = { ...people.vera, subject: 'juno', groups: ['reviewer', 'junior-reviewer'] };
const jack: Principal = { ...juno, subject: 'jack' };

describe('four eyes', () => {
  let stage: Stage;
  let folder: string;
  let caseId: string;
  let shown: { revision: string; digest: string };
  afterEach(() => {
    stage.close();
    rmSync(folder, { recursive: true });
  });

  const under = async (review: Record<string, unknown>, held: Held = {}) => {
    folder = policiesWith(review);
    stage = await openStage(folder);
    caseId = await stage.submit();
    shown = await stage.hold(caseId, held);
  };
  const on = (who: Principal, id: string, body?: unknown) =>
    stage.as(who, id, { params: { caseId }, ...(body === undefined ? {} : { body }) });
  const decide = async (who: Principal, decision: string, more: Record<string, unknown> = {}) => {
    await on(who, 'claimReview');
    return on(who, 'decideReview', { ...shown, decision, reason: 'other', ...more });
  };
  const review = async () => (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!.review!;

  const severity = { when: 'severity', atLeast: 'high' };
  const types = { when: 'entityType', types: ['NAME'] };
  const edited = { when: 'editedText' };
  const everything = { when: 'randomShare', percent: 100 };
  it.each<[string, Record<string, unknown>, Held, string[]]>([
    ['a policy that asks for two throughout', { approvals: 2 }, {}, ['policy']],
    ['a severe reason', { fourEyes: [severity] }, { reasons: ['self-harm'] }, ['severity']],
    ['no severe reason', { fourEyes: [severity] }, { reasons: ['promise'] }, []],
    [
      'a reason at the border',
      { fourEyes: [{ ...severity, atLeast: 'medium' }] },
      { reasons: ['promise'] },
      ['severity'],
    ],
    [
      'a type in the prompt',
      { fourEyes: [types] },
      { side: 'prompt', reasons: ['rare-combination'] },
      ['entityType'],
    ],
    [
      'another type',
      { fourEyes: [{ ...types, types: ['PASSPORT'] }] },
      { side: 'prompt', reasons: ['rare-combination'] },
      [],
    ],
    [
      'a type in the answer',
      { fourEyes: [{ ...types, types: ['PLACE'] }] },
      {
        scan: {
          findings: [
            { type: 'PLACE', start: 0, end: 3, score: 1, because: { detector: 'place', pattern: 'p' } },
          ],
        },
      },
      ['entityType'],
    ],
    ['an edited answer', { fourEyes: [edited] }, { editedBy: 'vito' }, ['editedText']],
    ['an answer nobody edited', { fourEyes: [edited] }, {}, []],
    ['a share of all', { fourEyes: [everything] }, {}, ['randomShare']],
    ['a share of nothing', { fourEyes: [{ ...everything, percent: 0 }] }, {}, []],
    ['several rules', { fourEyes: [severity, everything, edited] }, {}, ['severity', 'randomShare']],
    ['no rule', {}, {}, []],
  ])('are asked for by %s', async (_what, rules, held, causes) => {
    await under(rules, held);
    expect((await on(people.vera, 'readReview')).body).toMatchObject({ fourEyes: causes });
    const first = await decide(people.vera, 'approve');
    expect(first.status).toBe(200);
    if (causes.length === 0) {
      expect(first.body).toMatchObject({ decided: { decision: 'approve', by: 'vera' } });
      return;
    }
    expect(first.body).toMatchObject({ approvals: [{ by: 'vera' }] });
    expect(first.body).not.toHaveProperty('decided');
    expect(first.body).not.toHaveProperty('claim');
    expect(stage.answered).toEqual([]);
    expect(stage.events.at(-1)).toMatchObject({ kind: 'approved' });
    expect(codeOf(await decide(people.vera, 'approve'))).toBe('already-approved');
    await on(people.vera, 'releaseClaim');
    // An editor is not one of the two.
    if (held.editedBy === 'vito') {
      expect(codeOf(await decide(people.vito, 'approve'))).toBe('own-edit');
      await on(people.vito, 'releaseClaim');
    }
    expect((await decide(people.sofia, 'approve')).body).toMatchObject({
      decided: { decision: 'approve', by: 'sofia' },
      approvals: [{ by: 'vera' }, { by: 'sofia' }],
    });
    expect(stage.answered).toHaveLength(1);
  });

  it.each(['reject', 'retry'])('need one person for %s, after a first approval too', async (decision) => {
    await under({ fourEyes: [everything] });
    await decide(people.vera, 'approve');
    expect((await decide(people.vito, decision)).body).toMatchObject({ decided: { decision, by: 'vito' } });
  });

  it('choose the same reviews for a share on every attempt, and about as many as asked for', async () => {
    await under({ fourEyes: [{ when: 'randomShare', percent: 50 }] });
    let chosen = 0;
    for (let round = 0; round < 60; round += 1) {
      caseId = await stage.submit();
      await stage.hold(caseId);
      const { fourEyes } = await review();
      if (fourEyes.length > 0) chosen += 1;
      const again = await stage.ports.cases.get({ tenantId: 'clinic', caseId });
      await stage.ports.cases.replace({
        ...again!,
        version: again!.version + 1,
        review: {
          ...again!.review!,
          decided: { decision: 'retry', by: 'x', at: 1, reason: 'other', revision: shown.revision },
        },
      });
      await stage.hold(caseId);
      expect((await review()).fourEyes).toEqual(fourEyes);
    }
    // Of 60 at one half, fewer than 12 or more than 48 come about once in a million runs.
    expect(chosen).toBeGreaterThanOrEqual(12);
    expect(chosen).toBeLessThanOrEqual(48);
  });

  it('stay with a text that took two when it comes back for another reason', async () => {
    await under({ fourEyes: [severity] }, { reasons: ['self-harm'] });
    await decide(people.vera, 'edit', { edit: { text: '[NAME_1_7K] should see a doctor.' } });
    shown = await stage.hold(caseId, { reasons: ['edited-text'], editedBy: 'vera' });
    expect((await review()).fourEyes).toEqual(['severity']);
    expect((await decide(people.vito, 'approve')).body).not.toHaveProperty('decided');
    await on(people.vito, 'releaseClaim');
    expect(codeOf(await decide(people.vera, 'approve'))).toBe('own-edit');
    await on(people.vera, 'releaseClaim');
    expect((await decide(people.sofia, 'approve')).body).toMatchObject({ decided: { by: 'sofia' } });
  });

  describe('for a junior', () => {
    const rule = { fourEyes: [{ when: 'juniorReviewer' }] };

    it.each<[string, Principal, Principal, string]>([
      ['a junior, then a reviewer', juno, people.vera, 'decided'],
      ['a junior, then another junior', juno, jack, 'junior-reviewer'],
      ['a junior twice', juno, juno, 'already-approved'],
    ])('%s: %s', async (_what, first, second, expected) => {
      await under(rule);
      expect((await decide(first, 'approve')).body).not.toHaveProperty('decided');
      expect((await review()).approvals).toMatchObject([{ by: 'juno', junior: true }]);
      const reply = await decide(second, 'approve');
      if (expected === 'decided') expect(reply.body).toMatchObject({ decided: { by: second.subject } });
      else expect(codeOf(reply)).toBe(expected);
    });

    it('a reviewer alone is enough, and a junior’s rejection too', async () => {
      await under(rule);
      expect((await decide(people.vera, 'approve')).body).toMatchObject({ decided: { by: 'vera' } });
      caseId = await stage.submit();
      shown = await stage.hold(caseId);
      expect((await decide(juno, 'reject')).body).toMatchObject({ decided: { by: 'juno' } });
    });

    it('nothing is asked where the policy has no such rule', async () => {
      await under({});
      expect((await decide(juno, 'approve')).body).toMatchObject({ decided: { by: 'juno' } });
      expect((await review()).decided).toMatchObject({ junior: true });
    });
  });
});
