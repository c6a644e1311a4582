// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import type { FunctionName } from '../../lambdas/uses.ts';
import type { Caller, Deployment, Sent } from './deployment.ts';

type Ask = Readonly<{ ask: string }>;
type Query = Readonly<{ queryId: string; state: string; rows: unknown[][] }>;
type Text = Readonly<{ text: string; findings: { start: number; end: number; type: string }[] }>;
type Review = Readonly<{ revision: string; digest: string; texts: Text[] }>;

const vera: Caller = { subject: 'vera', groups: ['reviewer'] };
const nora: Caller = { subject: 'nora', groups: ['requester'] };
const sven: Caller = { subject: 'sven', groups: ['senior-reviewer'] };
const [carl, carla] = ['carl', 'carla'].map((subject): Caller => ({ subject, groups: ['compliance'] })) as [
  Caller,
  Caller,
];
const today = () => new Date().toISOString().slice(0, 10);
/** When no retention of today's holds any more. */
const longAfter = () => Date.now() + 40 * 366 * 86_400_000;
const custody = { reason: 'audit', text: 'The quarterly audit wants it.' };

export type Cases = Readonly<{
  on: Deployment;
  /** Sends a prompt that is released; of the same words and person every time. */
  released: () => Promise<string>;
  /** Sends it without waiting for what becomes of it; whether it was taken in or not. */
  send: () => Promise<void>;
  /** Sends a prompt whose answer is held. */
  held: () => Promise<string>;
}>;

