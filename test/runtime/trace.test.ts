// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

const trace = new URL('../../lambdas/runtime/trace.ts', import.meta.url).href;
const failures = new URL('../../lambdas/failures.ts', import.meta.url).href;

type Segment = Readonly<{
  name: string;
  trace_id: string;
  parent_id: string;
  annotations: Readonly<Record<string, unknown>>;
  fault?: boolean;
}>;
const root = '1-5759e988-bd862e3fe1be46a994272793';
const script = `
const { traced } = await import('${trace}');
const { Failure } = await import('${failures}');
await traced('deidentify', async (annotate) => {
  annotate({ caseId: 'c', tenantId: 'north', text: 'John Smith', status: 200 });
  return { body: 'John Smith' };
});
const failing = [new Failure('Unavailable', new Error('John Smith')), new TypeError('Cannot read "John Smith"')];
for (const thrown of failing)
  await traced('screen-prompt', async () => { throw thrown; }).catch((same) => {
    if (same !== thrown) throw new Error('Something else was thrown.');
  });
`;

/** What a function's process sends to X-Ray's daemon while it does this, and what it writes. */
async function sent(
  env: Readonly<Record<string, string>>,
  expected: number,
): Promise<Readonly<{ segments: readonly Segment[]; text: string; written: string; code: unknown }>> {
  const daemon = createSocket('udp4');
  daemon.bind(0, '127.0.0.1');
  await once(daemon, 'listening');
  const received: string[] = [];
  const all = new Promise<void>((resolve) => {
    if (expected === 0) resolve();
    daemon.on('message', (message) => {
      received.push(message.toString());
      if (received.length === expected) resolve();
    });
  });
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
    env: { ...env, AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}` },
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const [[code]] = await Promise.all([once(child, 'close'), all]);
  daemon.close();
  // Each begins with a line that says which format follows.
  const segments = received.map((message) => JSON.parse(message.split('\n')[1] ?? '') as Segment);
  return { segments, text: received.join(''), written: written.join(''), code };
}

const onLambda = {
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: '/var/task',
  _X_AMZN_TRACE_ID: `Root=${root};Parent=53995c3f42cd8ad8;Sampled=1`,
};

describe('the trace of a function', () => {
  let on: Awaited<ReturnType<typeof sent>>;
  beforeAll(async () => {
    on = await sent(onLambda, 3);
  });

  it('is a segment under the one that Lambda made', () => {
    expect(on.segments.map(({ name }) => name).sort()).toEqual([
      'deidentify',
      'screen-prompt',
      'screen-prompt',
    ]);
    for (const { trace_id, parent_id } of on.segments)
      expect([trace_id, parent_id]).toEqual([root, '53995c3f42cd8ad8']);
  });

  it('has what is allowed and nothing else: no answer, no message, no cause', () => {
    const [done] = on.segments.filter(({ name }) => name === 'deidentify');
    expect(done).not.toHaveProperty('metadata');
    expect(done?.annotations).toEqual({
      function: 'deidentify',
      caseId: 'c',
      tenantId: 'north',
      status: 200,
    });
    expect(on.text).not.toContain('Smith');
    expect(on.written).not.toContain('Smith');
  });

  it('has the name of what was thrown, which is thrown on', () => {
    const failed = on.segments.filter(({ fault }) => fault === true);
    expect(failed.map(({ annotations }) => annotations)).toEqual([
      { function: 'screen-prompt', error: 'Unavailable' },
      { function: 'screen-prompt', error: 'TypeError' },
    ]);
    expect(on.code).toBe(0);
  });

  it('is not sent where there is none to follow, and the work is done all the same', async () => {
    const off = await sent({}, 0);
    expect(off.code).toBe(0);
    expect(off.written).toBe('');
  });
});
