// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeParquet } from '../../lambdas/aws/catalogue/parquet.ts';
import { openFindings } from '../../lambdas/aws/macie-finding.ts';
import { openMacieJobs } from '../../lambdas/aws/macie-job.ts';
import { containMacieFinding } from '../../lambdas/runtime/contain-macie-finding.ts';
import { Failure } from '../../lambdas/failures.ts';
import { containFinding } from '../../lambdas/steps/contain-finding.ts';
import type { Ports } from '../../lambdas/ports.ts';
import { type Cloud, openCloud } from '../stubs/cloud.ts';
import { openRest } from '../stubs/rest.ts';
import { ServiceError, type Stub } from '../stubs/service.ts';
import { noon } from './sample-case.ts';

let cloud: Cloud;
let macie: Stub;
const jobs = new Map<string, Record<string, unknown>>();
beforeAll(async () => {
  cloud = await openCloud(noon);
  macie = await openRest('macie2', cloud.principals, {
    'POST /jobs': ({ body }) => {
      const job = JSON.parse(body.toString()) as Record<string, unknown>;
      const token = String(job['clientToken']);
      jobs.set(token, job);
      return { jobId: `job-${token.slice(0, 8)}` };
    },
    'PATCH /jobs/{jobId}': ({ path, body }) => {
      if (path.endsWith('job-gone')) throw new ServiceError('ResourceNotFoundException', 404);
      if (path.endsWith('job-slow')) throw new ServiceError('ThrottlingException', 429);
      expect(JSON.parse(body.toString())).toEqual({ jobStatus: 'CANCELLED' });
      return {};
    },
  });
  process.env['AWS_ENDPOINT_URL_MACIE2'] = macie.url;
});
afterAll(() => Promise.all([cloud.close(), macie.close()]));

const wanted = {
  stage: 'trial',
  account: '111122223333',
  buckets: ['catalogue', 'archive'],
  identifierIds: ['one', 'two'],
  frequency: 'week',
  hash: 'a',
} as const;

describe('Macie’s job', () => {
  it('looks for everything that is managed, not for the recommended set, which leaves out health and names', async () => {
    await openMacieJobs(cloud.connection).create(wanted);
    expect([...jobs.values()].at(-1)).toMatchObject({
      jobType: 'SCHEDULED',
      managedDataIdentifierSelector: 'ALL',
      customDataIdentifierIds: ['one', 'two'],
      samplingPercentage: 100,
      scheduleFrequency: { weeklySchedule: { dayOfWeek: 'SUNDAY' } },
      s3JobDefinition: {
        bucketDefinitions: [{ accountId: '111122223333', buckets: ['catalogue', 'archive'] }],
      },
    });
  });
  it('asked for again is the same; asked for otherwise is another', async () => {
    const { create } = openMacieJobs(cloud.connection);
    const first = await create(wanted);
    expect(await create(wanted)).toBe(first);
    expect(await create({ ...wanted, hash: 'b' })).not.toBe(first);
    expect(await create({ ...wanted, frequency: 'day' })).not.toBe(first);
  });
  it('is ended, and ended again without harm; what passes is said', async () => {
    const { cancel } = openMacieJobs(cloud.connection);
    await cancel('job-1');
    await cancel('job-gone');
    await expect(cancel('job-slow')).rejects.toMatchObject({ name: 'Throttled' });
  });
});

const key = 'cases/tenant=north/day=2026-11-20/000001.parquet';
const ids = ['a', 'b', 'c', 'd'].map((end) => `0198c0de-0000-7000-8000-00000000000${end}`);
const finding = (object: string, detections: unknown[], bucket = 'catalogue', custom = false) => ({
  source: 'aws.macie',
  detail: {
    resourcesAffected: { s3Bucket: { name: bucket }, s3Object: { key: object } },
    classificationDetails: {
      result: custom ? { customDataIdentifiers: { detections } } : { sensitiveData: [{ detections }] },
    },
  },
});
const at = (...recordIndexes: number[]) => ({
  type: 'NAME',
  count: recordIndexes.length,
  occurrences: { records: recordIndexes.map((recordIndex) => ({ recordIndex, jsonPath: '$.prompt_text' })) },
});

describe('a finding of Macie’s', () => {
  beforeEach(() => {
    const rows = ids.map((case_id, index) => ({
      case_id,
      text_state: index === 3 ? 'not-allowed' : 'kept',
      prompt_text: 'x',
    }));
    cloud.s3
      .bucket('catalogue')
      .put({ key, body: Buffer.from(writeParquet('cases', rows)), headers: {}, legalHold: false });
  });
  const casesOf = (event: unknown) => openFindings(cloud.connection, 'catalogue')(event);
  const found = async (event: unknown) => (await casesOf(event)).map(({ caseId }) => caseId);

  it.each<[string, unknown, string[]]>([
    ['in two rows is about their cases', finding(key, [at(0, 2)]), [ids[0]!, ids[2]!]],
    ['by our own identifiers, too', finding(key, [at(1)], 'catalogue', true), [ids[1]!]],
    ['in a row without text is about nobody', finding(key, [at(3)]), []],
    [
      'that does not say where is about every text of the file',
      finding(key, [{ count: 2 }]),
      ids.slice(0, 3),
    ],
    ['with more occurrences than places, too', finding(key, [{ ...at(0), count: 40 }]), ids.slice(0, 3)],
    ['without detections, too', finding(key, []), ids.slice(0, 3)],
    [
      'in another table is about nobody: there is no text',
      finding(key.replace('cases/', 'reviews/'), [at(0)]),
      [],
    ],
    ['in a file that is gone is about nobody', finding(key.replace('000001', '000009'), [at(0)]), []],
    [
      'in a record is about its case',
      finding(`record/tenant=north/day=2026-11-20/${ids[1]!}.json`, [at(0)], 'archive'),
      [ids[1]!],
    ],
    ['elsewhere is about nobody', finding('seal/00000001.json', [at(0)], 'archive'), []],
  ])('%s', async (_what, event, expected) => expect(await found(event)).toEqual(expected));

  it('that is none is refused, without quoting it', async () => {
    const thrown = await casesOf({ source: 'leaked@example.org' }).catch((error: unknown) => error as Error);
    expect((thrown as Error).message).not.toContain('leaked');
  });

  it('is not read across tenants', async () => {
    const other = finding(key.replace('north', 'south'), [at(0)]);
    expect(await found(other)).toEqual([]);
  });

  it('contains each case; one whose row cannot be changed makes the event come again', async () => {
    const ports = {
      cases: { get: async () => Promise.reject(new Failure('Unavailable')) },
    } as unknown as Ports;
    const contain = containMacieFinding(casesOf, containFinding)(ports);
    await expect(contain(finding(key, [at(0)]))).rejects.toMatchObject({ name: 'Unavailable' });
    expect(await contain(finding(key, [at(3)]))).toEqual({ contained: 0, known: 0 });
  });
});
