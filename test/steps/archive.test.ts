// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { archiveKey, TranscriptSchema } from '../../lambdas/records/transcript.ts';
import { steps } from '../../lambdas/steps/index.ts';
import { sweep } from '../../lambdas/steps/sweep.ts';
import type { Ports } from '../../lambdas/ports.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { Failure } from '../../lambdas/failures.ts';
import { sha256 } from '../../lambdas/records/digest.ts';
import { filesBelow } from '../local/files-below.ts';
import { testClock } from '../local/machine/test-clock.ts';

let airlock: TestAirlock;
afterEach(() => airlock.remove());
const open = async (options: Parameters<typeof openTestAirlock>[0] = {}) =>
  (airlock = await openTestAirlock({ models: scripted('It is summarised.'), ...options }));
const ref = (caseId: string) => ({ tenantId: 'clinic', caseId });
const record = async (caseId: string) =>
  TranscriptSchema.parse(
    JSON.parse(
      Buffer.from((await airlock.ports.archive.get(archiveKey('record', ref(caseId))))!.bytes).toString(),
    ),
  );
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as Error).name,
  );

describe('the record of a case (invariant 5)', () => {
  it('is written once: the same end again changes nothing, another end is refused', async () => {
    await open();
    const { caseId } = await airlock.submit('Summarise the visit of Anna Keller.');
    const before = await airlock.ports.archive.get(archiveKey('record', ref(caseId)));
    const row = (await airlock.ports.cases.get(ref(caseId)))!;
    const again = { ...ref(caseId), outcome: 'released', prompt: row.prompt, answer: row.released };
    expect(await failure(steps(airlock.ports).ArchiveTranscript(again))).toBe('none');
    expect(await failure(steps(airlock.ports).ArchiveTranscript({ ...ref(caseId), outcome: 'failed' }))).toBe(
      'ArchiveConflict',
    );
    const after = await airlock.ports.archive.get(archiveKey('record', ref(caseId)));
    expect(Buffer.from(after!.bytes).equals(Buffer.from(before!.bytes))).toBe(true);
  });

  it.each([
    ['where objects are staged', true],
    ['where they are not', false],
  ])('names the sealed object of an attempt that got no further, %s', async (_where, stages) => {
    const clock = testClock();
    let crashes = 1;
    const crashed = () => Promise.reject(new Failure('Unavailable'));
    const isRecord = (key: string) => key.startsWith('record/') && (crashes -= 1) >= 0;
    await open({
      clock: () => clock.now(),
      machine: { clock },
      between: (ports, step): Ports => {
        if (step !== 'ArchiveTranscript') return ports;
        const { put, stage, get } = ports.archive;
        const crashing: Ports['archive'] = {
          get,
          put: (key, ...given) => (isRecord(key) ? crashed() : put(key, ...given)),
        };
        const staging: Ports['archive']['stage'] = async (key, ...given) => {
          const staged = await stage(key, ...given);
          return isRecord(key) ? { ...staged, lock: crashed } : staged;
        };
        return { ...ports, archive: stages ? { ...crashing, stage: staging } : crashing };
      },
    });
    const { caseId } = await airlock.submit('Summarise the visit of Anna Keller.');
    const sealed = async () => (await airlock.ports.archive.get(archiveKey('sealed', ref(caseId))))!.bytes;
    const first = await sealed();
    expect(await airlock.ports.archive.get(archiveKey('record', ref(caseId)))).toBeUndefined();
    clock.advance(60_000);
    await airlock.machine.idle();
    expect(await record(caseId)).toMatchObject({
      outcome: 'released',
      sealed: { sha256: sha256(first), bytes: first.length },
    });
    expect(Buffer.from(await sealed()).equals(first)).toBe(true);
    expect(filesBelow(join(airlock.folder, 'archive', '.incoming'))).toEqual([]);
  });

  it('holds no text: no name, no word of prompt or answer', async () => {
    await open();
    const { caseId } = await airlock.submit('Summarise the peculiar zebrafish visit of Anna Keller.');
    const text = JSON.stringify(await record(caseId));
    for (const word of ['Anna', 'Keller', 'zebrafish', 'summarised']) expect(text).not.toContain(word);
  });

  it('names what was found, by whom, and where in the de-identified text', async () => {
    await open();
    const { caseId } = await airlock.submit('Write to anna.keller@mailbox.example about the visit.');
    expect(await record(caseId)).toMatchObject({
      outcome: 'released',
      counts: { EMAIL: 1 },
      findings: { prompt: [expect.objectContaining({ type: 'EMAIL', slot: 0, start: 9 })] },
    });
  });

  it('must be what is released: a record of another end stops the release', async () => {
    await open({
      between: (ports, step): Ports =>
        step === 'ReleaseAnswer'
          ? {
              ...ports,
              archive: {
                ...ports.archive,
                get: async (key) => {
                  const object = await ports.archive.get(key);
                  return object === undefined
                    ? undefined
                    : {
                        ...object,
                        bytes: Buffer.from(
                          Buffer.from(object.bytes)
                            .toString()
                            .replace('"outcome":"released"', '"outcome":"blocked"'),
                        ),
                      };
                },
              },
            }
          : ports,
    });
    const { caseId } = await airlock.submit('Summarise.');
    expect((await airlock.status(caseId))['answer']).toBeUndefined();
    expect(await airlock.status(caseId)).not.toMatchObject({ outcome: 'released' });
  });
});

