// SPDX-License-Identifier: Apache-2.0
import { type Command, InvalidArgumentError } from 'commander';
import { users } from '../identity/users.ts';
import { tokenFor } from './caller.ts';

const secondsOf = (value: string): number => {
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400)
    throw new InvalidArgumentError('seconds, up to a day.');
  return seconds;
};

export function addTokenCommand(program: Command): void {
  program
    .command('token')
    .summary('a token of the development sign-in')
    .description(
      `Prints an access token for one of the development people (${users.map(({ name }) => name).join(', ')}).`,
    )
    .argument('<person>')
    .option('--expires-in <seconds>', 'how long it is good for', secondsOf)
    .action(async (person: string, { expiresIn }: { expiresIn?: number }) => {
      process.stdout.write(`${await tokenFor(person, expiresIn)}\n`);
    });
}
