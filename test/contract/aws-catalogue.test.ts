// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { generatedCases } from '../../bench/generated-cases.ts';
import { askingOf } from '../../lambdas/archive/ask.ts';
import { questions } from '../../lambdas/archive/questions.ts';
import { openArchive } from '../../lambdas/aws/archive.ts';
import { parquetOf } from '../../lambdas/aws/catalogue.ts';
import { openAsking } from '../../lambdas/aws/catalogue/asking-athena.ts';
import { openMaking } from '../../lambdas/aws/catalogue/making.ts';
import { readParquet, writeParquet } from '../../lambdas/aws/catalogue/parquet.ts';
import { Failure } from '../../lambdas/failures.ts';
import { canonicalJson } from '../../lambdas/records/digest.ts';
import { archiveKey, type Transcript } from '../../lambdas/records/transcript.ts';
import { type AthenaStub, openAthena } from '../stubs/athena.ts';
import { type Cloud, deployed, openCloud } from '../stubs/cloud.ts';
import { noon } from './sample-case.ts';

jest.setTimeout(60_000);
const year = 365 * 86_400_000;
let cloud: Cloud;
let athena: AthenaStub;
let custody: object | undefined;
let queries = 0;

beforeAll(async () => {
  cloud = await openCloud(noon);
  athena = await openAthena(cloud.principals, cloud.s3.bucket('catalogue'));
  process.env['AWS_ENDPOINT_URL_ATHENA'] = athena.url;
});
afterAll(() => Promise.all([cloud.close(), athena.close()]));
beforeEach(() => {
  athena.hold(false);
  athena.failWith(undefined);
  custody = undefined;
});

const archive = () =>
  openArchive(cloud.connection, { bucket: 'archive', key: deployed.archiveKey, clock: cloud.clock });
const none = async () => Promise.reject(new Failure('NotFound'));
const making = () =>
  openMaking(
    cloud.connection,
    { catalogueBucket: 'catalogue', archiveBucket: 'archive' },
    {
      archive: archive(),
      clock: cloud.clock,
      keys: { create: none, discard: none, caseKey: none, tenantKey: none, indexKey: none },
      policies: { ids: () => [], current: () => undefined, byHash: none },
      cases: { get: async () => (custody === undefined ? undefined : { custody }) } as never,
    },
  );
const options = { workgroup: 'airlock', database: 'airlock', table: 'cases', clock: () => Date.now() };
const asking = () => openAsking(cloud.connection, options);

async function lock(tenantId: string, count: number): Promise<Transcript[]> {
  const from = Math.floor(noon / 86_400_000) * 86_400_000;
  const records = [...generatedCases({ count, tenantId, from, days: 1 })];
  for (const record of records)
    await archive().put(archiveKey('record', record), Buffer.from(canonicalJson(record)), {
      mode: 'GOVERNANCE',
      until: noon + year,
    });
  return records;
}
const start = async (tenantId: string, sql: string, more: { limit?: number } = {}) => {
  const ref = { tenantId, queryId: `0198c0de-0000-7000-8000-${String((queries += 1)).padStart(12, '0')}` };
  await asking().start({ ...ref, owner: 'cora', ...askingOf(sql, tenantId), ...more });
  return ref;
};
const answer = async (tenantId: string, sql: string) => {
  const ref = await start(tenantId, sql);
  expect(await asking().poll(ref, 20_000)).toMatchObject({ state: 'succeeded' });
  return (await asking().page(ref, 1000)).rows;
};
const ids = async (tenantId: string) =>
  (await answer(tenantId, 'SELECT case_id FROM cases ORDER BY case_id')).map(([id]) => String(id));

describe('Parquet', () => {
  const row = {
    case_id: 'a',
    side: 'prompt',
    opened_at: noon,
    decided_at: null,
    decided_by: 'Zoë “quoted”',
    decision: null,
    reason: '',
    reasons: 'a b',
    stage: 2,
  };
  it('holds what was written, nulls, instants and all', async () => {
    expect(await readParquet(writeParquet('reviews', [row, { ...row, case_id: 'b' }]))).toEqual([
      row,
      { ...row, case_id: 'b' },
    ]);
    expect(await readParquet(writeParquet('reviews', []))).toEqual([]);
  });
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('no Parquet at all, that is for sure')],
    ['half of a file', writeParquet('reviews', [row]).subarray(0, 90)],
  ])('of %s is refused', async (_what, bytes) =>
    expect(readParquet(bytes)).rejects.toMatchObject({ name: 'Malformed' }),
  );
});

