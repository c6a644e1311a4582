// SPDX-License-Identifier: Apache-2.0
import { fits, waitSeconds, windowMs } from '../../lambdas/api/admission.ts';
import type { WindowUse } from '../../lambdas/ports.ts';
import { random } from '../../training/random.ts';
import { percentile } from '../percentiles.ts';
import { bounds, type QuotaName, quotas } from './capacity.ts';
import { eventQueue } from './event-queue.ts';
import type { Effort, Load } from './load.ts';
import { usagePerRequest } from './usage.ts';

/** Share of a day's requests that arrive in each hour: an office day with a dent at noon. */
export const officeDay = [
  0.4, 0.3, 0.2, 0.2, 0.3, 0.6, 1.5, 4, 8, 10.5, 11, 9.5, 7, 8.5, 10, 9.5, 7.5, 4.5, 2.5, 1.5, 1, 0.7, 0.4,
  0.4,
] as const;
/** Tenants and their shares: one is loud. */
const tenants = [
  ['large', 0.7],
  ['middle', 0.2],
  ['small', 0.1],
] as const;

/** Seconds that a state takes when nothing is short: median, and how far the slow ones are off (log-normal sigma). */
const states = [
  { name: 'Deidentify', median: 0.25, sigma: 0.3 },
  { name: 'ScreenPrompt', median: 0.3, sigma: 0.4 },
  { name: 'InvokeModel', median: 4, sigma: 0.5 },
  { name: 'RescanAnswer', median: 0.5, sigma: 0.4 },
  { name: 'ArchiveTranscript', median: 0.3, sigma: 0.3 },
  { name: 'ReleaseAnswer', median: 0.15, sigma: 0.3 },
] as const;
/** As in the workflow: 1 s, doubled, at most 30 s, full jitter; after two retries the steps hold the case instead. */
const retry = { first: 1, most: 30, patience: 2 };
/** How often a caller comes back after a 429 before it gives up. */
const callerPatience = 6;

type Needs = Readonly<Partial<Record<QuotaName, number>>>;
type Going = {
  tenant: string;
  arrived: number;
  accepted: number;
  state: number;
  attempt: number;
  refused: number;
};
export type Hour = { offered: number; released: number; held: number; refused: number; throttled: number };
export type Day = Readonly<{
  hours: readonly Hour[];
  /** Seconds from acceptance to release, and from the caller's first try. */
  p50: number;
  p99: number;
  p99FirstTry: number;
  /** Most cases under way at once. */
  mostAtOnce: number;
  /** Share of each tenant's requests that ended released. */
  served: Readonly<Record<string, number>>;
}>;

/** What each state takes of the quotas, for one request. */
function needsOf(load: Load, effort: Effort): readonly Needs[] {
  const usage = usagePerRequest(load, effort);
  const prompt = Math.ceil((load.prompt + load.documents) / 1000);
  const answer = Math.ceil(load.answer / 1000);
  const fresh = load.prompt + load.documents - load.prompt * load.history;
  const guarded = (units: number): Needs => ({
    guardrailCalls: 1,
    guardrailContent: units,
    guardrailTopics: units,
    guardrailPii: units,
  });
  const checks: Needs = effort.checks ? { checksCalls: 1 } : {};
  return [
    { phiCharacters: fresh * effort.medicalPrompt, ...checks },
    guarded(prompt),
    {},
    {
      phiCharacters: load.answer * effort.medicalAnswer,
      guardrailGrounding: usage.guardrailGrounding ?? 0,
      ...checks,
      ...guarded(answer),
    },
    {},
    {},
  ];
}

/** Token buckets that hold a second's worth: how AWS throttles. Takes all that a state needs, or nothing. */
function buckets() {
  const level = new Map<QuotaName, { left: number; at: number }>();
  return (at: number, needs: Needs): boolean => {
    const wanted = (Object.entries(needs) as [QuotaName, number][]).filter(([, need]) => need > 0);
    const states = wanted.map(([quota, need]) => {
      const rate = quotas[quota].perSecond ?? Infinity;
      const last = level.get(quota) ?? { left: rate, at };
      return { quota, need, left: Math.min(rate, last.left + (at - last.at) * rate) };
    });
    const enough = states.every(
      ({ need, left }) => left >= Math.min(need, quotas.phiCharacters.perSecond ?? need),
    );
    for (const { quota, need, left } of states) level.set(quota, { left: enough ? left - need : left, at });
    return enough;
  };
}