describe('what may never be sealed', () => {
  it('is purged when it is found late: the vault keeps no copy, the archive only the record', async () => {
    const secret = 'orchid-lantern-88';
    await open({
      between: (ports, step): Ports =>
        step === 'Deidentify'
          ? {
              ...ports,
              detectMedical: async (text) => {
                const start = text.indexOf(secret);
                return start < 0
                  ? []
                  : [
                      {
                        type: 'PASSWORD',
                        start,
                        end: start + secret.length,
                        score: 1,
                        because: { detector: 'comprehend-medical', pattern: 'late' },
                      },
                    ];
              },
            }
          : ports,
    });
    const { caseId } = await airlock.submit(`The word ${secret} was in the visit.`);
    const row = (await airlock.ports.cases.get(ref(caseId)))!;
    expect(row.tainted).toBe(true);
    expect(await airlock.ports.archive.get(archiveKey('sealed', ref(caseId)))).toBeUndefined();
    expect((await record(caseId)).sealed).toBeUndefined();
  });
});

describe('a case that no Catch reaches', () => {
  it('is started by the sweep when it was accepted but never started', async () => {
    await open();
    const { workflow } = airlock.ports;
    airlock.ports.connect({ ...workflow, start: async () => Promise.reject(new Failure('Unavailable')) });
    const reply = await airlock.call('createRequest', people.nora, {
      body: { policy: 'healthcare', messages: [{ role: 'user', content: 'Summarise.' }] },
    });
    const { caseId } = reply.body as { caseId: string };
    expect([reply.status, airlock.machine.describe(caseId)]).toEqual([202, undefined]);
    airlock.ports.connect(airlock.workflow);
    expect(await sweep(airlock.ports)({ quiet: -1 })).toMatchObject({ started: 1, failed: 0 });
    await airlock.machine.idle();
    expect(await airlock.status(caseId)).toMatchObject({ outcome: 'released' });
  });

  it('is archived as failed when its execution was aborted', async () => {
    await open({ models: scripted('Take 500 mg of amoxicillin every 8 hours for 7 days.') });
    const { caseId } = await airlock.submit('What should the patient take?');
    await airlock.machine.stop(caseId);
    expect(await sweep(airlock.ports)({ quiet: -1 })).toMatchObject({ settled: 1 });
    expect(await record(caseId)).toMatchObject({ outcome: 'failed', error: 'Execution.ABORTED' });
    expect(await sweep(airlock.ports)({ quiet: -1 })).toMatchObject({ settled: 0 });
  });
});

describe('the model call', () => {
  it('goes to the next model of the policy when the first is limited', async () => {
    const asked: string[] = [];
    const inner = scripted('It is summarised.');
    await open({
      models: {
        serves: () => true,
        converse: async (call) => {
          asked.push(call.modelId);
          if (asked.length === 1) throw new Failure('Throttled');
          return inner.converse(call);
        },
      },
    });
    const { caseId } = await airlock.submit('Summarise.');
    expect(await airlock.status(caseId)).toMatchObject({ outcome: 'released' });
    expect(new Set(asked).size).toBe(2);
  });

  it('is refused before it is made when the tenant has used up its day', async () => {
    const model = scripted('It is summarised.');
    await open({
      models: model,
      between: (ports): Ports => ({ ...ports, cases: { ...ports.cases, spend: async () => false } }),
    });
    const { caseId } = await airlock.submit('Summarise.');
    expect(model.shown).toEqual([]);
    expect(await record(caseId)).toMatchObject({ outcome: 'failed', error: 'BudgetExceeded' });
    expect(await airlock.status(caseId)).toMatchObject({
      outcome: 'failed',
      failure: { code: 'BudgetExceeded' },
    });
  });

  it('is never made with a prompt that a detector did not see', async () => {
    const model = scripted('It is summarised.');
    await open({
      models: model,
      between: (ports, step): Ports =>
        step === 'Deidentify'
          ? { ...ports, detectMedical: async () => Promise.reject(new Failure('Malformed')) }
          : ports,
    });
    const { caseId } = await airlock.submit('Summarise.');
    expect(await airlock.status(caseId)).toMatchObject({
      status: 'held',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'detector-unavailable' })]),
    });
    const row = (await airlock.ports.cases.get(ref(caseId)))!;
    expect(await failure(steps(airlock.ports).InvokeModel({ ...ref(caseId), revision: row.prompt }))).toBe(
      'IncompleteDetection',
    );
    expect(model.shown).toEqual([]);
  });
});

