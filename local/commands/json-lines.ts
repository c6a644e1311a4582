// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** One line of a filter's input: an object with an id and a text, and whatever else, which is ignored. */
export const TextLineSchema = z.looseObject({ id: z.union([z.string(), z.number()]), text: z.string() });

export type FilterStreams = Readonly<{
  input: Readable;
  output: Writable;
  errors: Writable;
  interactive: boolean;
}>;

const progressEvery = 250;

/**
 * Reads JSON lines, answers each with one line, in order, as a stream: memory does not grow with the input.
 * A line that cannot be read is named on `errors` by its number, never quoted, and the rest goes on.
 * @returns the exit code: 0, or 1 when a line could not be read.
 */
export async function filterLines<Schema extends z.ZodType>(
  { input, output, errors, interactive }: FilterStreams,
  schema: Schema,
  answer: (line: z.infer<Schema>) => unknown,
): Promise<number> {
  let [number, bad] = [0, 0];
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = readLine(line, schema);
    if (parsed === undefined) {
      bad += 1;
      errors.write(`line ${number}: not a JSON object of the form this command reads (see --help)\n`);
      continue;
    }
    if (!output.write(`${JSON.stringify(answer(parsed))}\n`))
      await new Promise((resume) => output.once('drain', resume));
    if (interactive && number % progressEvery === 0) errors.write(`\r${number} lines`);
  }
  if (interactive) errors.write(`\r${number} lines${bad === 0 ? '' : `, ${bad} unreadable`}\n`);
  return bad === 0 ? 0 : 1;
}

/** The parsed line; undefined when it is not JSON or not of the schema. The errors of both quote their input, so they go no further. */
function readLine<Schema extends z.ZodType>(line: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(line.replace(/^\uFEFF/u, '')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