/** What the desk, compliance, a deployment and the clock ask of the functions: each does its work with what it was given. */
export function otherFunctions(cases: () => Cases): void {
  const call = async <Body>(name: FunctionName, who: Caller | undefined, sent: Sent, expected: number) => {
    const { statusCode, body } = await cases().on.call<Body>(name, who, sent);
    const instead = statusCode === expected ? '' : [body, (await cases().on.logs()).slice(-2000)];
    expect([name, statusCode, instead]).toEqual([name, expected, '']);
    return body;
  };
  const of = (caseId: string): Sent => ({ params: { caseId } });
  /** One officer asks, another confirms. */
  const together = async (name: FunctionName, caseId: string): Promise<void> => {
    const { ask } = await call<Ask>(name, carl, { ...of(caseId), body: custody }, 202);
    await call(name, carla, { ...of(caseId), body: { ...custody, confirm: ask } }, 200);
  };

  it.each<[FunctionName, Caller | undefined, Sent, number]>([
    ['health', undefined, {}, 200],
    ['openapi', undefined, {}, 200],
    ['list-models', nora, {}, 200],
    ['count-reviews', vera, {}, 200],
    // The console asks again instead.
    ['review-events', vera, {}, 501],
    ['read-workload', sven, {}, 200],
    ['read-overview', sven, {}, 200],
    ['list-questions', carl, {}, 200],
    ['list-tables', carl, {}, 200],
    ['list-archive', carl, { query: { day: today() } }, 200],
  ])('%s answers', (name, who, sent, expected) => call(name, who, sent, expected));

  it('a review is claimed with others, drafted, revealed, commented and decided with a note', async () => {
    const caseId = await cases().held();
    const { results } = await call<{ results: { claimed: boolean }[] }>(
      'claim-reviews',
      vera,
      { body: { caseIds: [caseId] } },
      200,
    );
    expect(results).toMatchObject([{ claimed: true }]);
    const review = await call<Review>('read-review', vera, of(caseId), 200);
    const { revision, digest } = review;
    const draft = { revision, decision: 'approve', note: 'Read twice.' };
    await call('keep-draft', vera, { ...of(caseId), body: draft }, 204);
    expect(await call('read-draft', vera, of(caseId), 200)).toMatchObject({ note: 'Read twice.' });
    await call('forget-draft', vera, of(caseId), 204);
    const placeholder = /\[(NAME_\w+)\]/.exec(review.texts.map(({ text }) => text).join())?.[1] ?? '';
    const shown = {
      ...of(caseId),
      body: { placeholder, reason: 'patient-safety', note: 'The dose depends on who it is.' },
    };
    expect(await call('reveal', vera, shown, 200)).toMatchObject({ value: 'John Smith' });
    const missing = {
      revision,
      says: 'missing',
      slot: 0,
      start: 0,
      end: 4,
      type: 'FACILITY',
      note: 'A product.',
    };
    await call('give-feedback', vera, { ...of(caseId), body: missing }, 204);
    await call('release-claim', vera, of(caseId), 204);
    await call('claim-review', sven, of(caseId), 200);
    const decision = { decision: 'reject', reason: 'unsafe-advice', note: 'No dose without a chart.' };
    await call('decide-review', sven, { ...of(caseId), body: { ...decision, revision, digest } }, 200);
  });

  it('a test case joins the queue, but not while a check is down: then the medical detector is asked, too', async () => {
    const { bedrock } = cases().on;
    const down = { name: 'InternalServerException', status: 500 };
    bedrock.fail(({ operation }) => (operation === 'InvokeGuardrailChecks' ? down : undefined));
    const body = { policy: 'healthcare', sample: 'dose-as-charted' };
    await call('seed-review', sven, { body }, 422);
    bedrock.fail(undefined);
    await call('seed-review', sven, { body }, 201);
  });

  it('the archive is sealed, by the clock and when somebody asks, and proves a record', async () => {
    const caseId = await cases().released();
    const seal = await cases().on.lambda('seal-archive');
    expect(await seal.invoke({ source: 'aws.scheduler' })).toMatchObject({ newest: 1 });
    await call('seal-archive', carl, {}, 200);
    await call('list-seals', carl, {}, 200);
    await call('read-archive', carl, of(caseId), 200);
    await call('read-proof', carl, of(caseId), 200);
    await call('rotate-seal-key', carl, { body: { reason: 'audit' } }, 200);
  });

  it('the catalogue is made, asked, searched, replayed, and scanned', async () => {
    await call('rebuild-catalogue', carl, {}, 200);
    const sql = { sql: 'SELECT case_id FROM cases' };
    const { queryId } = await call<Query>('query-archive', carl, { body: sql }, 200);
    await call('read-query', carl, { params: { queryId } }, 200);
    const file = await call<string>(
      'export-query',
      carl,
      { params: { queryId }, query: { format: 'csv' } },
      200,
    );
    expect(file.split('\r\n').length).toBeGreaterThan(2);
    cases().on.athena.hold(true);
    const slow = { body: { ...sql, limit: 5 }, headers: { prefer: 'wait=0' } };
    const { queryId: other } = await call<Query>('query-archive', carl, slow, 202);
    await call('cancel-query', carl, { params: { queryId: other } }, 200);
    cases().on.athena.hold(false);
    const filter = { from: today(), to: today() };
    await call('search-archive', carl, { body: { filter } }, 200);
    await call('replay-policy', carl, { body: { policy: 'healthcare', ...filter, limit: 5 } }, 200);
    await call('scan-archive', carl, { body: { limit: 5 } }, 200);
  });

  it('a finding of Macie’s takes a text out of the catalogue, and somebody looks at it', async () => {
    const { s3 } = cases().on.cloud;
    const key =
      s3
        .bucket('catalogue')
        .keys()
        .find((each) => each.startsWith('cases/')) ?? '';
    const detections = [{ count: 1, occurrences: { records: [{ recordIndex: 0 }] } }];
    const counts = await (
      await cases().on.lambda('contain-finding')
    ).invoke({
      source: 'aws.macie',
      detail: {
        resourcesAffected: { s3Bucket: { name: 'catalogue' }, s3Object: { key } },
        classificationDetails: { result: { sensitiveData: [{ detections }] } },
      },
    });
    expect(counts).toEqual({ contained: 1, known: 0 });
    const { items } = await call<{ items: { caseId: string }[] }>('list-containments', carl, {}, 200);
    const body = { decision: 'false-alarm', reason: 'audit', text: 'A product of that name.' };
    await call('review-containment', carl, { ...of(items[0]?.caseId ?? ''), body }, 200);
  });

  it('two officers hold a case, let it go, open it, and erase whom it is about when its policy allows that', async () => {
    const { on, released } = cases();
    const [one, another] = [await released(), await released()];
    for (const name of ['place-hold', 'release-hold', 'unseal-case'] as const) await together(name, one);
    for (const name of ['erase-case', 'erase-person'] as const) (await on.lambda(name)).setNow(longAfter());
    const search = { identifiers: [{ kind: 'name', value: 'John Smith' }], reason: 'data-subject-request' };
    const found = await call<{ cases: { caseId: string }[] }>('find-person', carl, { body: search }, 200);
    expect(found.cases.map((each) => each.caseId)).toEqual(expect.arrayContaining([one, another]));
    await together('erase-case', one);
    await call('account-for-person', carl, { body: search }, 200);
    const person = { ...custody, cases: [{ caseId: another }] };
    const { asked } = await call<{ asked: { ask: string }[] }>('erase-person', carl, { body: person }, 202);
    const confirmed = { ...custody, cases: [{ caseId: another, confirm: asked[0]?.ask }] };
    const { erased } = await call<{ erased: unknown[] }>('erase-person', carla, { body: confirmed }, 200);
    expect(erased).toHaveLength(1);
  });

  it('a deployment looks at the account, and has Macie’s job made and ended; an application is known by its client', async () => {
    const { on } = cases();
    const models = '["anthropic.claude-sonnet-4-5-20250929-v1:0"]';
    const job = { buckets: '["catalogue"]', identifierIds: '[]', frequency: 'week', hash: 'a' };
    await on.resource('preflight', 'Create', { models, macie: 'on', charactersPerSecond: '100000' });
    await on.resource('macie-job', 'Create', job);
    await on.resource('macie-job', 'Delete', job);
    const token = await (
      await on.lambda('pre-token')
    ).invoke({
      triggerSource: 'TokenGeneration_ClientCredentials',
      callerContext: { clientId: 'app1' },
      request: {},
    });
    expect(JSON.stringify(token)).toContain('"airlock:tenant":"north"');
  });

  it('the sweep starts what was not started, and tells what was not told', async () => {
    const { on, held, send } = cases();
    const swept = async () =>
      (await on.lambda('sweep')).invoke({
        source: 'aws.states',
        'detail-type': 'Step Functions Execution Status Change',
        detail: { status: 'FAILED' },
      });
    const away = { name: 'ServiceUnavailable', status: 503 };
    on.states.fail(({ operation }) => (operation === 'StartExecution' ? away : undefined));
    await send();
    on.states.fail(undefined);
    expect(await swept()).toMatchObject({ started: 1, failed: 0 });
    const caseId = await held();
    await call('claim-review', vera, of(caseId), 200);
    const { revision, digest } = await call<Review>('read-review', vera, of(caseId), 200);
    on.states.fail(({ operation }) => (operation === 'SendTaskSuccess' ? away : undefined));
    const decision = { decision: 'reject', reason: 'unsafe-advice', revision, digest };
    await call('decide-review', vera, { ...of(caseId), body: decision }, 200);
    on.states.fail(undefined);
    expect(await swept()).toMatchObject({ told: 1, failed: 0 });
  });

  it('the clock sweeps, and disposes of what is due once its certificate is sealed, not before', async () => {
    const { on } = cases();
    const sweep = await on.lambda('sweep');
    expect(await sweep.invoke({ source: 'aws.scheduler' })).toMatchObject({ failed: 0 });
    const { s3 } = on.cloud;
    const records = s3
      .bucket('archive')
      .keys()
      .filter((key) => key.startsWith('record/'));
    const ends = records.map((key) => s3.bucket('archive').current(key)?.retention?.until ?? Infinity);
    const first = Math.min(...ends);
    sweep.setNow(first + 1);
    on.cloud.setNow(first + 1);
    expect(await sweep.invoke({ source: 'aws.scheduler' })).toMatchObject({ certified: 1, disposed: 0 });
    await (await on.lambda('seal-archive')).invoke({ source: 'aws.scheduler' });
    expect(await sweep.invoke({ source: 'aws.scheduler' })).toMatchObject({ certified: 0, disposed: 1 });
    expect(s3.bucket('archive').versionsOf(records[ends.indexOf(first)] ?? '')).toEqual([]);
    sweep.setNow(undefined);
    on.cloud.setNow(Date.now());
  });
}
