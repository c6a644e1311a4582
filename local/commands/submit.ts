// SPDX-License-Identifier: Apache-2.0
import { type Command, InvalidArgumentError } from 'commander';
import { type CaseView, CaseViewSchema } from '../../lambdas/api/case-view.ts';
import { callerFor } from './caller.ts';
import { print } from './print.ts';
import { whileWaiting } from './progress.ts';
import { textOf } from './text-of.ts';
import { exitCodes, UsageError } from './usage-error.ts';

type Options = Readonly<{
  policy: string;
  file: string;
  document: string[];
  conversation?: string | undefined;
  wait?: number | true;
  as: string;
  json: boolean;
  key?: string;
}>;

/** A JSON object with messages; undefined for any other text. @throws UsageError for a file that is named JSON and is none */
function requestIn(text: string, file: string): Record<string, unknown> | undefined {
  try {
    const request: unknown = JSON.parse(text);
    return typeof request === 'object' && request !== null && 'messages' in request
      ? { ...request }
      : undefined;
  } catch {
    // What the parser says quotes the text.
    if (file.endsWith('.json')) throw new UsageError(`${file} is not JSON.`);
    return undefined;
  }
}

/**
 * The body for a file: a JSON object with messages is sent as it is, any other text is the user's message. Documents come on top of
 * those in the file. @throws UsageError
 */
export function bodyFor({
  policy,
  file,
  document,
  conversation,
}: Pick<Options, 'policy' | 'file' | 'document' | 'conversation'>): unknown {
  const text = textOf(file);
  const request = requestIn(text, file) ?? { messages: [{ role: 'user', content: text }] };
  const given = document.map((path) => ({ title: path.split('/').at(-1), content: textOf(path) }));
  const own = request['documents'] ?? [];
  // What is no list is the server's to refuse.
  const documents = Array.isArray(own) ? [...(own as unknown[]), ...given] : own;
  return {
    ...request,
    policy,
    ...(conversation === undefined ? {} : { conversation }),
    ...(given.length === 0 ? {} : { documents }),
  };
}

const waitOf = (value: string): number => {
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 60)
    throw new InvalidArgumentError('seconds, 1 to 60.');
  return seconds;
};

/** What a person is told about a case. */
export function caseText(view: CaseView): string {
  const end = view.outcome ?? view.status;
  const lines = [
    `case ${view.caseId}: ${end}`,
    ...view.reasons.map((reason) => `  ${reason.code}: ${reason.sentence}`),
  ];
  if (view.rejection !== undefined) lines.push(`  ${view.rejection.code}: ${view.rejection.sentence}`);
  if (view.failure !== undefined)
    lines.push(`  ${view.failure.code}: ${view.failure.sentence}`, '', view.failure.advice);
  if (view.answer !== undefined) lines.push('', view.answer.content);
  if (view.status === 'held')
    lines.push('', `A person decides. See it: npx airlock reviews show ${view.caseId}`);
  return lines.join('\n');
}

/** 0 released or under way, 3 held, 4 refused, 1 failed. */
export function exitCodeOf(view: Pick<CaseView, 'status' | 'outcome'>): number {
  if (view.status === 'held') return exitCodes.held;
  if (view.outcome === undefined || view.outcome === 'released') return exitCodes.done;
  return view.outcome === 'failed' ? exitCodes.failed : exitCodes.refused;
}

export function addSubmitCommands(program: Command): void {
  program
    .command('submit')
    .summary('send a request')
    .description('Sends a text file, or a JSON file with messages, as a request.')
    .requiredOption('--policy <name>', 'the policy to go by')
    .requiredOption('--file <path>', 'the prompt; - for standard input')
    .option(
      '--document <path>',
      'a context document (may be given several times)',
      (path: string, before: string[]) => [...before, path],
      [],
    )
    .option('--conversation <id>', 'continue a conversation')
    .option('--key <key>', 'idempotency key: the same key is the same case')
    .option('--wait [seconds]', 'wait for the answer (30 s unless said)', waitOf)
    .option('--as <person>', 'who asks', 'rosa')
    .option('--json', 'print JSON', false)
    .action(async (options: Options) => {
      const call = await callerFor(options.as);
      const seconds = options.wait === true ? 30 : options.wait;
      const headers = {
        ...(seconds === undefined ? {} : { prefer: `wait=${seconds}` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      };
      const sent = call('POST', '/v1/requests', { body: bodyFor(options), headers });
      const view = CaseViewSchema.parse(await whileWaiting('waiting for the answer', sent));
      print(options.json, view, () => caseText(view));
      process.exitCode = exitCodeOf(view);
    });

  program
    .command('show')
    .summary('show a request of yours')
    .argument('<case>')
    .option('--as <person>', 'who asks', 'rosa')
    .option('--json', 'print JSON', false)
    .action(async (caseId: string, options: { as: string; json: boolean }) => {
      const view = CaseViewSchema.parse(
        await (
          await callerFor(options.as)
        )('GET', `/v1/requests/${encodeURIComponent(caseId)}`),
      );
      print(options.json, view, () => caseText(view));
      process.exitCode = exitCodeOf(view);
    });
}
