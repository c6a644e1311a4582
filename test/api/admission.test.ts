// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from '@jest/globals';
import { admit, fits, waitSeconds, windowMs } from '../../lambdas/api/admission.ts';
import { Failure } from '../../lambdas/failures.ts';
import type { Problem } from '../../lambdas/api/problems.ts';
import type { WindowUse } from '../../lambdas/ports.ts';
import { intakeFrom, openIntake } from '../../local/intake.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { fc } from '../seeded.ts';

const use = (used: number, asked = used, requests = 2): WindowUse => ({ used, asked, requests });

describe('a window that tenants share', () => {
  it.each<[string, boolean, Record<string, WindowUse>, Record<string, WindowUse>]>([
    ['lets one tenant alone have all of it', true, { a: use(1000) }, {}],
    ['and no more', false, { a: use(1001) }, {}],
    ['lets one long request through alone, however long', true, { a: use(5000, 5000, 1) }, {}],
    ['but not beside others', false, { a: use(5000, 5000, 1), b: use(10) }, {}],
    ['keeps free what another asked for before', false, { a: use(600) }, { b: use(0, 900) }],
    ['as far as that one’s even share, no further', true, { a: use(500) }, { b: use(0, 900) }],
    ['and only what that one asked for', true, { a: use(900) }, { b: use(0, 100) }],
    ['gives one within its share what the greedy left', true, { a: use(400), b: use(600) }, {}],
    ['but not what is not there', false, { a: use(400), b: use(700) }, {}],
  ])('%s', (_what, expected, now, before) => expect(fits(1000, 'a', now, before)).toBe(expected));

  it('is never overdrawn by requests that are shorter than it, and starves nobody', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ tenant: fc.constantFrom('a', 'b', 'c'), length: fc.integer({ min: 1, max: 900 }) }),
          {
            minLength: 50,
            maxLength: 200,
          },
        ),
        async (requests) => {
          const intake = openIntake(1000);
          const capacity = (1000 * windowMs) / 1000;
          let clock = 0;
          for (let window = 0; window < 6; window += 1) {
            const letIn: Record<string, number> = {};
            const asked: Record<string, number> = {};
            clock = window * windowMs;
            // `c` is modest; the others ask again and again.
            for (const { tenant, length } of [...requests, ...requests]) {
              asked[tenant] = (asked[tenant] ?? 0) + length;
              await admit({ intake, clock: () => clock }, tenant, length).then(
                () => (letIn[tenant] = (letIn[tenant] ?? 0) + length),
                () => undefined,
              );
            }
            const total = Object.values(letIn).reduce((sum, each) => sum + each, 0);
            expect(total).toBeLessThanOrEqual(capacity);
            // From the second window on, everybody gets what they asked for or (nearly) their even share.
            const share = capacity / Object.keys(asked).length;
            if (window > 0)
              for (const [tenant, wanted] of Object.entries(asked))
                expect(letIn[tenant] ?? 0).toBeGreaterThanOrEqual(Math.min(wanted, share) - 900);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says how long to wait: to its end, and a window for each that was overdrawn', () => {
    expect(waitSeconds(0, 1000, use(100), 1)).toBe(2);
    expect(waitSeconds(1_500, 1000, use(100), 1)).toBe(1);
    expect(waitSeconds(1_500, 1000, use(1000, 3500), 1)).toBe(5);
    expect(waitSeconds(1_500, 1000, use(1000, 3500), 2)).toBe(13);
    expect(waitSeconds(0, 1000, use(0, 1e9), 2)).toBe(62);
  });
});

describe('a request beyond the quotas', () => {
  let airlock: TestAirlock;
  afterEach(() => airlock.close());
  const body = (content: string) => ({ policy: 'healthcare', messages: [{ role: 'user', content }] });

  it('is refused with 429 and Retry-After before anything of it is kept', async () => {
    let now = 1_800_000_000_000;
    airlock = await openTestAirlock({
      models: scripted('Fine.'),
      clock: () => now,
      environment: { ...process.env, AIRLOCK_CHARACTERS_PER_SECOND: '50' },
    });
    const say = (content: string) => airlock.call('createRequest', people.nora, { body: body(content) });
    expect((await say('x '.repeat(40))).status).toBe(202);
    const refused = await say('y '.repeat(40));
    expect([refused.status, refused.headers?.['retry-after']]).toEqual([429, '2']);
    expect(refused.body).toMatchObject({ code: 'throttled' });
    now += windowMs;
    expect((await say('y '.repeat(40))).status).toBe(202);
  });
});

it('nothing is limited where nothing is set, and nonsense is refused at the start', async () => {
  expect(intakeFrom({})).toEqual({});
  await expect(admit({ clock: () => 0 }, 'a', 1e9)).resolves.toBeUndefined();
  for (const wrong of ['0', '-1', 'many'])
    expect(() => intakeFrom({ AIRLOCK_CHARACTERS_PER_SECOND: wrong })).toThrow('must be a number above 0');
});

it('an intake that cannot count refuses, rather than let everything in', async () => {
  const intake = { ...openIntake(10), take: async () => Promise.reject(new Error('down')) };
  const thrown = await admit({ intake, clock: () => 0 }, 'a', 1).catch((error: unknown) => error as Problem);
  expect(thrown).toBeInstanceOf(Error);
});

it('gives back what it counted when it cannot be told what the tenant may ask', async () => {
  const intake = openIntake(10);
  const clock = () => 0;
  const down = { ...intake, mayAsk: async () => Promise.reject(new Failure('Throttled')) };
  await expect(admit({ intake: down, clock }, 'a', 15)).rejects.toMatchObject({ name: 'Throttled' });
  await expect(admit({ intake, clock }, 'b', 15)).resolves.toBeUndefined();
});
