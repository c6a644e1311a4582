// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const report = new URL('../../lambdas/runtime/report.ts', import.meta.url).href;
const failures = new URL('../../lambdas/failures.ts', import.meta.url).href;

/** What a function's process writes while it does this. */
function written(script: string): Record<string, unknown>[] {
  const code = `import * as report from '${report}'; import { Failure } from '${failures}'; ${script}`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', code],
    { encoding: 'utf8', env: { STAGE: 'trial' } },
  );
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log of a function', () => {
  it('has the fields that are allowed and no others', () => {
    const [line] = written(
      `report.note('done', { function: 'deidentify', caseId: 'c', text: 'John Smith', event: { body: 'secret' } });`,
    );
    expect(line).toMatchObject({ message: 'done', function: 'deidentify', caseId: 'c', level: 'INFO' });
    expect(JSON.stringify(line)).not.toMatch(/Smith|secret/);
  });

  it('has the name and the place of what was thrown, and neither message nor cause', () => {
    const lines = written(
      `report.noteFailure('deidentify', new Failure('Unavailable', new Error('John Smith')));
       report.noteFailure('deidentify', new TypeError('Cannot read "John Smith"'));
       report.noteFailure('deidentify', 'John Smith');
       report.noteFailure('deidentify', Object.assign(new Error('x'), { name: 'John Smith' }));`,
    );
    const logged = lines.filter((line) => line['level'] === 'ERROR');
    expect(logged.map((line) => line['error'])).toEqual(['Unavailable', 'TypeError', 'string', 'Error']);
    expect(logged[0]?.['frames']).not.toHaveLength(0);
    expect(JSON.stringify(lines)).not.toContain('Smith');
  });

  it('counts what failed, for alarms, by stage', () => {
    const metrics = written(`report.noteFailure('deidentify', new Failure('Throttled'));`).filter(
      (line) => line['_aws'] !== undefined,
    );
    expect(metrics.map((line) => line['Failed'] ?? line['Throttled'])).toEqual([1, 1]);
    for (const line of metrics) expect(line).toMatchObject({ stage: 'trial' });
  });
});
