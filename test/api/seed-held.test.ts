// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateSeed, seedBytes } from '../../lambdas/api/generate-seed.ts';
import { seedHeld } from '../../lambdas/api/seed-held.ts';
import type { Ports } from '../../lambdas/ports.ts';
import { PolicySchema, seedSubjects } from '../../lambdas/records/policy.ts';
import { ofAnnouncedCase } from '../../lambdas/runtime/announced-case.ts';
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { startSeeding } from '../../local/start-seeding.ts';
import { policiesWith } from './policies-with.ts';
import { openStage, people, type Stage } from './stage.ts';

/** As random as they come, and the same every time. */
const bytesOf = (number: number) => createHash('sha256').update(String(number)).digest();

describe('a generated test case', () => {
  const sample = (about: (typeof seedSubjects)[number], number: number) =>
    generateSeed(about, bytesOf(number).subarray(0, seedBytes));

  it.each(seedSubjects)(
    'is the same for the same bytes, one of many, and wrong in half of them: %s',
    (about) => {
      expect(sample(about, 1)).toEqual(sample(about, 1));
      const all = Array.from({ length: 200 }, (_, number) => sample(about, number));
      expect(new Set(all.map((each) => JSON.stringify(each))).size).toBeGreaterThan(180);
      const wrong = all.filter(({ expected }) => expected === 'refuse').length;
      expect(wrong).toBeGreaterThan(70);
      expect(wrong).toBeLessThan(130);
    },
  );

  it.each(seedSubjects)(
    'says what its document says where it is to be approved, and else not: %s',
    (about) => {
      for (let number = 0; number < 100; number += 1) {
        const { expected, documents, answer } = sample(about, number);
        const figures = (text: string): string => (text.match(/\$?\d+(?:\.\d+)?/g) ?? []).join(' ');
        const same = figures(answer) === figures(documents[0]!.content) && !answer.includes('guarantee');
        expect([answer, same ? 'approve' : 'refuse']).toEqual([answer, expected]);
      }
    },
  );
});

