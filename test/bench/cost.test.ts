// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { bill, total } from '../../bench/cost/bill.ts';
import { bounds } from '../../bench/cost/capacity.ts';
import { eventQueue } from '../../bench/cost/event-queue.ts';
import { type Effort, full, type Load } from '../../bench/cost/load.ts';
import { priceFile, prices } from '../../bench/cost/prices.ts';
import { report } from '../../bench/cost/report.ts';
import { simulate } from '../../bench/cost/simulate.ts';
import { usagePerRequest } from '../../bench/cost/usage.ts';

const load: Load = { requests: 1e6, prompt: 2000, answer: 2000, documents: 0, history: 0 };
const economy: Effort = { name: 'economy', medicalPrompt: 0.2, medicalAnswer: 0.1, checks: true };
const perThousand = (effort: Effort, of = load) => total(bill(usagePerRequest(of, effort), 1000));
const costOf = (service: string, effort: Effort, of = load) =>
  bill(usagePerRequest(of, effort), 1000).find((row) => row.service === service)?.usd ?? 0;

describe('a thousand requests of 2,000 and 2,000 characters', () => {
  it('cost about 68 USD when both sides are scanned in full, four fifths of it DetectPHI', () => {
    expect(perThousand(full)).toBeGreaterThan(66);
    expect(perThousand(full)).toBeLessThan(71);
    expect(costOf('Comprehend Medical', full)).toBeCloseTo(56);
  });
  it('cost at most 25 USD by the economy', () => expect(perThousand(economy)).toBeLessThanOrEqual(25));
  it('cost more than 25 USD where the economy asks about every second text after all', () =>
    expect(perThousand({ ...economy, medicalPrompt: 0.5, medicalAnswer: 0.5 })).toBeGreaterThan(25));
  it('cost less DetectPHI by the history that was asked about before', () =>
    expect(costOf('Comprehend Medical', full, { ...load, history: 0.5 })).toBeCloseTo(42));
});

describe('what is billed', () => {
  it.each([
    ['characters by the hundred, rounded up', { ...load, prompt: 101, answer: 1 }, 'detectPhi', 3],
    ['text units by the thousand, rounded up', { ...load, prompt: 1001, answer: 1 }, 'guardrailContent', 3],
    ['grounding by source, query and answer', { ...load, documents: 5000 }, 'guardrailGrounding', 8],
  ] as const)('%s', (_what, of, name, expected) => expect(usagePerRequest(of, full)[name]).toBe(expected));

  it('has a price with its source, and says which nobody has checked', () => {
    for (const name of Object.keys(usagePerRequest(load, economy)))
      expect(prices[name as keyof typeof prices]).toMatchObject({
        source: expect.stringContaining('aws.amazon.com'),
      });
    expect(priceFile.read).toMatch(/^2026-/);
    expect(Object.values(prices).some(({ kind }) => kind === 'unverified')).toBe(true);
  });
});

describe('quotas', () => {
  it('bind first at the characters of DetectPHI: ten requests a second', () => {
    expect(bounds(load, full)[0]).toEqual({ quota: 'phiCharacters', requestsPerSecond: 10 });
  });
  it('bind later by the economy', () => {
    const [first] = bounds(load, economy);
    expect(first?.quota).not.toBe('phiCharacters');
    expect(first?.requestsPerSecond).toBeGreaterThan(10);
  });
});

describe('a simulated day', () => {
  const sum = (day: ReturnType<typeof simulate>, what: 'offered' | 'released' | 'held' | 'refused') =>
    day.hours.reduce((added, hour) => added + hour[what], 0);
  const busy = { ...load, requests: 1.2e7 };
  const peak = { hours: [10, 11] } as const;

  it('releases everything where nothing is short', () => {
    const day = simulate({ ...load, requests: 1e5 }, full);
    expect([sum(day, 'released'), sum(day, 'held'), sum(day, 'refused')]).toEqual([
      sum(day, 'offered'),
      0,
      0,
    ]);
    expect(day.p99).toBeLessThan(30);
  });
  it('is the same for the same seed, and another for another', () => {
    const of = { ...load, requests: 1e5 };
    expect(simulate(of, full, { seed: 7 })).toEqual(simulate(of, full, { seed: 7 }));
    expect(simulate(of, full, { seed: 7 })).not.toEqual(simulate(of, full, { seed: 8 }));
  });
  it('beyond the quotas holds cases for people, unless the door refuses first', () => {
    const [without, withIt] = [false, true].map((admission) => simulate(busy, full, { admission, ...peak }));
    expect(sum(without!, 'held')).toBeGreaterThan(100);
    expect(sum(withIt!, 'held')).toBe(0);
    expect(sum(withIt!, 'refused')).toBeGreaterThan(0);
  });
  it('serves a small tenant whole beside a loud one', () => {
    const [without, withIt] = [false, true].map((admission) => simulate(busy, full, { admission, ...peak }));
    expect(withIt!.served['small']).toBeGreaterThan(0.99);
    expect(without!.served['small']).toBeLessThan(withIt!.served['small']!);
  });
  it('loses no request: each is released, held or has given up', () => {
    const day = simulate(busy, full, peak);
    expect(sum(day, 'released') + sum(day, 'held') + sum(day, 'refused')).toBe(sum(day, 'offered'));
  });
});

it('events come soonest first', () => {
  const queue = eventQueue<number>();
  const times = [5, 3, 9, 1, 1, 7, 2, 8, 0, 4];
  for (const at of times) queue.add(at, at);
  const out: number[] = [];
  for (let next = queue.next(); next !== undefined; next = queue.next()) out.push(next.event);
  expect(out).toEqual([...times].sort((a, b) => a - b));
});

it('the report has its figures twice: as tables, and for machines', () => {
  const { tables, figures } = report(
    { ...load, requests: 3e4 },
    { askedPrompt: 0.2, askedAnswer: 0.1, seed: 1 },
  );
  expect(tables.map(({ title }) => title)).toHaveLength(4);
  expect(figures.perThousand['economy']).toBeLessThanOrEqual(25);
});
