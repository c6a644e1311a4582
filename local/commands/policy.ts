// SPDX-License-Identifier: Apache-2.0
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readPolicy } from '../../lambdas/policy-file.ts';
import { custodyReasons } from '../../lambdas/records/custody.ts';
import type { ReplayFlags } from './replay.ts';
import { textOf } from './text-of.ts';
import { exitCodes } from './usage-error.ts';

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
};

export function addPolicyCommands(program: Command): void {
  const policies = program.command('policy').summary('check policy files, and try one on what is archived');
  policies
    .command('replay')
    .description(
      'Shows what a new policy would change in the archived cases of its name, by their de-identified texts. The server must be stopped: the data folder is opened exclusively. Prints case ids and codes, never text.',
    )
    .argument('<policy>', 'the new policy: a file, or the name of one in policies/')
    .addOption(
      new Option('--reason <code>', 'why; it is on record').choices(custodyReasons).makeOptionMandatory(),
    )
    .option('--as <person>', 'the officer who wants it', 'conrad')
    .option('--second <person>', 'another officer who agrees, where a policy wants two')
    .option('--limit <cases>', 'stop after this many cases', wholeNumber)
    .option('--json', 'print JSON lines: the cases that change, then the counts', false)
    .action(async (file: string, flags: ReplayFlags) => {
      const { replay } = await import('./replay.ts');
      await replay(file, flags);
    });
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
