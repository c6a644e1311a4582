// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { policyOf, policyOption } from './policy-of.ts';
import { print, table } from './print.ts';
import { clearProgress, sayProgress } from './progress.ts';
import type { SetResult } from './score-file.ts';
import { exitCodes, UsageError } from './usage-error.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

function row({ set, spans, verdicts }: SetResult): string[] {
  const leaks = Object.entries(spans?.leaked ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ');
  return [
    set,
    spans === undefined ? '-' : percent(spans.caught, spans.gold),
    spans === undefined ? '-' : percent(spans.coveredInside, spans.covered),
    spans === undefined ? '-' : percent(spans.cleanTouched, spans.clean),
    leaks === '' ? '-' : leaks,
    verdicts === undefined ? '-' : percent(verdicts.detected, verdicts.attacks),
    verdicts === undefined ? '-' : percent(verdicts.alarms, verdicts.benign),
  ];
}

const head = [
  'set',
  'strict recall',
  'precision',
  'over-redaction',
  'leaks by type',
  'attacks stopped',
  'false alarms',
];
type Options = Readonly<{ policy: string; as: 'message' | 'document'; types?: string; json: boolean }>;

/** The files to score: a file, or all `*.jsonl` of a folder. @throws UsageError */
function filesAt(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(`${path} is not there.`);
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
  if (files.length === 0) throw new UsageError(`${path} holds no *.jsonl file.`);
  return files.sort().map((name) => join(path, name));
}

export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .summary('score the engine on labelled JSON lines')
    .description(
      'Scores *.jsonl files: {"text","spans":[{"start","end","type","subtype"?}]} (offsets in Unicode code points) through detect, {"text","label":"attack"|"benign"} through screen.',
    )
    .argument('<path>', 'a folder of *.jsonl files, or one file')
    .addOption(policyOption().makeOptionMandatory(false).default('healthcare'))
    .addOption(
      new Option('--as <kind>', 'screen texts as').choices(['message', 'document']).default('message'),
    )
    .option('--types <list>', 'score gold spans of these types only, for instance NAME,DATE')
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
strict recall    share of the gold spans of which every letter and digit is covered; OTHER and AGE/UNDER_90 are not scored
precision        share of the covered letters and digits that lie in gold spans
over-redaction   share of the texts without gold spans in which anything is covered
attacks stopped  share of the attacks that are held or blocked; false alarms: of the benign`,
    )
    .action(async (path: string, { policy, as, types, json }: Options) => {
      const chosen = types === undefined ? {} : { types: new Set(types.split(',')) };
      const { scoreFile } = await import('./score-file.ts');
      const results: SetResult[] = [];
      for (const file of filesAt(path)) {
        sayProgress(`${basename(file)} …`);
        results.push(await scoreFile(file, policyOf(policy), { as, ...chosen }));
      }
      clearProgress();
      print(json, results, () => table(head, results.map(row)));
      const bad = results.filter(({ unreadable }) => unreadable > 0);
      for (const { set, unreadable } of bad) process.stderr.write(`${set}: ${unreadable} unreadable lines\n`);
      process.exitCode = bad.length === 0 ? exitCodes.done : exitCodes.failed;
    });
}
