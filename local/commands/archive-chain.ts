// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { sentenceOf } from '../../lambdas/archive/complaint.ts';
import { keyIdOf } from '../../lambdas/archive/signature.ts';
import { custodyReasons } from '../../lambdas/records/custody.ts';
import { HeadSchema } from '../../lambdas/records/seal.ts';
import { headFile } from '../chain.ts';
import { exportArchive, exportedArchive, exportedKey } from '../export-archive.ts';
import { publicKeyFile } from '../seal-key.ts';
import { type Verification, verifyFolder, type VerifyOptions } from '../verify-folder.ts';
import { callerFor, dataFolder } from './caller.ts';
import { print } from './print.ts';
import { clearProgress, sayProgress } from './progress.ts';
import { exitCodes, UsageError } from './usage-error.ts';

type Who = Readonly<{ as: string; json: boolean }>;
type VerifyFlags = Readonly<{ export?: string; publicKey?: string; head?: string; json: boolean }>;

const RotatedSchema = z.looseObject({ seal: z.looseObject({ sequence: z.int() }), publicKey: z.string() });
const SealedSchema = z.looseObject({ seals: z.int(), objects: z.int(), newest: z.int() });

const fileText = (path: string, what: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${what} cannot be read: ${path}`);
  }
};

function headIn(path: string): NonNullable<VerifyOptions['head']> {
  try {
    return HeadSchema.parse(JSON.parse(fileText(path, 'The head')));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${path} does not hold a head.`);
  }
}

function publicKeyIn(path: string): string {
  const text = fileText(path, 'The public key');
  try {
    keyIdOf(text);
  } catch {
    throw new UsageError(`${path} does not hold a public key in PEM.`);
  }
  return text;
}

/** What a verification cannot know, so that nobody takes it for more than it is. */
function limitsOf(flags: VerifyFlags, head: boolean): string[] {
  return [
    ...(head
      ? ['What was sealed after the head that was given is not proved: a newer head proves more.']
      : ['Without a head from outside it cannot know whether seals were cut off at the end.']),
    ...(flags.export !== undefined && flags.publicKey === undefined
      ? [
          'The public key came with the export: whoever could rewrite all of it could have signed it anew. Give --public-key.',
        ]
      : []),
  ];
}

function verdictText(
  { complaints, seals, objects, waiting, newest }: Verification,
  limits: readonly string[],
) {
  const end =
    newest === undefined
      ? 'There is no seal.'
      : `The newest is ${newest.sequence}, of ${new Date(newest.time).toISOString()}: ${newest.seal}.`;
  return [
    `${objects} objects in ${seals} seals. ${end}`,
    ...complaints.map((each) => `✗ ${sentenceOf(each)}`),
    complaints.length === 0
      ? '✓ Nothing is missing, changed, added or reordered.'
      : `${complaints.length === 1 ? 'One complaint' : `${complaints.length} complaints`}.`,
    ...(waiting > 0 ? [`${waiting} objects are in no seal yet, and so not proved.`] : []),
    ...limits,
  ].join('\n');
}

function verify(flags: VerifyFlags): void {
  const data = dataFolder();
  const live = flags.export === undefined;
  const folder = live ? join(data, 'archive') : exportedArchive(resolve(flags.export));
  if (!existsSync(folder)) throw new UsageError(`There is no archive in ${folder}.`);
  const known = live ? publicKeyFile(data) : exportedKey(resolve(flags.export));
  const publicKey = publicKeyIn(flags.publicKey ?? known);
  const usual = headFile(data, process.env);
  const headPath = flags.head ?? (live && existsSync(usual) ? usual : undefined);
  const head = headPath === undefined ? undefined : headIn(headPath);
  const verified = verifyFolder({
    ...{ folder, publicKey, live },
    ...(head === undefined ? {} : { head }),
    checked: (objects) => sayProgress(`${objects} objects …`),
  });
  clearProgress();
  const limits = limitsOf(flags, head !== undefined);
  print(flags.json, { ...verified, limits }, () => verdictText(verified, limits));
  if (verified.complaints.length > 0) process.exitCode = exitCodes.failed;
}

/** `archive seal`, `export`, `verify`, `proof`: what makes the archive something an outsider can check. */
export function addChainCommands(archive: Command): void {
  archive
    .command('seal')
    .description('Seal now what was locked since the last seal; otherwise that happens every hour.')
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async ({ as, json }: Who) => {
      const call = await callerFor(as);
      const sealed = SealedSchema.parse(await call('POST', '/v1/archive/seals'));
      print(
        json,
        sealed,
        () => `${sealed.objects} objects in ${sealed.seals} new seals; the newest is ${sealed.newest}.`,
      );
    });

  archive
    .command('rotate-key')
    .description(
      'Hand the signing of seals over to a new key. Keep its public half where you keep the first one.',
    )
    .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`)
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async ({ as, json, reason }: Who & { reason: string }) => {
      const call = await callerFor(as);
      const rotated = RotatedSchema.parse(await call('POST', '/v1/archive/seals/key', { body: { reason } }));
      print(
        json,
        rotated,
        () =>
          `From seal ${rotated.seal.sequence + 1} on another key signs; seal ${rotated.seal.sequence} names it:\n${rotated.publicKey}`,
      );
    });

  archive
    .command('export')
    .description('Copy every seal and what it sealed to a folder, for somebody else to verify.')
    .argument('<folder>', 'where to; made, or empty')
    .option('--json', 'print JSON', false)
    .action((folder: string, { json }: { json: boolean }) => {
      let done;
      try {
        done = exportArchive(dataFolder(), resolve(folder));
      } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : 'It could not be exported.');
      }
      print(json, done, () => `${done.objects} objects in ${done.seals} seals are in ${resolve(folder)}.`);
    });

  archive
    .command('verify')
    .description(
      'Prove that nothing is missing, changed, added, reordered or cut off, or say exactly what is.',
    )
    .option('--export <folder>', 'an exported folder; the archive in use unless given')
    .option('--public-key <file>', 'the key to trust, PEM')
    .option('--head <file>', 'the newest head, as it was kept outside')
    .option('--json', 'print JSON', false)
    .action(verify);

  archive
    .command('proof')
    .description('The proof that the record of one case is in the chain, as JSON (docs/verify.md).')
    .argument('<case>')
    .option('--as <person>', 'who asks', 'conrad')
    .action(async (caseId: string, { as }: { as: string }) => {
      const call = await callerFor(as);
      const proof = await call('GET', `/v1/archive/cases/${encodeURIComponent(caseId)}/proof`);
      process.stdout.write(`${JSON.stringify(proof, null, 1)}\n`);
    });
}
