// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { users } from '../../local/identity/users.ts';
import { freePort, kill, policiesWithoutSample, type Product, startProduct } from './process.ts';

jest.setTimeout(240_000);
const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocksOf = (language: string) =>
  [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] ?? '');

/** What is run elsewhere: the first by this test in its own way, the others by .ci/run. */
const elsewhere = ['npm start\n', 'npm test\n', 'npm run synth\n'];

type Ran = { code: number | null; out: string; err: string };
function bash(script: string, environment: Record<string, string>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = {
      ...environment,
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      HOME: process.env['HOME'],
    };
    const child = spawn('bash', ['-eu', '-c', script], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Ids, instants and check characters differ every time. */
const masked = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replaceAll(/(\[[A-Z_]+_\d+_)[0-9A-Z]{2}/g, '$1··');

/** Title and end of each row of the demo's table: what does not move when the engine gets better. */
const endsIn = (table: string): string[] =>
  table.split(/^├.*┤$/m).map((row) => {
    const cells = row.split('\n').map((line) => line.split('│').map((cell) => cell.trim()));
    const column = (at: number) => cells.map((each) => each[at] ?? '').filter((each) => each !== '');
    return `${column(1).join(' ')}: ${column(2)[0] ?? ''}`;
  });

describe('README.md', () => {
  let folder: string;
  let product: Product;
  let environment: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-readme-'));
    const AIRLOCK_POLICIES = await policiesWithoutSample(folder);
    environment = { AIRLOCK_DATA: join(folder, 'data'), AIRLOCK_POLICIES };
    product = await startProduct(environment['AIRLOCK_DATA'] ?? '', await freePort(), { AIRLOCK_POLICIES });
  });
  afterAll(async () => {
    await kill(product);
    rmSync(folder, { recursive: true });
  });

  it('has commands that all work, in order, and give what it shows', async () => {
    const blocks = blocksOf('sh');
    const ci = readFileSync(join(root, '.ci/run'), 'utf8');
    for (const block of elsewhere) {
      expect(blocks).toContain(block);
      if (block !== 'npm start\n') expect(ci).toContain(block);
    }
    const marker = '--- next block ---';
    const script = blocks
      .filter((block) => !elsewhere.includes(block))
      .join(`echo '${marker}'\n`)
      .replaceAll('http://127.0.0.1:8787', product.url);
    const { code, out, err } = await bash(script, environment);
    // What was said last, so that a failure shows what went wrong.
    expect({ code, said: code === 0 ? '' : (out + err).slice(-600) }).toEqual({ code: 0, said: '' });
    expect(out + err).not.toMatch(/\bat .*\.ts:\d|WRONG/);

    const [first = '', demo = '', ...more] = out.split(`${marker}\n`);
    // As text: the order of its fields is shown too.
    expect(JSON.stringify(JSON.parse(masked(first)))).toBe(
      JSON.stringify(JSON.parse(masked(blocksOf('json')[0] ?? ''))),
    );
    const table = (text: string) => endsIn(text.slice(text.indexOf('┌'), text.indexOf('└')));
    expect(table(demo)).toEqual(table(blocksOf('text')[0] ?? ''));
    // The first sample begins as the first request does.
    const saw = /The model saw `(.+?)\. …`/.exec(readme)?.[1] ?? 'nothing';
    const letter = /│([^│]*)│[^│]*│$/gm;
    const shown = [...demo.matchAll(letter)].map((match) => (match[1] ?? '').trim()).join(' ');
    expect(masked(shown)).toContain(masked(saw));
    const [commands = '', filters = '', scored = '', openai = '', checked = ''] = more;
    expect(commands).toMatch(/medication-dosage[\s\S]*approve by vera[\s\S]*case [0-9a-f-]{36}/);
    expect(filters).toMatch(
      /"subtype":"SSN"[\s\S]*"verdict":"(?:hold|block)"[\s\S]*"verdict":"pass"[\s\S]*delimited/,
    );
    expect(scored).toMatch(/mine +│ 100\.0 %/);
    expect(openai).toMatch(/^stop [\s\S]*Dear Helen Marsh/);
    expect(checked.match(/is valid/g)).toHaveLength(2);
  });

  it('names every environment variable, and none that is not read', () => {
    const sources = ['local', 'lambdas', 'bin'].flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(root, top, name), 'utf8')),
    );
    const namesIn = (text: string) => text.match(/\bAIRLOCK_[A-Z_]{2,40}\b/g) ?? [];
    const read = [...new Set(sources.flatMap(namesIn))].sort();
    const named = [
      ...new Set([...readme.matchAll(/^\| `(AIRLOCK_[A-Z_]+)`/gm)].map((match) => match[1])),
    ].sort();
    expect(named).toEqual(read);
  });

  it('names everybody who can sign in, with their tenant', () => {
    const named = [...readme.matchAll(/^\| ([a-z]+) +\| (clinic|bank) +\|/gm)].map(([, name, tenant]) => [
      name,
      tenant,
    ]);
    expect(named).toEqual(users.map(({ name, tenantId }) => [name, tenantId]));
  });

  it('has no link to a file that is not there', () => {
    for (const name of ['README.md', ...readdirSync(join(root, 'docs')).map((each) => `docs/${each}`)]) {
      if (!name.endsWith('.md')) continue;
      const text = readFileSync(join(root, name), 'utf8');
      const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
      const lost = targets.filter((target) => !existsSync(join(root, dirname(name), target)));
      expect({ name, lost }).toEqual({ name, lost: [] });
    }
  });
});