/** `hours`: only what arrives from one hour to another. */
type Options = Readonly<{ seed?: number; admission?: boolean; hours?: readonly [number, number] }>;

/**
 * A day of `load.requests / 30` requests through one account, event by event: quotas as token buckets, the workflow's
 * own retries, holds where a detector stays throttled, admission control with callers that come back. The same seed
 * gives the same day.
 */
export function simulate(
  load: Load,
  effort: Effort,
  { seed = 1, admission = true, hours: [from, to] = [0, 24] }: Options = {},
): Day {
  const chance = random(seed);
  const events = eventQueue<Going>();
  const take = buckets();
  const needs = needsOf(load, effort);
  const length = load.prompt + load.documents;
  const limit = (bounds(load, effort)[0]?.requestsPerSecond ?? Infinity) * 0.9 * length * (windowMs / 1000);
  const windows = new Map<number, Record<string, WindowUse>>();
  const hours: Hour[] = officeDay.map(() => ({ offered: 0, released: 0, held: 0, refused: 0, throttled: 0 }));
  const hourOf = (at: number) => hours[Math.min(23, Math.floor(at / 3600))] as Hour;
  const [took, sinceFirst]: [number[], number[]] = [[], []];
  const ended: Record<string, { all: number; released: number }> = {};
  let [underWay, mostAtOnce] = [0, 0];

  const lasting = ({ median, sigma }: { median: number; sigma: number }) =>
    // Box and Muller: a normal deviate of two even ones.
    median *
    Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next()));
  const end = (going: Going, released: boolean) => {
    const row = (ended[going.tenant] ??= { all: 0, released: 0 });
    row.all += 1;
    row.released += Number(released);
  };
  const letIn = (at: number, going: Going): boolean => {
    if (!admission) return true;
    const window = Math.floor((at * 1000) / windowMs);
    const now = windows.get(window) ?? {};
    windows.set(window, now);
    windows.delete(window - 2);
    const { used, asked, requests } = now[going.tenant] ?? { used: 0, asked: 0, requests: 0 };
    const mine = { used: used + length, asked: asked + length, requests: requests + 1 };
    const before = windows.get(window - 1) ?? {};
    if (fits(limit, going.tenant, { ...now, [going.tenant]: mine }, before)) {
      now[going.tenant] = mine;
      return true;
    }
    now[going.tenant] = { used, asked: mine.asked, requests };
    going.refused += 1;
    if (going.refused > callerPatience) {
      hourOf(at).refused += 1;
      end(going, false);
    } else {
      const count = new Set([...Object.keys(now), ...Object.keys(before)]).size;
      events.add(at + waitSeconds(at * 1000, limit, mine, count) + chance.next(), going);
    }
    return false;
  };

  const perDay = load.requests / 30;
  const weights = officeDay.reduce<number>((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of [...officeDay.entries()].slice(from, to))
    for (let left = (perDay * weight) / weights; chance.next() < left; left -= 1) {
      const at = (hour + chance.next()) * 3600;
      const lot = chance.next();
      const tenant = lot < tenants[0][1] ? 'large' : lot < tenants[0][1] + tenants[1][1] ? 'middle' : 'small';
      events.add(at, { tenant, arrived: at, accepted: -1, state: 0, attempt: 0, refused: 0 });
      hourOf(at).offered += 1;
    }

  for (let due = events.next(); due !== undefined; due = events.next()) {
    const { at, event: going } = due;
    if (going.accepted < 0) {
      if (!letIn(at, going)) continue;
      going.accepted = at;
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
    }
    const state = states[going.state];
    if (state === undefined) {
      hourOf(at).released += 1;
      took.push(at - going.accepted);
      sinceFirst.push(at - going.arrived);
      underWay -= 1;
      end(going, true);
    } else if (take(at, needs[going.state] ?? {})) {
      going.state += 1;
      going.attempt = 0;
      events.add(at + lasting(state), going);
    } else {
      hourOf(at).throttled += 1;
      going.attempt += 1;
      if (going.attempt > retry.patience) {
        hourOf(at).held += 1;
        underWay -= 1;
        end(going, false);
      } else {
        const longest = Math.min(retry.most, retry.first * 2 ** (going.attempt - 1));
        events.add(at + chance.next() * longest, going);
      }
    }
  }
  return {
    hours,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    p99FirstTry: percentile(sinceFirst, 0.99),
    mostAtOnce,
    served: Object.fromEntries(
      tenants.map(([name]) => [name, (ended[name]?.released ?? 0) / Math.max(1, ended[name]?.all ?? 0)]),
    ),
  };
}
