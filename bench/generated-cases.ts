// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { IdentifierType } from '../lambdas/records/identifier.ts';
import { canonicalJson } from '../lambdas/records/digest.ts';
import type { Transcript } from '../lambdas/records/transcript.ts';
import type { Source } from '../local/catalogue/source.ts';

export type Generated = Readonly<{ count: number; tenantId: string; from: number; days: number }>;

const day = 86_400_000;
const types: readonly IdentifierType[] = ['NAME', 'DATE', 'MRN', 'PHONE', 'STREET', 'EMAIL', 'SSN', 'ZIP'];
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
const requesters = Array.from({ length: 400 }, (_, index) => digestOf(`requester ${index}`));
const reviewers = Array.from({ length: 12 }, (_, index) => `reviewer-${index}`);
const policies = ['healthcare', 'finance'].map((id) => ({
  id,
  version: '1',
  hash: createHash('sha256').update(id).digest('hex'),
}));

/** Numbers in 0..1 that are the same every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
/** A UUIDv7 of that millisecond (RFC 9562). */
export function idAt(time: number, next: () => number): string {
  const stamp = hex(time, 12);
  const random = () => hex(Math.floor(next() * 0x10000), 4);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${random().slice(1)}-8${random().slice(1)}-${random()}${random()}${random()}`;
}

/** Records of made-up cases of one day, in the order of their time: the same every time. */
function* generatedDay(
  { tenantId, from }: Pick<Generated, 'tenantId' | 'from'>,
  place: number,
  count: number,
): Generator<Transcript> {
  const next = numbers(place * 1_000_003 + count);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  for (let index = 0; index < count; index += 1) {
    const acceptedAt = from + place * day + Math.floor((index * day) / count);
    const chance = next();
    const caseId = idAt(acceptedAt, next);
    const isHeld = chance < 0.12;
    const failed = chance > 0.99;
    const outcome = failed ? 'failed' : chance < 0.02 ? 'rejected' : chance > 0.97 ? 'blocked' : 'released';
    const waited = Math.floor(next() * 7_200_000);
    const reviewer = one(reviewers);
    const findings = Array.from({ length: Math.floor(next() * 6) }, (_, at) => ({
      slot: 0,
      type: one(types),
      start: at * 20,
      end: at * 20 + 10,
      score: 0.9,
      because: { detector: 'generated', pattern: 'none' },
    }));
    const counts: Partial<Record<IdentifierType, number>> = {};
    for (const { type } of findings) counts[type] = (counts[type] ?? 0) + 1;
    const digest = digestOf(caseId);
    yield {
      schema: 'airlock.record/1',
      tenantId,
      caseId,
      conversationId: caseId,
      owner: one(requesters),
      requester: one(requesters),
      outcome,
      ...(failed ? { error: 'Unavailable' } : {}),
      acceptedAt,
      closedAt: acceptedAt + 2000 + (isHeld ? waited : 0),
      policy: one(policies),
      detectors: {
        prompt: ['recognizers', 'tagger'],
        answer: ['recognizers'],
        failed: failed ? ['tagger'] : [],
      },
      dropped: 0,
      findings: { prompt: findings, answer: [] },
      counts,
      promptVerdict: isHeld
        ? { verdict: 'hold', reasons: ['uncertain-detection'] }
        : { verdict: 'pass', reasons: [] },
      ...(failed ? {} : { answerVerdict: { verdict: 'pass', reasons: [] } }),
      reviews: isHeld
        ? [
            {
              side: 'prompt',
              revision: digest.slice(0, 22),
              digest,
              reasons: ['uncertain-detection'],
              openedAt: acceptedAt + 1000,
              stage: 0,
              editedBy: [],
              approvals: outcome === 'rejected' ? [] : [{ by: reviewer, at: acceptedAt + 1000 + waited }],
              reveals:
                next() < 0.2
                  ? [
                      {
                        by: reviewer,
                        at: acceptedAt + 1500,
                        placeholder: 'NAME_1_7K',
                        reason: 'check-detection',
                      },
                    ]
                  : [],
              decided: {
                decision: outcome === 'rejected' ? 'reject' : 'approve',
                by: reviewer,
                at: acceptedAt + 1000 + waited,
                reason: 'safe-as-shown',
                revision: digest.slice(0, 22),
              },
            },
          ]
        : [],
      ...(failed
        ? {}
        : {
            model: {
              id: 'stand-in',
              stopReason: 'end',
              inputTokens: 200 + Math.floor(next() * 800),
              outputTokens: 150,
            },
          }),
      digests: { request: digest, ...(outcome === 'released' ? { delivered: digest } : {}) },
      retention: { mode: 'COMPLIANCE', until: acceptedAt + 2200 * day },
    };
  }
}

/**
 * Records of made-up cases over some days: nobody's, of no pipeline, but with everything that questions look at. Holds
 * none of them.
 */
export function* generatedCases(generated: Generated): Generator<Transcript> {
  const { count, days } = generated;
  for (let place = 0; place < days; place += 1)
    yield* generatedDay(
      generated,
      place,
      Math.floor(((place + 1) * count) / days) - Math.floor((place * count) / days),
    );
}

/** The same as what a catalogue is made from, without an archive: a day at a time. */
export function generatedSource(generated: Generated): Source {
  const { count, days, from } = generated;
  const dayAt = (place: number) => new Date(from + place * day).toISOString().slice(0, 10);
  let made: { day: string; records: Map<string, Uint8Array> } | undefined;
  const recordsOf = (wanted: string): Map<string, Uint8Array> => {
    if (made?.day === wanted) return made.records;
    const place = Math.round((Date.parse(wanted) - from) / day);
    const many = Math.floor(((place + 1) * count) / days) - Math.floor((place * count) / days);
    const records = new Map<string, Uint8Array>();
    for (const record of generatedDay(generated, place, many))
      records.set(record.caseId, Buffer.from(canonicalJson(record)));
    made = { day: wanted, records };
    return records;
  };
  return {
    days: async () =>
      Object.fromEntries(Array.from({ length: days }, (_, place) => [dayAt(place), 'generated'])),
    ids: async ({ kind, day: wanted }) => (kind === 'record' ? [...recordsOf(wanted).keys()] : []),
    read: async ({ kind, day: wanted }, id) => (kind === 'record' ? recordsOf(wanted).get(id) : undefined),
  };
}
