// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import type { Sources } from './sources.ts';

// JSONata 2's own functions, less `$eval`, which Step Functions forbids.
const builtIn = `sum count max min average string substring substringBefore substringAfter lowercase uppercase
  length trim pad match contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil
  round abs sqrt power random boolean not map zip filter single reduce reduceRight sift keys lookup append exists spread
  merge reverse each error assert type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl
  decodeUrlComponent decodeUrl millis now fromMillis toMillis clone foldLeft`;
const addedByAws = 'partition range hash uuid parse';

/** Every function name an expression may call without defining it. */
export const functionNames: ReadonlySet<string> = new Set(`${builtIn} ${addedByAws}`.split(/\s+/));

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html says 1,000 items for a range. */
const longestRange = 1000;

const format = jsonata('$fromMillis($m, $p, $z)');

/** Gives an expression the functions that Step Functions adds, and this machine's clock and randomness. */
export function registerFunctions(expression: jsonata.Expression, sources: Sources): void {
  expression.registerFunction(
    'partition',
    (items?: unknown[], size?: number) => {
      if (items === undefined || size === undefined) return undefined;
      if (!Number.isInteger(size) || size < 1) throw new RangeError('$partition needs a positive integer');
      return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
        items.slice(at * size, (at + 1) * size),
      );
    },
    '<an:a>',
  );
  expression.registerFunction(
    'range',
    (first?: number, last?: number, step?: number) => {
      if (first === undefined || last === undefined || step === undefined) return undefined;
      const count = Math.floor((last - first) / step) + 1;
      if (step === 0 || !Number.isFinite(count) || count > longestRange) throw new RangeError('$range');
      return Array.from({ length: Math.max(0, count) }, (_, at) => first + at * step);
    },
    '<nnn:a<n>>',
  );
  expression.registerFunction(
    'hash',
    (text?: string, algorithm?: string) => {
      if (text === undefined) return undefined;
      const known = algorithms[algorithm ?? 'SHA-256'];
      if (known === undefined) throw new RangeError('$hash does not know this algorithm');
      return createHash(known).update(text, 'utf8').digest('hex');
    },
    '<ss?:s>',
  );
  expression.registerFunction(
    'random',
    (seed?: number) => (seed === undefined ? sources.random() : seeded(seed)),
    '<n?:n>',
  );
  expression.registerFunction('uuid', () => uuid4(sources.randomBytes(16)), '<:s>');
  expression.registerFunction(
    'parse',
    (text?: string): unknown => {
      if (text === undefined) return undefined;
      try {
        return JSON.parse(text);
      } catch {
        // JSON.parse quotes its input in its error.
        throw new SyntaxError('$parse was given something that is not JSON');
      }
    },
    '<s:x>',
  );
  expression.registerFunction('millis', () => sources.now(), '<:n>');
  expression.registerFunction(
    'now',
    (picture?: string, zone?: string): Promise<unknown> =>
      format.evaluate(undefined, { m: sources.now(), p: picture, z: zone }),
    '<s?s?:s>',
  );
}

/** One number of [0, 1) for a seed, always the same (mulberry32). AWS's own generator is not documented. */
function seeded(seed: number): number {
  let state = (seed + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
}

function uuid4(random: Uint8Array): string {
  const bytes = Buffer.from(random);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
