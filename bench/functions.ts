// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Environment } from '../lambdas/environment.ts';
import { environmentFor, type FunctionName, functions } from '../lambdas/uses.ts';
import { type Bundle, bundles } from '../lib/bundles.ts';
import { median } from './percentiles.ts';
import type { Measured } from './table.ts';

const arn = (service: string) => `arn:aws:${service}:us-east-1:111122223333:example/example`;
const guardrail = JSON.stringify({ id: 'example', version: '1' });
/** Values of the right shape: nothing is called while a function starts. */
const example: Environment = {
  TENANT_ROLE_ARN: arn('iam'),
  VAULT_BUCKET: 'example-vault',
  VAULT_KEY_ARN: arn('kms'),
  ARCHIVE_BUCKET: 'example-archive',
  ARCHIVE_KEY_ARN: arn('kms'),
  HEADS_BUCKET: 'example-heads',
  CASES_TABLE: 'cases',
  CASE_KEYS_TABLE: 'case-keys',
  CASE_KEYS_KEY_ARN: arn('kms'),
  BACKUP_DAYS: '35',
  SEALS_TABLE: 'seals',
  SIGNING_KEY_ARNS: JSON.stringify([arn('kms')]),
  CONTROL_TABLE: 'control',
  STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:111122223333:stateMachine:airlock',
  EVENT_BUS_NAME: 'airlock',
  GUARDRAILS: `{"healthcare":${guardrail}}`,
  MODEL_GUARDRAIL: guardrail,
  MODELS: '["anthropic.example"]',
  MEDICAL: 'on',
  CHECKS: 'on',
  EFFORT: 'full',
  RETENTION_MODE: 'GOVERNANCE',
  CHARACTERS_PER_SECOND: '40000',
  TENANT_LIMITS: '{}',
  ATHENA_WORKGROUP: 'airlock',
  GLUE_DATABASE: 'airlock',
  CATALOGUE_BUCKET: 'example-catalogue',
  TENANTS: '["north"]',
  STAGE: 'trial',
};

/** What Lambda's runtime does first: it loads the module, which opens the function's ports. */
const script = `
const [module, layer, mount] = process.argv.slice(1);
(await import(mount)).mountLayer(layer);
globalThis.awslambda = { streamifyResponse: (handler) => handler };
const [cpu, wall] = [process.cpuUsage(), performance.now()];
await import(module);
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify([performance.now() - wall, (user + system) / 1000]));
process.exit(0);`;

const mount = new URL('../lib/mount-layer.ts', import.meta.url).href;

function started(name: FunctionName, place: string, layer: string): [number, number] {
  const needed = environmentFor(functions[name].uses).map((each) => [each, example[each]]);
  const env = {
    ...(Object.fromEntries(needed) as Record<string, string>),
    STAGE: 'trial',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'example',
    AWS_SECRET_ACCESS_KEY: 'example',
    // On Lambda, as the tracer sees it.
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: '/var/task',
  };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', script, pathToFileURL(place).href, layer, mount],
    { env, encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(`${name} does not start: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout) as [number, number];
}

const kB = (bytes: number): number => bytes / 1000;

/** How long each function of the deployment takes until its handler is there, and what it weighs. */
export async function benchFunctions(quick: boolean): Promise<Measured> {
  const { of, layer } = bundles();
  const rows = (Object.entries(of) as [FunctionName, Bundle][]).map(([name, bundle]) => {
    const place = join(bundle.folder, 'index.mjs');
    const runs = Array.from({ length: quick ? 1 : 5 }, () => started(name, place, layer.folder));
    const zipped = deflateRawSync(readFileSync(place)).length;
    return [
      name,
      median(runs.map(([wall]) => wall)),
      median(runs.map(([, cpu]) => cpu)),
      kB(bundle.bytes),
      kB(zipped),
      kB(bundle.loaded),
    ];
  });
  const column = (index: number): number[] => rows.map((row) => Number(row[index]));
  const sums = (['max', 'median'] as const).map((what) => [
    what,
    ...[1, 2, 3, 4, 5].map((index) => (what === 'max' ? Math.max(...column(index)) : median(column(index)))),
  ]);
  return {
    title:
      'Functions on AWS: from loading to the handler (reach: 300 ms), and the bundle (reach: 600 kB as it is, not zipped)',
    head: ['function', 'init ms', 'of it CPU ms', 'bundle kB', 'zipped kB', 'loaded with the layer kB'],
    rows: [...rows.sort((a, b) => Number(b[1]) - Number(a[1])), ...sums],
    notes: [
      `Without the start of Node itself. The layer weighs ${Math.round(kB(layer.bytes))} kB; the tagger’s model (2.1 MB) is a file beside the bundle.`,
    ],
  };
}
