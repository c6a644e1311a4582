// SPDX-License-Identifier: Apache-2.0
import { Command, Option } from 'commander';
import { benchArchive } from './archive.ts';
import { benchConsole } from './console.ts';
import { benchDetection, benchLength, benchNasty } from './detection.ts';
import { machineNow, sayMachine } from './machine.ts';
import { benchFunctions } from './functions.ts';
import { benchPipeline } from './pipeline.ts';
import { benchScreening } from './screening.ts';
import { benchStart } from './start.ts';
import { benchStores } from './stores.ts';
import { type Measured, printTable } from './table.ts';

const measurements: Readonly<Record<string, (quick: boolean) => Promise<Measured>>> = {
  start: benchStart,
  console: benchConsole,
  pipeline: benchPipeline,
  stores: benchStores,
  screening: benchScreening,
  detection: benchDetection,
  length: benchLength,
  nasty: benchNasty,
  archive: benchArchive,
  functions: benchFunctions,
};
const names = Object.keys(measurements);

const { json, quick, only } = new Command('bench')
  .description('Measures what docs/performance.md reports, on this machine, as loaded as it is now.')
  .option('--quick', 'fewer of everything: to see that it runs', false)
  .option('--json', 'one JSON document instead of tables', false)
  .addOption(new Option('--only <names...>', 'some of the measurements').choices(names).default(names))
  .parse()
  .opts<{ json: boolean; quick: boolean; only: string[] }>();

const before = machineNow();
const measured: Record<string, Measured> = {};
if (!json) console.log(sayMachine(before));
for (const name of only) {
  const measure = measurements[name];
  if (measure === undefined) continue;
  const result = await measure(quick);
  measured[name] = result;
  if (!json) printTable(result);
}
if (json) console.log(JSON.stringify({ machine: before, loadAfter: machineNow().load, measured }, null, 2));
else console.log(`\nLoad at the end: ${machineNow().load}`);
