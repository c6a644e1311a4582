// SPDX-License-Identifier: Apache-2.0
import { Command, CommanderError } from 'commander';
import { addFilterCommands } from './commands/filters.ts';
import { exitCodes, UsageError } from './commands/usage-error.ts';

const program = new Command('airlock')
  .description('Sends requests through prompt-airlock, decides what it holds, and asks its archive.')
  .showHelpAfterError('(add --help for what this command takes)')
  .addHelpText(
    'after',
    `
Exit codes: ${exitCodes.done} done · ${exitCodes.failed} failed, or part of the input was unreadable · ${exitCodes.usage} wrong call ·
            ${exitCodes.held} held for a person · ${exitCodes.refused} blocked, rejected or expired · ${exitCodes.notFound} not found · ${exitCodes.unreachable} the server does not answer`,
  )
  .exitOverride();

addFilterCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.usage;
  } else throw error;
}
