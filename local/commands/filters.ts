// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { readPolicy } from '../policy-file.ts';
import { detectLine } from './detect.ts';
import { filterLines, type FilterStreams, TextLineSchema } from './json-lines.ts';
import { policyOf } from './policy-of.ts';
import { screenLine } from './screen.ts';
import { exitCodes } from './usage-error.ts';

const streams = (): FilterStreams => ({
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  interactive: process.stderr.isTTY,
});

const policyOption = () =>
  new Option('--policy <name>', 'a policy of policies/, or a file').makeOptionMandatory();

/** The commands that need no server: filters over JSON lines, and the check of a policy file. */
export function addFilterCommands(program: Command): void {
  program
    .command('detect')
    .summary('find identifiers: JSON lines in, spans out')
    .description(
      'Reads {"id","text"} lines, writes {"id","spans":[{"start","end","type","subtype","score"}]}. Offsets count Unicode code points.',
    )
    .addOption(policyOption())
    .action(async ({ policy }: { policy: string }) => {
      process.exitCode = await filterLines(streams(), TextLineSchema, detectLine(policyOf(policy)));
    });

  program
    .command('screen')
    .summary('screen prompts or documents: JSON lines in, verdicts out')
    .description('Reads {"id","text"} lines, writes {"id","verdict","reasons"}.')
    .addOption(policyOption())
    .addOption(
      new Option('--as <kind>', 'take each text as').choices(['message', 'document']).default('message'),
    )
    .action(async ({ policy, as }: { policy: string; as: 'message' | 'document' }) => {
      process.exitCode = await filterLines(streams(), TextLineSchema, screenLine(policyOf(policy), as));
    });

  const policies = program.command('policy').summary('check policy files');
  policies
    .command('check')
    .description('Explains every mistake of a policy file with its path.')
    .argument('<files...>', 'policy files')
    .action((files: string[]) => {
      for (const file of files) {
        const read = readPolicy(readFileSync(file, 'utf8'));
        if (read.policy === undefined) {
          process.exitCode = exitCodes.failed;
          for (const mistake of read.mistakes) process.stderr.write(`${file}: ${mistake}\n`);
        } else
          process.stdout.write(
            `${file}: ${read.policy.id} ${read.policy.version} is valid (${read.ref.hash.slice(0, 12)})\n`,
          );
      }
    });
}
