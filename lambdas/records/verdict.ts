// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type ReasonCode, reasonCodes } from './reason.ts';

export const verdicts = ['pass', 'hold', 'block'] as const;
export type VerdictCode = (typeof verdicts)[number];

/** Where in the text a check saw what it reports: offsets only (UTF-16), never the text. */
export const EvidenceSchema = z.strictObject({
  /** Index of the text slot (records/slots.ts); 0 for an answer. */
  slot: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const ReasonSchema = z.strictObject({
  code: z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]),
  evidence: z.array(EvidenceSchema).max(64).default([]),
});

/** What a check concludes. A check that throws, times out or was cut short is `hold`, never `pass`. */
export const VerdictSchema = z.strictObject({
  verdict: z.enum(verdicts),
  reasons: z.array(ReasonSchema).max(256),
});

export type Evidence = Readonly<z.infer<typeof EvidenceSchema>>;
export type Reason = Readonly<z.infer<typeof ReasonSchema>>;
export type Verdict = Readonly<z.infer<typeof VerdictSchema>>;

const order: Readonly<Record<VerdictCode, number>> = { pass: 0, hold: 1, block: 2 };

/** The strictest of several verdicts, with the reasons of all. No verdict at all is `hold`: nothing was checked. */
export function strictest(all: readonly Verdict[]): Verdict {
  if (all.length === 0) return { verdict: 'hold', reasons: [{ code: 'check-failed', evidence: [] }] };
  const verdict = all.reduce<VerdictCode>(
    (worst, next) => (order[next.verdict] > order[worst] ? next.verdict : worst),
    'pass',
  );
  return { verdict, reasons: all.flatMap((each) => each.reasons) };
}
