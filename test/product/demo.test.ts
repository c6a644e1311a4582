// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { samples } from '../../local/demo/sample.ts';
import { run } from './command.ts';
import { freePort, kill, startModel, startProduct } from './process.ts';

jest.setTimeout(120_000);
const script = 'local/demo.ts';
type Report = {
  title: string;
  outcome: string;
  caseId: string;
  turns: { modelSaw?: string }[];
  wrong: string[];
};

describe('npm run demo', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-demo-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows that every sample goes as its file says, and commands that work', async () => {
    const environment = { AIRLOCK_DATA: join(folder, 'own') };
    const { code, out, err } = await run([], { script, environment });
    expect({ code, err, wrong: out.includes('WRONG') }).toEqual({ code: 0, err: '', wrong: false });
    const shown = out.replaceAll(/[│\s]+/g, ' ');
    for (const { request, title } of samples()) {
      expect(request.policy).toMatch(/^(?:healthcare|finance)$/);
      expect(shown).toContain(title.split(' ').slice(0, 3).join(' '));
    }
    // No cell ends within a placeholder.
    expect(out).not.toMatch(/\[[A-Z_]{1,20}[\w+]{0,10} *[│…]/);

    const product = await startProduct(environment.AIRLOCK_DATA, await freePort());
    const commands = [...out.matchAll(/^ {2}npx airlock ([^#\n]+)/gm)].map((match) =>
      (match[1] ?? '').trim(),
    );
    expect(commands.length).toBeGreaterThanOrEqual(6);
    for (const command of commands)
      expect(await run(command.split(' '), { environment })).toMatchObject({ code: 0, err: '' });
    await kill(product);
  });

  it('uses a server that runs on the data folder', async () => {
    const environment = { AIRLOCK_DATA: join(folder, 'other') };
    const product = await startProduct(environment.AIRLOCK_DATA, await freePort());
    const { code, err, json } = await run(['--json'], { script, environment });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { samples: reports } = json() as { samples: Report[] };
    expect(reports.map((report) => report.wrong).flat()).toEqual([]);
    expect(reports).toHaveLength(samples().length);
    const shown = await run(['show', reports[0]?.caseId ?? ''], { environment });
    expect(shown).toMatchObject({ code: 0, err: '' });
    await kill(product);
  });

  it('ends with 1 and says what is different when a model answers otherwise', async () => {
    // Not one that is down: the workflow would ask it again for a minute and more.
    const model = await startModel(() => ({ role: 'assistant', content: 7 }));
    const environment = { AIRLOCK_DATA: join(folder, 'other-model'), AIRLOCK_MODEL_URL: model.url };
    const { code, json } = await run(['--json'], { script, environment });
    model.close();
    expect(code).toBe(1);
    const { samples: reports } = json() as { samples: Report[] };
    expect(reports.find((report) => report.title.startsWith('A letter'))).toMatchObject({
      outcome: 'failed',
    });
    expect(reports.find((report) => report.title.startsWith('A prompt that attacks'))?.wrong).toEqual([]);
  });
});
