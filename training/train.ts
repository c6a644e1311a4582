// SPDX-License-Identifier: Apache-2.0
import { tableOf } from '../lambdas/recognizers/tagger/lexicon.ts';
import type { PackedModel } from '../lambdas/recognizers/tagger/model.ts';
import { exampleOf, writer } from './corpus.ts';
import { Field } from './crf.ts';
import type { Options } from './dropout.ts';
import { index } from './feature-index.ts';
import type { Grammar } from './grammars/grammar.ts';
import { pack } from './pack.ts';
import { random } from './random.ts';

/** How much is trained, and how. */
export type Plan = Readonly<{
  seed: number;
  texts: number;
  epochs: number;
  finalEpochs: number;
  least: number;
  keep: number;
  options: Options;
  report?: (line: string) => void;
}>;

export const fullPlan: Plan = {
  seed: 20_261_120,
  texts: 110_000,
  epochs: 5,
  finalEpochs: 2,
  least: 4,
  keep: 150_000,
  options: { rate: 0.12, decay: 2e-4, dropSpelling: 0.25, dropLists: 0.1, dropAny: 0.05 },
};

/** Order of the examples in one epoch (Fisher and Yates). */
function shuffled(count: number, source: ReturnType<typeof random>): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = source.below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Writes the texts, trains on them, and packs what was learnt. The same plan gives the same model. */
export function train(
  plan: Plan,
  grammars: readonly Grammar[],
  known: ReadonlyMap<number, number>,
  gapped: ReadonlyMap<number, number>,
): PackedModel {
  const report = plan.report ?? (() => undefined);
  const source = random(plan.seed);
  const next = writer(grammars, source);
  const lexicon = tableOf(Int32Array.from(gapped.keys()), [...gapped.values()]);
  const examples = Array.from({ length: plan.texts }, () => exampleOf(next(), lexicon)).filter(
    ({ count }) => count > 0,
  );
  const tokens = examples.reduce((sum, { count }) => sum + count, 0);
  report(`${examples.length} texts, ${tokens} tokens`);
  let field = new Field(index(examples, plan.least), plan.options);
  report(`${field.rows.size} features`);
  const run = (epochs: number, name: string): void => {
    const rows = examples.map((example) => field.rowsOf(example));
    for (let epoch = 1; epoch <= epochs; epoch += 1) {
      let right = 0;
      for (const at of shuffled(examples.length, source)) {
        const example = examples[at];
        const features = rows[at];
        if (example === undefined || features === undefined) continue;
        right += field.learn(features, example.gold, source) * example.count;
      }
      report(`${name} epoch ${epoch}: ${((100 * right) / tokens).toFixed(2)} % of the tokens right`);
    }
  };
  run(plan.epochs, 'whole');
  field = field.only(field.heaviest(plan.keep));
  run(plan.finalEpochs, 'pruned');
  return pack(known, field.result());
}
