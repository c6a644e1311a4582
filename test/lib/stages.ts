// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Resource, resolver, type StackTemplate } from './resolve.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const prefix = 'prompt-airlock-assembly-';
export type StageName = 'trial' | 'staging' | 'production';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));

/** Changes with every file that a template is made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = ['lib', 'lambdas', 'policies', 'statemachines', 'bin'].flatMap((each) =>
    filesBelow(join(root, each)),
  );
  for (const file of [...files, join(root, 'cdk.json')].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/** Synthesises like `cdk synth`: the app is a process that is told context and folder. @throws Error with what it says */
export function synthesise(
  context: Record<string, unknown>,
): Readonly<{ folder: string; status: number; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}making-`));
  const { status, stderr, stdout } = spawnSync(process.execPath, ['lib/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context), NODE_OPTIONS: '' },
  });
  return { folder, status: status ?? 1, said: stderr + stdout };
}

export const cdkContext = (): Record<string, unknown> =>
  (JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> }).context;

let ready: string | undefined;
let broken: Error | undefined;
/** The assembly of all presets, made once for all test files that run on the same sources. */
export function assembly(): string {
  if (broken !== undefined) throw broken;
  if (ready !== undefined) return ready;
  const folder = join(tmpdir(), `${prefix}${fingerprint()}`);
  if (!existsSync(join(folder, 'manifest.json'))) {
    for (const old of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix)))
      if (Date.now() - statSync(join(tmpdir(), old)).mtimeMs > 3_600_000)
        rmSync(join(tmpdir(), old), { recursive: true, force: true });
    const made = synthesise(cdkContext());
    if (made.status !== 0) {
      broken = new Error(made.said);
      throw broken;
    }
    // Another worker may have been faster: its assembly is the same.
    try {
      renameSync(made.folder, folder);
    } catch {
      rmSync(made.folder, { recursive: true, force: true });
    }
  }
  ready = folder;
  return folder;
}

type Manifest = {
  artifacts: Record<string, { type: string; properties?: { stackName?: string; templateFile?: string } }>;
};

/** Templates of an assembly by the names of their stacks. */
export function templatesOf(folder: string): Record<string, StackTemplate> {
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return Object.fromEntries(
    Object.values(artifacts)
      .filter(({ type }) => type === 'aws:cloudformation:stack')
      .map(({ properties }) => [
        properties?.stackName ?? '',
        JSON.parse(readFileSync(join(folder, properties?.templateFile ?? ''), 'utf8')) as StackTemplate,
      ]),
  );
}

export type StackUnderTest = Readonly<{
  template: StackTemplate;
  /** All resources of a type, every intrinsic function resolved: ARNs and names as they would be. */
  all: (type: string) => Resource[];
}>;
export type StageUnderTest = Readonly<{ record: StackUnderTest; gateway: StackUnderTest }>;

/** The two stacks of a stage in an assembly. */
export function stageIn(folder: string, name: string): StageUnderTest {
  const templates = templatesOf(folder);
  const resolve = resolver(templates);
  const stack = (part: string): StackUnderTest => {
    const stackName = `PromptAirlock-${name}-${part}`;
    const template = templates[stackName];
    if (template === undefined) throw new Error(`no stack ${stackName}`);
    return {
      template,
      all: (type) =>
        Object.entries(template.Resources)
          .filter(([, resource]) => resource.Type === type)
          .map(([id, resource]) => ({ ...(resolve(stackName, resource) as Resource), id })),
    };
  };
  return { record: stack('record'), gateway: stack('gateway') };
}

export const stageOf = (name: StageName): StageUnderTest => stageIn(assembly(), name);
