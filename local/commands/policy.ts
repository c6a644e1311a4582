// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { readPolicy } from '../../lambdas/policy-file.ts';
import { addReplayCommand } from './replay.ts';
import { textOf } from './text-of.ts';
import { exitCodes } from './usage-error.ts';

export function addPolicyCommands(program: Command): void {
  const policies = program.command('policy').summary('check policy files, and try one on what is archived');
  addReplayCommand(policies);
  policies
    .command('check')
    .description('Explains every mistake of a policy file with its path.')
    .argument('<files...>', 'policy files')
    .action((files: string[]) => {
      for (const file of files) {
        const read = readPolicy(textOf(file));
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