describe.each(seedSubjects)('after a case was held, where test cases are about %s', (about) => {
  const folder = policiesWith({ testCases: { percent: 50, about } });
  let stage: Stage;
  let held: string;
  beforeAll(async () => {
    stage = await openStage(folder);
  });
  beforeEach(async () => {
    stage.begin();
    held = await stage.submit();
    await stage.hold(held);
    stage.begin();
  });
  afterAll(() => {
    stage.close();
    rmSync(folder, { recursive: true });
  });
  /** The stage’s ports, with these two bytes to decide whether, and the bytes of that number to decide what. */
  const rolling = (high: number, low: number, number = 0): Ports => ({
    ...stage.ports,
    randomBytes: (count) =>
      count === 2
        ? Uint8Array.of(high, low)
        : count === seedBytes
          ? bytesOf(number)
          : stage.ports.randomBytes(count),
  });
  const ref = (caseId = held) => ({ tenantId: 'clinic', caseId });
  const queue = async () =>
    ((await stage.as(people.vera, 'listReviews')).body as { items: { caseId: string }[] }).items.map(
      ({ caseId }) => caseId,
    );

  it.each([
    [0, 0, 1],
    [127, 255, 1],
    [128, 0, 0],
    [255, 255, 0],
  ])('one joins the queue for a share of them: %i %i', async (high, low, made) => {
    const before = await queue();
    const row = await stage.ports.cases.get(ref());
    expect(await seedHeld(rolling(high, low))(ref())).toEqual({ made, unfit: 0 });
    const joined = (await queue()).filter((caseId) => !before.includes(caseId));
    expect(joined).toHaveLength(made);
    // The real case is what it was.
    expect(await stage.ports.cases.get(ref())).toEqual(row);
    for (const caseId of joined)
      expect(await stage.ports.cases.get(ref(caseId))).toMatchObject({
        status: 'held',
        policy: { id: 'healthcare' },
        seed: { by: 'automatic' },
      });
  });

  it('one and no second, however often and however many at once it is told', async () => {
    const before = (await queue()).length;
    const told = () => seedHeld(rolling(0, 0))(ref());
    const counts = await Promise.all([told(), told(), told()]);
    expect(counts.reduce((sum, { made }) => sum + made, 0)).toBe(1);
    expect(await told()).toEqual({ made: 0, unfit: 0 });
    expect(await queue()).toHaveLength(before + 1);
  });

  it('none for a test case, for a case that is not there, and for another tenant’s', async () => {
    await seedHeld(rolling(0, 0))(ref());
    const { caseId } = stage.events[0]!;
    for (const other of [ref(caseId), ref(people.rosa.subject), { ...ref(), tenantId: 'bank' }])
      expect(await seedHeld(rolling(0, 0))(other)).toEqual({ made: 0, unfit: 0 });
  });

  it.each(Array.from({ length: 12 }, (_, number) => number))(
    'one that reviewers can come to the answer of (%i), and are told',
    async (number) => {
      expect(await seedHeld(rolling(0, 0, number))(ref())).toEqual({ made: 1, unfit: 0 });
      const { caseId } = stage.events[0]!;
      const { expected } = (await stage.ports.cases.get(ref(caseId)))!.seed!;
      const params = { caseId };
      // Whoever is a lead may review it too: nobody made it.
      await stage.as(people.sofia, 'claimReview', { params });
      const { body } = await stage.as(people.sofia, 'readReview', { params });
      const { revision, digest, approvable } = body as {
        revision: string;
        digest: string;
        approvable: boolean;
      };
      expect(approvable || expected === 'refuse').toBe(true);
      expect(JSON.stringify(body)).not.toMatch(
        /Ashgrove|Thornbury|Lindgren|Calloway|Hartwell|Pemberton|Winslow/,
      );
      const decision = expected === 'approve' ? 'approve' : 'reject';
      const decided = await stage.as(people.sofia, 'decideReview', {
        params,
        body: { revision, digest, decision, reason: 'other' },
      });
      expect(decided.body).toMatchObject({ test: { expected, right: true } });
    },
  );

  it('on the laptop as soon as it is held, until that is stopped', async () => {
    const reported: unknown[] = [];
    const before = (await queue()).length;
    const ports = { ...stage.ports, ...rolling(0, 0), events: stage.ports.events };
    const stop = startSeeding(ports, (...told) => reported.push(told));
    await stage.ports.notify({ ...ref(), kind: 'reminded', at: 0 });
    await stage.ports.notify({ ...ref(), kind: 'held', at: 0 });
    await stop();
    await stage.ports.notify({ ...ref(await stage.submit()), kind: 'held', at: 0 });
    expect(await queue()).toHaveLength(before + 1);
    expect(reported).toEqual([]);
  });

  it('on AWS by an announcement on the bus, which names a case or is refused', async () => {
    const work = ofAnnouncedCase(seedHeld)(rolling(0, 0));
    expect(await work({ 'detail-type': 'held', detail: { ...ref(), at: 1 } })).toEqual({ made: 1, unfit: 0 });
    for (const event of [{}, { detail: { tenantId: 'clinic' } }, { detail: { ...ref(), caseId: 'x' } }])
      await expect(work(event)).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('a policy', () => {
  const policy = (testCases: unknown) =>
    PolicySchema.safeParse({ ...healthcare, review: { ...healthcare.review, testCases } });

  it('wants no test cases unless it says so, and none is made', async () => {
    expect(PolicySchema.parse(healthcare).review).not.toHaveProperty('testCases');
    const stage = await openStage();
    const caseId = await stage.submit();
    await stage.hold(caseId);
    const ports: Ports = { ...stage.ports, randomBytes: (count) => new Uint8Array(count) };
    expect(await seedHeld(ports)({ tenantId: 'clinic', caseId })).toEqual({ made: 0, unfit: 0 });
    stage.close();
  });

  it.each([
    [{ percent: 51, about: 'care' }],
    [{ percent: -1, about: 'care' }],
    [{ percent: 5 }],
    [{ percent: 5, about: 'weather' }],
  ])('may not want %j', (testCases) => expect(policy(testCases).success).toBe(false));

  it('may not want any where no clean answer is held: reviewers could tell them from real ones', () => {
    const wanted = { percent: 5, about: 'care' };
    expect(policy(wanted).success).toBe(true);
    const { error } = PolicySchema.safeParse({
      ...healthcare,
      samplePercent: 0,
      review: { ...healthcare.review, testCases: wanted },
    });
    expect(error?.issues).toMatchObject([{ path: ['review', 'testCases'] }]);
  });
});
