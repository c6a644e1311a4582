// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { grammars } from './grammars/index.ts';
import { heldOut } from './held-out.ts';
import { fullPlan, train } from './train.ts';
import { vocabulary, withGaps } from './vocabulary.ts';

// npm run train: writes the model that the tagger ships with. Nothing but the packages' lists and this folder goes in.
const started = performance.now();
const report = (line: string): void =>
  void process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
const known = vocabulary();
report(`${known.size} words in the lists`);
const packed = train({ ...fullPlan, report }, grammars, known, withGaps(known));
const json = JSON.stringify(packed);
writeFileSync(new URL('../lambdas/recognizers/tagger/tagger.model.json', import.meta.url), `${json}\n`);
report(`${(json.length / 1e6).toFixed(2)} MB written`);
report('on 3,000 texts of another seed:');
for (const line of heldOut(packed, grammars, fullPlan.seed + 1, 3000)) report(line);
