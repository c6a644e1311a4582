// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const hashOf = (position: string): Buffer => createHash('sha256').update(position).digest();

/** What every canary begins with, and every word: who finds neither in some bytes need not look for each of them. */
const marks = ['zqcanary', 'zutomire'] as const;

/** A made-up identity that exists nowhere else: an e-mail address, so that every detector must know it. */
export const canary = (position: string): string =>
  `${marks[0]}${hashOf(position).toString('hex').slice(0, 16)}@mailbox.org`;

/** A made-up word that exists nowhere else and that no detector knows: what becomes of a text that nothing is found in. */
export const word = (position: string): string =>
  marks[1] +
  [...hashOf(position).subarray(0, 5)]
    .map((byte) => `${'bdfglmnprst'[byte % 11] ?? ''}${'aeiou'[(byte >> 4) % 5] ?? ''}`)
    .join('');

/** The middle of the base64 of a text, as it looks at each of the three places it can begin in a group. */
const base64Forms = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return encoded.slice(shift === 0 ? 0 : shift + 1, -2);
  });

/** Every form that a leak can have: plain, UTF-16, hex, base64 and its URL form, percent-encoded. As latin1, to be searched in bytes. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const base64 = [bytes, little].flatMap(base64Forms);
  return [
    text,
    little.toString('latin1'),
    big.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
    encodeURIComponent(text),
  ];
}

const formsOfMarks = marks.flatMap(formsOf).map((form) => form.toLowerCase());

/** Which of the canaries and words are in some bytes, in whatever form. */
export function canariesIn(bytes: Buffer | string, positions: readonly string[]): string[] {
  const haystack = (typeof bytes === 'string' ? Buffer.from(bytes) : bytes).toString('latin1').toLowerCase();
  if (!formsOfMarks.some((form) => haystack.includes(form))) return [];
  return positions.filter((position) =>
    [canary(position), word(position)].flatMap(formsOf).some((form) => haystack.includes(form.toLowerCase())),
  );
}

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Which canaries are in the clear in which file. */
export async function leaksBelow(folder: string, positions: readonly string[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const file of await filesBelow(folder)) {
    const found = canariesIn(await readFile(file), positions);
    leaks.push(...found.map((position) => `${position} in ${file.slice(folder.length)}`));
  }
  return leaks;
}
