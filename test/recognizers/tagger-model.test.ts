// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { marginals } from '../../lambdas/recognizers/tagger/decode.ts';
import { labelCount } from '../../lambdas/recognizers/tagger/labels.ts';
import { look, tableOf } from '../../lambdas/recognizers/tagger/lexicon.ts';
import { unpack, unpackKeys } from '../../lambdas/recognizers/tagger/model.ts';
import { tag } from '../../lambdas/recognizers/tagger/tag.ts';
import { forwardBackward } from '../../training/forward-backward.ts';
import { grammars } from '../../training/grammars/index.ts';
import { packKeys } from '../../training/pack.ts';
import { fullPlan, train } from '../../training/train.ts';
import { vocabulary, withGaps } from '../../training/vocabulary.ts';
import { fc } from '../seeded.ts';

describe('training', () => {
  const plan = { ...fullPlan, texts: 400, epochs: 2, finalEpochs: 1, least: 2, keep: 20_000 };

  it('gives the same bytes for the same seed, others for another, and something that finds names', () => {
    const known = vocabulary();
    const gapped = withGaps(known);
    const first = train(plan, grammars, known, gapped);
    expect(JSON.stringify(train(plan, grammars, known, gapped))).toBe(JSON.stringify(first));
    expect(JSON.stringify(train({ ...plan, seed: 1 }, grammars, known, gapped))).not.toBe(
      JSON.stringify(first),
    );
    const text = 'My name is Anna Miller.';
    expect(tag(unpack(first), text).map(({ start, end }) => text.slice(start, end))).toContain('Anna Miller');
  }, 120_000);

  it('hides words only from the lists of names and cities', () => {
    const known = vocabulary();
    const gapped = withGaps(known);
    expect(gapped.size).toBeLessThan(known.size);
    expect(gapped.size).toBeGreaterThan(known.size * 0.8);
  });
});

it('ships a model of less than 4 MB', () => {
  const { size } = statSync(new URL('../../lambdas/recognizers/tagger/tagger.model.json', import.meta.url));
  expect(size).toBeLessThan(4_000_000);
});

describe('the model file', () => {
  it('packs keys so that they come back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 0xffffffff })), (keys) => {
        const ascending = [...keys].sort((a, b) => a - b);
        const back = unpackKeys(packKeys(ascending), ascending.length);
        expect(Array.from(back, (key) => key >>> 0)).toEqual(ascending);
      }),
    );
  });

  it('looks up every key that is there and none that is not', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.integer().filter((key) => key !== 0),
          { maxLength: 300 },
        ),
        fc.integer(),
        (keys, other) => {
          const table = tableOf(
            Int32Array.from(keys),
            keys.map((_, at) => at),
          );
          keys.forEach((key, at) => {
            expect(look(table, key, -1)).toBe(at);
          });
          if (!keys.includes(other)) expect(look(table, other, -1)).toBe(-1);
        },
      ),
    );
  });
});

describe('the chain', () => {
  const chance = fc.double({ min: 0.001, max: 1, noNaN: true });
  const chain = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      local: fc.array(chance, { minLength: count * labelCount, maxLength: count * labelCount }),
      steps: fc.array(chance, { minLength: labelCount ** 2, maxLength: labelCount ** 2 }),
    }),
  );

  it('gives each token probabilities that sum to one, the same in training and at run time', () => {
    fc.assert(
      fc.property(chain, ({ count, local, steps }) => {
        const chances = marginals(Float64Array.from(local), Float64Array.from(steps), count);
        const { alpha, beta } = forwardBackward(Float64Array.from(local), Float64Array.from(steps), count);
        for (let token = 0; token < count; token += 1) {
          const at = token * labelCount;
          const trained = Array.from(
            { length: labelCount },
            (_, label) => (alpha[at + label] ?? 0) * (beta[at + label] ?? 0),
          );
          const sum = trained.reduce((total, value) => total + value, 0);
          const run = Array.from(chances.subarray(at, at + labelCount));
          expect(run.reduce((total, value) => total + value, 0)).toBeCloseTo(1, 9);
          run.forEach((value, label) => {
            expect(value).toBeCloseTo((trained[label] ?? 0) / sum, 9);
          });
        }
      }),
    );
  });

  it('lets a neighbour decide what the word itself leaves open', () => {
    const local = new Float64Array(2 * labelCount).fill(1e-6);
    local[2] = 1;
    local[labelCount] = 0.5;
    local[labelCount + 2] = 0.5;
    const steps = new Float64Array(labelCount ** 2).fill(0.1);
    steps[2 * labelCount + 2] = 0.9;
    const chances = marginals(local, steps, 2);
    expect(chances[labelCount + 2] ?? 0).toBeGreaterThan(0.8);
  });
});
