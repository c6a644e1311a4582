// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Effort, Load } from './load.ts';
import file from './quotas.json' with { type: 'json' };
import { transitionsPerCase, usagePerRequest } from './usage.ts';

const Quota = z.strictObject({
  service: z.string(),
  what: z.string(),
  perSecond: z.number().positive().optional(),
  atOnce: z.number().positive().optional(),
  source: z.string(),
});
export const quotaFile = z
  .strictObject({ read: z.iso.date(), note: z.string(), quotas: z.record(z.string(), Quota) })
  .parse(file);
export type QuotaName = keyof typeof file.quotas;
export const quotas = quotaFile.quotas as Readonly<Record<QuotaName, z.infer<typeof Quota>>>;

/** Seconds that a case's functions run for, all together, most of them waiting for the model. */
const secondsPerCase = 9;
/** DetectPHI takes 20,000 characters a call; the adapter stays below. */
const phiPiece = 18_000;
const callsFor = (characters: number, piece: number) => Math.ceil(characters / piece);

/** What one request takes of each quota, in the quota's own unit. */
export function demand(load: Load, effort: Effort): Readonly<Record<QuotaName, number>> {
  const usage = usagePerRequest(load, effort);
  const prompt = load.prompt + load.documents;
  return {
    phiCharacters: (usage.detectPhi ?? 0) * 100,
    phiCalls:
      callsFor(prompt, phiPiece) * effort.medicalPrompt +
      callsFor(load.answer, phiPiece) * effort.medicalAnswer,
    guardrailCalls: callsFor(prompt, 20_000) + callsFor(load.answer, 20_000),
    guardrailContent: usage.guardrailContent ?? 0,
    guardrailTopics: usage.guardrailTopics ?? 0,
    guardrailPii: usage.guardrailPii ?? 0,
    guardrailGrounding: usage.guardrailGrounding ?? 0,
    checksCalls: effort.checks ? callsFor(prompt, 16_000) + callsFor(load.answer, 16_000) : 0,
    transitions: transitionsPerCase,
    executions: 1,
    kmsCalls: usage.kmsCall ?? 0,
    lambdaConcurrency: secondsPerCase,
  };
}

export type Bound = Readonly<{ quota: QuotaName; requestsPerSecond: number }>;

/** How many requests a second each quota allows; the tightest first. */
export function bounds(load: Load, effort: Effort): Bound[] {
  const needed = demand(load, effort);
  return (Object.keys(quotas) as QuotaName[])
    .filter((quota) => needed[quota] > 0)
    .map((quota) => {
      const { perSecond, atOnce } = quotas[quota];
      return { quota, requestsPerSecond: (perSecond ?? atOnce ?? Infinity) / needed[quota] };
    })
    .sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
}
