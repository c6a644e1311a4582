// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '../../lambdas/aws/connection.ts';
import { openMedical } from '../../lambdas/aws/medical.ts';
import type { DetectMedical } from '../../lambdas/ports.ts';
import { functionPrincipal, runtimeEnvironment } from '../stubs/cloud.ts';
import { type MedicalStub, openMedicalStub } from '../stubs/medical.ts';

let service: MedicalStub;
let detect: DetectMedical;
beforeAll(async () => {
  service = await openMedicalStub(new Map([[functionPrincipal.accessKeyId, functionPrincipal]]));
  Object.assign(process.env, runtimeEnvironment, { AWS_ENDPOINT_URL_COMPREHENDMEDICAL: service.url });
});
afterAll(() => service.close());
beforeEach(() => {
  service.fail(undefined);
  service.find([]);
  service.shift(0);
  service.calls.length = 0;
  const timeouts = { connection: 1000, request: 300 };
  detect = openMedical(connect({ attempts: 1, clock: Date.now, timeouts }));
});
const found = async (text: string) =>
  (await detect(text)).map(({ type, start, end }) => [type, text.slice(start, end)]);

describe('Comprehend Medical', () => {
  it.each([
    ['plain text', 'Seen by John Smith.'],
    ['after an emoji', '🏥 Seen by John Smith.'],
    ['among characters beyond the first plane', '𝓐𝓑 John Smith 🧑🏽‍⚕️ and John Smith again'],
    ['after half of a pair', '\ud83c John Smith'],
  ])('finds exactly what it reports: %s', async (_what, text) => {
    service.find([{ Type: 'NAME', Text: 'John Smith' }]);
    const names = await found(text);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toEqual(['NAME', 'John Smith']);
  });

  it.each([
    ['one to the right', 1],
    ['one to the left', -1],
    ['beyond the end', 1000],
  ])('is not believed when its offsets are off: %s', async (_what, by) => {
    service.find([{ Type: 'NAME', Text: 'John Smith' }]);
    service.shift(by);
    await expect(detect('Seen by John Smith.')).rejects.toMatchObject({ name: 'Malformed' });
  });

  it('is taken at any score, and for types that nobody knows', async () => {
    service.find([
      { Type: 'ADDRESS', Text: 'Washington', Score: 0.01 },
      { Type: 'STARSHIP', Text: 'Enterprise', Score: 0.5 },
    ]);
    expect(await found('From Washington to the Enterprise.')).toEqual([
      ['PLACE', 'Washington'],
      ['NAME', 'Enterprise'],
    ]);
  });

  it.each([
    ['45', []],
    ['89-year-old', []],
    ['90', [['AGE', '90']]],
    ['102 years', [['AGE', '102 years']]],
    ['ninety-two', [['AGE', 'ninety-two']]],
  ])('reports the age %s as Safe Harbor counts it', async (age, expected) => {
    service.find([{ Type: 'AGE', Text: age }]);
    expect(await found(`She is ${age} now.`)).toEqual(expected);
  });

  it.each([
    ['ASCII', 'a word and another. ', 60_000],
    ['three bytes a character', '東京の病院で診察。 ', 30_000],
    ['four bytes a character', '🏥🧑🏽‍⚕️ ', 20_000],
    ['not a single space', 'x', 50_000],
  ])('is asked in pieces within its limits: %s', async (_what, unit, length) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    await detect(text);
    const asked = service.calls.map((call) => (JSON.parse(call.body.toString()) as { Text: string }).Text);
    expect(asked.length).toBeGreaterThan(1);
    for (const piece of asked) {
      expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(20_000);
      expect(text).toContain(piece);
      expect(piece.isWellFormed()).toBe(true);
    }
    expect(text.startsWith(asked[0]!)).toBe(true);
    expect(text.endsWith(asked.at(-1)!)).toBe(true);
  });

  it('finds what lies on the border of two pieces, and covers it at its place', async () => {
    const text = `${'word '.repeat(3799)}Jonathan Quillfeather${' word'.repeat(3799)}`;
    service.find([{ Type: 'NAME', Text: 'Jonathan Quillfeather' }]);
    const names = await found(text);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toEqual(['NAME', 'Jonathan Quillfeather']);
  });

  it('is not asked about nothing', async () => {
    expect(await detect('')).toEqual([]);
    expect(service.calls).toEqual([]);
  });

  it.each([
    ['TooManyRequestsException', { name: 'TooManyRequestsException', status: 400 }, 'Throttled'],
    ['InternalServerException', { name: 'InternalServerException', status: 500 }, 'Unavailable'],
    ['ServiceUnavailableException', { name: 'ServiceUnavailableException', status: 503 }, 'Unavailable'],
    ['InvalidEncodingException', { name: 'InvalidEncodingException', status: 400 }, 'Malformed'],
    ['TextSizeLimitExceededException', { name: 'TextSizeLimitExceededException', status: 400 }, 'Malformed'],
    ['AccessDeniedException', { name: 'AccessDeniedException', status: 400 }, 'Malformed'],
    ['an expired token', { name: 'ExpiredTokenException', status: 400 }, 'Unavailable'],
    ['no answer in time', 'hang' as const, 'Unavailable'],
    ['a broken connection', 'reset' as const, 'Unavailable'],
    ['half an answer', 'cut' as const, 'Unavailable'],
  ])('%s is told by name, without what the service said', async (_what, fault, name) => {
    service.fail(() => fault);
    const error: unknown = await detect('Seen by John Smith.').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name });
    expect((error as Error).message).not.toMatch(/leaked|Smith/);
  });
});