describe('the catalogue on S3 and Athena', () => {
  let records: Transcript[];
  beforeAll(async () => {
    records = await lock('north', 60);
    await lock('south', 5);
    await Promise.all(['north', 'south'].map((tenant) => making().refresh(tenant)));
  });

  it('has every case of the archive once, each tenant its own', async () => {
    expect(await ids('north')).toEqual(records.map(({ caseId }) => caseId).sort());
    expect(await ids('south')).toHaveLength(5);
  });

  it('answers every named question', async () => {
    const given: Record<string, string> = {
      from: '2026-01-01',
      to: '2026-12-31',
      day: '2026-11-20',
      who: 'vera',
    };
    for (const [name, { sql, parameters }] of Object.entries(questions)) {
      const values = Object.fromEntries(
        Object.keys(parameters).map((each) => [each, given[each] ?? records[0]!.caseId]),
      );
      const ref = {
        tenantId: 'north',
        queryId: `0198c0de-1111-7000-8000-${String((queries += 1)).padStart(12, '0')}`,
      };
      await asking().start({ ...ref, owner: 'cora', ...askingOf(sql, 'north', values) });
      expect([name, await asking().poll(ref, 20_000)]).toMatchObject([name, { state: 'succeeded' }]);
    }
  });

  it('says the same after it was made again, and nothing twice after it was refreshed', async () => {
    const before = await answer('north', 'SELECT * FROM cases ORDER BY case_id');
    expect(await making().rebuild('north')).toMatchObject({ contained: 0 });
    await making().refresh('north');
    expect(await answer('north', 'SELECT * FROM cases ORDER BY case_id')).toEqual(before);
  });

  it('loses the text of a case that was erased, and every row of one that was disposed of', async () => {
    const [first, second] = records as [Transcript, Transcript];
    custody = { erasing: {} };
    await making().forgetText(first);
    expect(
      await answer('north', `SELECT text_state, prompt_text FROM cases WHERE case_id = '${first.caseId}'`),
    ).toEqual([['erased', null]]);
    await making().forgetCase(second);
    expect(await ids('north')).not.toContain(second.caseId);
    // The archive still has it: made again, it is there again.
    await making().refresh('north');
    expect(await ids('north')).toContain(second.caseId);
  });

  it('lets nobody come in between: two that change a file at once both do', async () => {
    await Promise.all(records.slice(0, 4).map((record) => making().forgetText(record)));
    expect(await ids('north')).toHaveLength(60);
  });

  it('gives pages, cut off where the limit is, and says so', async () => {
    const ref = await start('north', 'SELECT case_id FROM cases ORDER BY case_id', { limit: 25 });
    expect(await asking().poll(ref, 20_000)).toMatchObject({ state: 'succeeded', rows: 25, more: true });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await asking().page(ref, 10, after);
      found.push(...page.rows.map(([id]) => String(id)));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual((await ids('north')).slice(0, 25));
    await expect(asking().page(ref, 10, 'nonsense')).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  it('gives an answer as Parquet', async () => {
    const ref = await start(
      'north',
      'SELECT case_id, accepted_at, found, delivered, day FROM cases ORDER BY case_id',
    );
    await asking().poll(ref, 20_000);
    const pieces: Uint8Array[] = [];
    for await (const piece of await parquetOf(asking())(ref)) pieces.push(piece);
    const rows = await readParquet(Buffer.concat(pieces));
    expect(rows).toHaveLength(60);
    expect(Object.keys(rows[0] ?? {})).toEqual(['case_id', 'accepted_at', 'found', 'delivered', 'day']);
  });

  it('is another tenant’s to nobody: neither the query nor its rows', async () => {
    const ref = await start('north', 'SELECT case_id FROM cases');
    await expect(asking().poll({ ...ref, tenantId: 'south' })).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a query', () => {
  it('can be stopped, and stays stopped', async () => {
    athena.hold(true);
    const ref = await start('north', 'SELECT case_id FROM cases');
    expect(await asking().poll(ref)).toMatchObject({
      state: 'running',
      owner: 'cora',
      scannedBytes: 4096,
    });
    await asking().cancel(ref);
    expect(await asking().poll(ref)).toMatchObject({ state: 'cancelled' });
    await asking().cancel(ref);
  });

  it('that runs too long is stopped', async () => {
    athena.hold(true);
    const ref = await start('north', 'SELECT case_id FROM cases');
    const late = openAsking(cloud.connection, { ...options, clock: () => Date.now() + 61_000 });
    expect(await late.poll(ref)).toMatchObject({ state: 'failed', failure: 'QueryTooLong' });
    expect(athena.calls.at(-1)?.operation).toBe('StopQueryExecution');
  });

  it.each([
    [{ category: 2, reason: 'line 1:8: Column leaked@example.org cannot be resolved' }, 'QueryInvalid'],
    [{ category: 1, reason: 'Bytes scanned limit was exceeded' }, 'QueryTooLarge'],
    [{ category: 2, reason: 'Query exhausted resources at this scale factor' }, 'QueryTooLarge'],
    [{ category: 1, reason: 'INTERNAL_ERROR' }, 'Unavailable'],
  ] as const)('that Athena gives up with %j fails as %s', async (error, failure) => {
    athena.failWith(error);
    const ref = await start('north', 'SELECT case_id FROM cases');
    const status = await asking().poll(ref);
    expect(status).toMatchObject({ state: 'failed', failure });
    expect(JSON.stringify(status)).not.toContain('leaked');
  });

  it('asked twice is one execution', async () => {
    const before = athena.calls.length;
    const ref = await start('north', 'SELECT case_id FROM cases');
    await asking().start({ ...ref, owner: 'cora', ...askingOf('SELECT case_id FROM cases', 'north') });
    const tokens = athena.calls
      .slice(before)
      .map((call) => /"ClientRequestToken":"([^"]+)"/.exec(call.body.toString())?.[1]);
    expect(new Set(tokens)).toEqual(new Set([ref.queryId]));
  });

  it('is forgotten after a while', async () => {
    const ref = await start('north', 'SELECT case_id FROM cases');
    const late = openAsking(cloud.connection, { ...options, clock: () => Date.now() + 16 * 60_000 });
    await expect(late.poll(ref)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it.each([
    ['is throttled', { name: 'TooManyRequestsException', status: 400 }, 'Throttled'],
    ['is down', { name: 'InternalServerException', status: 500 }, 'Unavailable'],
    ['breaks off', 'cut', 'Unavailable'],
  ] as const)('of an Athena that %s is not started', async (_how, fault, name) => {
    athena.fail(() => fault);
    await expect(start('north', 'SELECT case_id FROM cases')).rejects.toMatchObject({ name });
    athena.fail(undefined);
  });
});
