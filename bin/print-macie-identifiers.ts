// SPDX-License-Identifier: Apache-2.0
// Prints what Amazon Macie can be told of the recognizers, as JSON: the forms that regular expressions of its kind can
// say, with the words that have to stand before them. Macie's limits: 512 characters, no look-around, no references,
// 50 keywords of 3 to 90 characters, 30 identifiers in a job.
import { readdirSync } from 'node:fs';
import type { PatternRecognizer } from '../lambdas/recognizers/recognizer.ts';

const folder = new URL('../lambdas/recognizers/', import.meta.url);
const isPattern = (value: unknown): value is PatternRecognizer =>
  typeof value === 'object' && value !== null && 'sketch' in value && 'context' in value;

const modules: Record<string, unknown>[] = [];
for (const file of readdirSync(folder)
  .filter((each) => each.endsWith('.ts'))
  .sort())
  modules.push((await import(new URL(file, folder).href)) as Record<string, unknown>);

const found = new Map<string, object>();
for (const recognizer of modules.flatMap((each) => Object.values(each)).filter(isPattern)) {
  const { name, context, sketch } = recognizer;
  const regex = sketch.map((source) => `(?:${source})`).join('|');
  const keywords = [
    ...new Set([...(context.label ?? []), ...(context.near ?? [])].map((word) => word.trim().toLowerCase())),
  ]
    .filter((word) => /^[\x20-\x7e]{3,90}$/.test(word))
    .slice(0, 50);
  const sayable = regex !== '' && regex.length <= 512 && !/\(\?(?!:)|\\[pPk1-9]|\[\^\]|\{\d*,\}/.test(regex);
  if (!sayable || keywords.length === 0) continue;
  found.set(name, {
    name,
    description: `${name}: ${recognizer.cites}`.slice(0, 512),
    regex,
    keywords,
    maximumMatchDistance: 50,
  });
}
process.stdout.write(JSON.stringify([...found.values()].slice(0, 30)));