describe('a conversation', () => {
  it('keeps its placeholders over the turns, and others have others', async () => {
    const model = scripted('Noted.');
    await open({ models: model });
    const first = await airlock.submit('Write to anna.keller@mailbox.example.');
    await airlock.submit('And again to anna.keller@mailbox.example, with a copy to bo@mailbox.example.', {
      conversation: first.conversationId,
    });
    await airlock.submit('Write to anna.keller@mailbox.example.');
    const placeholders = model.shown.map((shown) => [
      ...new Set(
        shown.slice(shown.lastIndexOf('rite to')).match(/\[EMAIL_\d_[0-9A-Z]{2}\]/g) ??
          shown.match(/\[EMAIL_\d_[0-9A-Z]{2}\]/g),
      ),
    ]);
    expect(placeholders[1]![0]).toBe(placeholders[0]![0]);
    expect(placeholders[1]).toHaveLength(2);
  });

  it('gives two cases that run at once one map between them', async () => {
    const model = scripted('Noted.');
    await open({ models: model });
    const { conversationId } = await airlock.submit('Write to a1@mailbox.example.');
    const body = (index: number) => ({
      policy: 'healthcare',
      conversation: conversationId,
      messages: [{ role: 'user', content: `Write to b${index}@mailbox.example.` }],
    });
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        airlock.call('createRequest', people.nora, { body: body(index) }),
      ),
    );
    await airlock.machine.idle();
    const used = model.shown
      .slice(1)
      .flatMap((shown) => [...new Set(shown.match(/\[EMAIL_\d+_[0-9A-Z]{2}\]/g))]);
    expect(new Set(used).size).toBe(8);
  });
});

describe('an identifier that a single text does not show', () => {
  it('is found when it is split over the messages of a user, with an answer in between', async () => {
    const model = scripted('Noted.');
    await open({ models: model });
    const messages = [
      { role: 'user', content: 'My social security number begins with 536-22-' },
      { role: 'assistant', content: 'And then?' },
      { role: 'user', content: '4971. What next?' },
    ];
    await airlock.submit('', { messages });
    expect(model.shown.join('\n')).not.toMatch(/536-22|4971/);
  });

  it('is a birth year when it tells an age over 89, and a year otherwise', async () => {
    const model = scripted('Noted.');
    await open({ models: model, clock: () => Date.UTC(2026, 10, 20) });
    await airlock.submit('She was born in 1931. Her sister was born in 1961.');
    const shown = model.shown.join('\n');
    expect(shown).not.toContain('1931');
    expect(shown).toContain('1961');
  });
});

it('holds a prompt in a language that the detectors do not cover, whatever they made of its words', async () => {
  const model = scripted('Noted.');
  await open({ models: model });
  const german =
    'Bitte fassen Sie den Besuch der Patientin zusammen, die gestern mit starken Schmerzen in der Brust zu uns gekommen ist und jetzt auf der Station liegt.';
  const { caseId } = await airlock.submit(german);
  expect(await airlock.status(caseId)).toMatchObject({
    status: 'held',
    reasons: expect.arrayContaining([expect.objectContaining({ code: 'language-not-covered' })]),
  });
  expect(model.shown).toEqual([]);
});

describe('the medical detector on the answer', () => {
  const finding = (type: 'AGE' | 'NAME' | 'ORG', start: number, end: number) => ({
    type,
    start,
    end,
    score: 0.99,
    because: { detector: 'comprehend-medical', pattern: type },
  });
  it.each([
    // An age under 90 and a kept type are no identifiers; a name that the detectors here do not know is one.
    ['The patient is 45 years old.', finding('AGE', 15, 17), 'closed'],
    ['The insurer is Acme.', finding('ORG', 15, 19), 'closed'],
    ['The visit went well, says quxzorp Vendelin.', finding('NAME', 26, 42), 'held'],
  ])('%s', async (answer, found, status) => {
    await open({
      models: scripted(answer),
      between: (ports, step): Ports =>
        step === 'RescanAnswer' ? { ...ports, detectMedical: async () => [found] } : ports,
    });
    const { caseId } = await airlock.submit('Summarise.');
    expect(await airlock.status(caseId)).toMatchObject({ status });
  });
});
