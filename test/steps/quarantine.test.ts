// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Ports } from '../../lambdas/ports.ts';
import { TranscriptSchema, archiveKey } from '../../lambdas/records/transcript.ts';
import type { StepName } from '../../lambdas/steps/index.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';

let airlock: TestAirlock;
afterEach(() => airlock.remove());

const letter = 'Draft a letter to Mrs. Anna Kowalska, MRN 4815162, aged 94: her cough is better.';
/** What the archive's step reads of the de-identified prompt, as if the steps before had missed it. */
const missing =
  (missed: string) =>
  (ports: Ports, step: StepName): Ports =>
    step === 'ArchiveTranscript'
      ? {
          ...ports,
          vault: {
            ...ports.vault,
            get: async (ref) => {
              const text = await ports.vault.get(ref);
              const content = JSON.parse(text) as { kind?: string; messages?: { content: string }[] };
              if (content.kind !== 'prompt') return text;
              const messages = content.messages?.map((each) => ({
                ...each,
                content: `${each.content} ${missed}`,
              }));
              return JSON.stringify({ ...content, messages });
            },
          },
        }
      : ports;
const recordOf = async (caseId: string) => {
  const object = await airlock.ports.archive.get(archiveKey('record', { tenantId: 'clinic', caseId }));
  return TranscriptSchema.parse(JSON.parse(Buffer.from(object!.bytes).toString()));
};
const sealedOf = (caseId: string) =>
  airlock.ports.archive.get(archiveKey('sealed', { tenantId: 'clinic', caseId }));

describe('the last scan before the lock', () => {
  it.each([
    ['an SSN', 'His SSN is 219-09-9999.'],
    ['an e-mail address', 'Write to otto.kowalski@example.org.'],
    ['a telephone number', 'Call 415-555-0132.'],
  ])('releases nothing and seals nothing where %s is left in the prompt', async (_what, missed) => {
    airlock = await openTestAirlock({ models: scripted('Her cough is better.'), between: missing(missed) });
    const { caseId } = await airlock.submit(letter);
    expect(await airlock.status(caseId)).toMatchObject({ status: 'closed', outcome: 'failed' });
    const record = await recordOf(caseId);
    expect(record).toMatchObject({ outcome: 'failed', error: 'Quarantined' });
    expect(record.sealed).toBeUndefined();
    expect(await sealedOf(caseId)).toBeUndefined();
  });

  it('seals no text of a refused case either', async () => {
    airlock = await openTestAirlock({
      models: scripted('Take 20 mg of lisinopril twice a day.'),
      between: missing('His SSN is 219-09-9999.'),
    });
    const { caseId } = await airlock.submit('How much lisinopril should Mr. Otto Kowalski take?');
    await airlock.decide(caseId, { decision: 'reject', reason: 'unsafe-advice' }, people.rita);
    expect((await recordOf(caseId)).outcome).toBe('rejected');
    expect(await sealedOf(caseId)).toBeUndefined();
  });

  it.each([
    ['nothing more', ''],
    ['what the door put in the place of a password', 'My password: [REMOVED]'],
    [
      'what nobody need hide',
      'She lives with two cats, takes 5 mg of bisoprolol, and was seen in 3 clinics.',
    ],
  ])('lets a prompt with %s go, what operators wrote in it included', async (_what, more) => {
    airlock = await openTestAirlock({ models: scripted('Her cough is better.'), between: missing(more) });
    const { caseId } = await airlock.submit(letter);
    expect(await airlock.status(caseId)).toMatchObject({ outcome: 'released' });
    expect((await recordOf(caseId)).sealed).toBeDefined();
  });
});
