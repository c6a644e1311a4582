// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { archiveKey, type Transcript, TranscriptSchema } from '../../lambdas/records/transcript.ts';
import { productVersion } from '../../lambdas/version.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';

// Whole pipelines, each on a folder of its own: slow where much else runs.
jest.setTimeout(60_000);

let airlock: TestAirlock;
afterEach(() => airlock.remove());
const answer = (shown: string) =>
  shown.includes('lisinopril') ? 'Take 20 mg of lisinopril twice a day.' : 'The cough is better.';
const open = async () => (airlock = await openTestAirlock({ models: scripted(answer) }));
const recordOf = async (caseId: string): Promise<Transcript> => {
  const object = await airlock.ports.archive.get(archiveKey('record', { tenantId: 'clinic', caseId }));
  return TranscriptSchema.parse(JSON.parse(Buffer.from(object!.bytes).toString()));
};
const entered = (caseId: string): number =>
  airlock.machine.history(caseId, { limit: 1000 }).events.filter(({ type }) => type.endsWith('StateEntered'))
    .length;

const cough = 'Summarise for Mrs. Anna Kowalska: a cough for three weeks.';
const dose = 'How much lisinopril should Mrs. Anna Kowalska take?';
const language =
  'Können Sie mir bitte diesen Brief kurz zusammenfassen? Die Patientin wurde wegen anhaltender Schmerzen im Rücken bei uns aufgenommen, und wir haben mit ihr besprochen, dass sie sich noch einmal bei uns vorstellt, wenn es nicht besser wird.';
const inEnglish = {
  decision: 'edit',
  reason: 'content-corrected',
  edit: { messages: [{ role: 'user', content: 'Summarise: a cough for three weeks.' }] },
};

type Decide = (caseId: string) => Promise<unknown>;
const decide =
  (...steps: Record<string, unknown>[]): Decide =>
  async (caseId) => {
    const reviewers = [people.rita, people.ravi];
    for (const [index, step] of steps.entries()) await airlock.decide(caseId, step, reviewers[index % 2]);
  };
const edited = { decision: 'edit', reason: 'content-corrected', edit: { text: 'Please ask your doctor.' } };

describe('the record', () => {
  it.each<[string, string, Decide, string]>([
    ['a clean case', cough, decide(), 'released'],
    ['an answer that was approved', dose, decide({ decision: 'approve' }), 'released'],
    [
      'an answer that was rejected',
      dose,
      decide({ decision: 'reject', reason: 'unsafe-advice' }),
      'rejected',
    ],
    [
      'an answer that was looked at again and rejected',
      dose,
      decide({ decision: 'retry', reason: 'checks-again' }, { decision: 'reject', reason: 'unsafe-advice' }),
      'rejected',
    ],
    [
      'a prompt that was rejected',
      language,
      decide({ decision: 'reject', reason: 'out-of-scope' }),
      'rejected',
    ],
    [
      'a prompt that was edited, and its edit approved',
      language,
      decide(inEnglish, { decision: 'approve' }),
      'released',
    ],
    [
      'an answer that was edited, and its edit approved',
      dose,
      decide(edited, { decision: 'approve' }),
      'released',
    ],
  ])('says how many states %s entered, as its history has it', async (_what, prompt, then, outcome) => {
    await open();
    const { caseId } = await airlock.submit(prompt);
    await then(caseId);
    const record = await recordOf(caseId);
    expect(record.outcome).toBe(outcome);
    expect(record.usage?.stateTransitions).toBe(entered(caseId));
  });

  it('says what looked at the texts, what was read, what it cost, and what was delivered', async () => {
    await open();
    const { caseId } = await airlock.submit(cough);
    const record = await recordOf(caseId);
    const versions = { product: productVersion, tagger: expect.stringMatching(/^[0-9a-f]{12}$/) };
    expect(record).toMatchObject({
      schema: 'airlock.record/2',
      versions: { prompt: versions, answer: versions, archive: versions },
      policy: { id: 'healthcare', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      guardrail: { prompt: [], answer: [] },
      model: { inputTokens: 10, outputTokens: 10 },
      usage: {
        promptPasses: 1,
        answerPasses: 1,
        answerCharacters: 'The cough is better.'.length,
        guardrailTextUnits: 2,
      },
      delivery: { characters: 'The cough is better.'.length },
    });
    expect(record.delivery!.revision).toBe(
      (await airlock.ports.cases.get({ tenantId: 'clinic', caseId }))!.released,
    );
  });

  it('has a keyed digest of what was shown and of what the decision led to, for every step of a review', async () => {
    await open();
    const { caseId } = await airlock.submit(dose);
    await decide(edited, { decision: 'approve' })(caseId);
    const { reviews, outcome, usage } = await recordOf(caseId);
    expect({ outcome, passes: usage?.answerPasses }).toEqual({ outcome: 'released', passes: 2 });
    expect(reviews.length).toBeGreaterThan(0);
    for (const review of reviews) {
      expect(review.decided).toBeDefined();
      expect(review.decidedDigest).toMatch(/^[A-Za-z0-9_-]{43}$/);
    }
    // An edit leads elsewhere than to what was shown; an approval does not.
    expect(reviews.map(({ digest, decidedDigest }) => digest === decidedDigest)).toEqual(
      reviews.map(({ decided }) => decided!.decision === 'approve'),
    );
  });

  it('does not say how many states a case entered that failed', async () => {
    airlock = await openTestAirlock({
      models: { serves: () => false, converse: () => Promise.reject(new Error('never')) },
    });
    const { caseId } = await airlock.submit(cough);
    const record = await recordOf(caseId);
    expect(record.outcome).toBe('failed');
    expect(record.usage).not.toHaveProperty('stateTransitions');
  });

  it('of version 1 is read as it is', async () => {
    await open();
    const { caseId } = await airlock.submit(cough);
    const { versions: _v, guardrail: _g, delivery: _d, usage: _u, ...rest } = await recordOf(caseId);
    const first = { ...rest, schema: 'airlock.record/1' };
    expect(TranscriptSchema.safeParse(first).success).toBe(true);
    expect(TranscriptSchema.safeParse({ ...first, schema: 'airlock.record/3' }).success).toBe(false);
  });
});

it('carries the version that package.json says', async () => {
  await open();
  const path = new URL('../../package.json', import.meta.url);
  expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version).toBe(productVersion);
});
