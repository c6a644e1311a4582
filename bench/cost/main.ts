// SPDX-License-Identifier: Apache-2.0
import { Command, InvalidArgumentError } from 'commander';
import { printTable } from '../table.ts';
import { report } from './report.ts';

const number = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least || value > most)
    throw new InvalidArgumentError(`Write a number from ${least} to ${most}.`);
  return value;
};
const share = number(0, 1);

const options = new Command('cost')
  .description('What a month of requests costs on AWS, where its quotas bind, and how a day of it would go.')
  .option('--requests <count>', 'requests a month', number(1, 1e9), 1e6)
  .option('--prompt <characters>', 'length of a prompt', number(1, 200_000), 2000)
  .option('--answer <characters>', 'length of an answer', number(1, 200_000), 2000)
  .option('--documents <characters>', 'length of the documents that come along', number(0, 200_000), 0)
  .option('--history <share>', 'share of a prompt that was sent before in its conversation', share, 0)
  .option(
    '--asked-prompt <share>',
    'economy: share of prompts that Comprehend Medical is asked about',
    share,
    0.2,
  )
  .option('--asked-answer <share>', 'economy: share of answers that it is asked about', share, 0.1)
  .option('--seed <n>', 'of the simulated day', number(0, 2 ** 31), 1)
  .option('--json', 'one JSON document instead of tables', false)
  .parse()
  .opts<{
    requests: number;
    prompt: number;
    answer: number;
    documents: number;
    history: number;
    askedPrompt: number;
    askedAnswer: number;
    seed: number;
    json: boolean;
  }>();

const { askedPrompt, askedAnswer, seed, json, ...load } = options;
const { tables, figures } = report(load, { askedPrompt, askedAnswer, seed });
if (json) console.log(JSON.stringify(figures, null, 2));
else for (const table of tables) printTable(table);
