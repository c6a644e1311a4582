// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '../../lambdas/records/principal.ts';
import { codeOf, type Held, openStage, people, type Stage } from './stage.ts';

describe('reviews', () => {
  let stage: Stage;
  let caseId: string;
  let shown: { revision: string; digest: string };
  beforeEach(async () => {
    stage = await openStage();
    caseId = await stage.submit();
  });
  afterEach(() => stage.close());

  const hold = async (held: Held = {}) => {
    shown = await stage.hold(caseId, held);
  };
  const claim = (who: Principal) => stage.as(who, 'claimReview', { params: { caseId } });
  const decide = (who: Principal, decision: string) =>
    stage.as(who, 'decideReview', { params: { caseId }, body: { ...shown, decision, reason: 'other' } });
  const told = (reply: { status: number }) => ({ status: reply.status, code: codeOf(reply) });

  describe('are listed', () => {
    it('without any text, the first to expire first, page by page', async () => {
      await hold();
      stage.now.value += 1000;
      const second = await stage.submit();
      await stage.hold(second, { side: 'prompt', reasons: ['rare-combination'] });
      const first = await stage.as(people.vera, 'listReviews', { query: { limit: '1' } });
      const { items, next } = first.body as { items: { caseId: string }[]; next: string };
      expect(items.map((item) => item.caseId)).toEqual([caseId]);
      const rest = await stage.as(people.vera, 'listReviews', { query: { limit: '1', after: next } });
      expect(rest.body).toMatchObject({ items: [{ caseId: second }] });
      expect(JSON.stringify([first, rest])).not.toMatch(/NAME_1|cough|rest\./);
    });

    it.each<[Record<string, string>, number]>([
      [{}, 1],
      [{ side: 'answer' }, 1],
      [{ side: 'prompt' }, 0],
      [{ policy: 'healthcare' }, 1],
      [{ policy: 'finance' }, 0],
      [{ reason: 'medication-dosage' }, 1],
      [{ reason: 'promise' }, 0],
      [{ claimed: 'mine' }, 1],
      [{ claimed: 'nobody' }, 0],
      [{ claimed: 'others' }, 0],
    ])('as far as %j asks for: %d', async (query, count) => {
      await hold();
      await claim(people.vera);
      const reply = await stage.as(people.vera, 'listReviews', { query });
      expect((reply.body as { items: unknown[] }).items).toHaveLength(count);
    });

    it.each<Record<string, string>>([
      { side: 'both' },
      { reason: 'because' },
      { limit: '0' },
      { limit: '101' },
      { limit: 'x' },
      { page: '1' },
      { after: 'forged' },
    ])('not for %j', async (query) => {
      expect(told(await stage.as(people.vera, 'listReviews', { query }))).toEqual({
        status: 400,
        code: 'invalid-request',
      });
    });

    it('until they are decided', async () => {
      await hold();
      await claim(people.vera);
      await decide(people.vera, 'reject');
      expect((await stage.as(people.vera, 'listReviews')).body).toMatchObject({ items: [] });
    });
  });
});
