// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import { filterLines, type FilterStreams, TextLineSchema } from './json-lines.ts';
import { policyOf, policyOption } from './policy-of.ts';

const streams = (): FilterStreams => ({
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  interactive: process.stderr.isTTY,
});

/** The filters over JSON lines. They need no server. The engine is loaded by who asks for it: it takes longer than most commands. */
export function addFilterCommands(program: Command): void {
  program
    .command('detect')
    .summary('find identifiers: JSON lines in, spans out')
    .description(
      'Reads {"id","text"} lines, writes {"id","spans":[{"start","end","type","subtype","score"}]}. Offsets count Unicode code points. A text that could not be read whole has "complete":false.',
    )
    .addOption(policyOption())
    .action(async ({ policy }: { policy: string }) => {
      const { detectLine } = await import('./detect.ts');
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
      const { screenLine } = await import('./screen.ts');
      process.exitCode = await filterLines(streams(), TextLineSchema, screenLine(policyOf(policy), as));
    });

  program
    .command('rescan')
    .summary('check answers: JSON lines in, verdicts out')
    .description(
      'Reads {"id","question","answer","context"?,"identities":{placeholder: value}} lines, writes {"id","verdict","reasons"}.',
    )
    .addOption(policyOption())
    .action(async ({ policy }: { policy: string }) => {
      const { RescanLineSchema, rescanLine } = await import('./rescan.ts');
      process.exitCode = await filterLines(streams(), RescanLineSchema, rescanLine(policyOf(policy)));
    });
}
