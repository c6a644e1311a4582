// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Failure } from '../../lambdas/failures.ts';
import type { DetectMedical, Ports } from '../../lambdas/ports.ts';
import type { Finding } from '../../lambdas/records/finding.ts';
import { codeOf, openStage, people, type Stage } from './stage.ts';

const found = (changes: Partial<Finding> = {}): Finding => ({
  type: 'NAME',
  start: 4,
  end: 9,
  score: 0.9,
  because: { detector: 'comprehend-medical', pattern: 'NAME' },
  ...changes,
});

describe('what a reviewer writes, where there is a medical detector', () => {
  let stage: Stage;
  let caseId: string;
  let shown: { revision: string; digest: string };
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    stage.begin();
    caseId = await stage.submit();
    shown = await stage.hold(caseId);
    await stage.as(people.vera, 'claimReview', { params: { caseId } });
  });
  afterAll(() => stage.close());

  const reject = (detectMedical: DetectMedical, policy = 'always') => {
    const ports: Ports = {
      ...stage.ports,
      detectMedical,
      policies: {
        ...stage.ports.policies,
        byHash: async (hash) => {
          const known = await stage.ports.policies.byHash(hash);
          const { prompt, answer } = known.detection;
          return { ...known, detection: { answer, prompt: { ...prompt, medical: policy as 'always' } } };
        },
      },
    };
    const body = { ...shown, decision: 'reject', reason: 'other', note: 'The grove is misread.' };
    return stage.as(people.vera, 'decideReview', { params: { caseId }, body }, ports);
  };
  const decided = async () =>
    (await stage.ports.cases.get({ tenantId: 'clinic', caseId }))!.review!.decided !== undefined;

  it('is shown to it, and kept when it finds nobody', async () => {
    const asked: string[] = [];
    const reply = await reject(async (text) => {
      asked.push(text);
      return [];
    });
    expect([reply.status, asked]).toEqual([200, ['The grove is misread.']]);
  });

  it.each<[string, Finding, number]>([
    ['it finds somebody', found(), 422],
    ['it is only as sure as the policy asks', found({ score: 0.35 }), 422],
    ['it is less sure than that', found({ score: 0.34 }), 200],
    ['it finds what the policy keeps', found({ type: 'PROFESSION' }), 200],
  ])('is kept or not when %s', async (_what, finding, status) => {
    const reply = await reject(async () => [finding]);
    expect([reply.status, await decided()]).toEqual([status, status === 200]);
    if (status === 422) expect(codeOf(reply)).toBe('identifier-in-note');
  });

  it('is not kept when it does not answer', async () => {
    const reply = await reject(() => Promise.reject(new Failure('Unavailable')));
    expect([reply.status, codeOf(reply), await decided()]).toEqual([503, 'unavailable', false]);
  });

  it('is not shown to it where the policy never asks it', async () => {
    const reply = await reject(() => Promise.reject(new Failure('Unavailable')), 'never');
    expect(reply.status).toBe(200);
  });
});
