// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import type { Explanation } from '../../lambdas/privacy/explain.ts';
import { codePointOffsets } from './code-points.ts';
import { policyOf, policyOption } from './policy-of.ts';
import { print, table } from './print.ts';
import { textOf } from './text-of.ts';
import { UsageError } from './usage-error.ts';

type Options = Readonly<{ policy: string; text?: string; file?: string; json: boolean }>;

const head = ['text', 'type', 'score', 'detector', 'pattern', 'check', 'operator', 'becomes'];

const row = (each: Explanation): (string | number)[] => [
  each.text,
  each.type,
  each.score,
  each.detector,
  each.pattern,
  each.check ?? '-',
  each.operator,
  each.becomes ?? '(stays: below the threshold)',
];

/** `airlock explain`: why something is an identifier. It quotes the text, for the person who typed it. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .summary('show which detector says what about a text, and why')
    .description(
      'Lists every finding in a text with detector, pattern, check, score and what the policy makes of it. The placeholders are examples. Offsets in JSON count Unicode code points.',
    )
    .addOption(policyOption())
    .addOption(new Option('--text <text>', 'the text itself').conflicts('file'))
    .option('--file <path>', 'a text file; standard input unless said')
    .option('--json', 'print JSON', false)
    .action(async ({ policy, text: given, file = '-', json }: Options) => {
      const { explain } = await import('../../lambdas/privacy/explain.ts');
      const text = given ?? textOf(file);
      if (!text.isWellFormed()) throw new UsageError('The text is not well-formed Unicode.');
      const offset = codePointOffsets(text);
      const rows = explain(text, policyOf(policy));
      const findings = rows.map((each) => ({ ...each, start: offset(each.start), end: offset(each.end) }));
      print(json, findings, () =>
        rows.length === 0 ? 'No detector says anything.' : table(head, rows.map(row)),
      );
    });
}
