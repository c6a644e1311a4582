// SPDX-License-Identifier: Apache-2.0
import { Command, CommanderError } from 'commander';
import { productVersion } from '../lambdas/version.ts';
import { addArchiveCommands } from './commands/archive.ts';
import { Refused } from './commands/caller.ts';
import { addEvalCommand } from './commands/eval.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addFilterCommands } from './commands/filters.ts';
import { addPolicyCommands } from './commands/policy.ts';
import { addRequestsCommand } from './commands/requests.ts';
import { addReviewCommands } from './commands/reviews.ts';
import { addSubmitCommands } from './commands/submit.ts';
import { addTokenCommand } from './commands/token.ts';
import { exitCodes, UsageError } from './commands/usage-error.ts';

// Whoever reads the output may stop before its end, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed);
});

const program = new Command('airlock')
  .description('Sends requests through prompt-airlock, decides what it holds, and asks its archive.')
  .version(productVersion)
  .showHelpAfterError('(add --help for what this command takes)')
  .addHelpText(
    'after',
    `
Exit codes: ${exitCodes.done} done · ${exitCodes.failed} failed, or part of the input was unreadable · ${exitCodes.usage} wrong call ·
            ${exitCodes.held} held for a person · ${exitCodes.refused} blocked, rejected or expired · ${exitCodes.notFound} not found · ${exitCodes.unreachable} the server does not answer`,
  )
  .exitOverride();

for (const add of [
  addSubmitCommands,
  addRequestsCommand,
  addReviewCommands,
  addArchiveCommands,
  addTokenCommand,
  addFilterCommands,
  addExplainCommand,
  addPolicyCommands,
  addEvalCommand,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.usage;
  } else if (error instanceof Refused) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    // What was thrown may quote a text: its name says enough.
    process.stderr.write(`It failed: ${error instanceof Error ? error.name : 'unknown'}.\n`);
    process.exitCode = exitCodes.failed;
  }
}
