// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import { linesOf } from './lines.ts';
import { exitCodes } from './usage-error.ts';

/** A lone surrogate is no character, so that offsets in code points would mean nothing. */
export const WellFormedSchema = z
  .string()
  .refine((text) => text.isWellFormed(), { error: 'not well-formed' });

/** One line of a filter's input: an object with an id and a text, and whatever else, which is ignored. */
export const TextLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: WellFormedSchema,
});

export type FilterStreams = Readonly<{
  input: AsyncIterable<Uint8Array | string>;
  output: Writable;
  errors: Writable;
  /** Whether to say on `errors` how far it has come. */
  interactive: boolean;
}>;

const progressEvery = 250;

/**
 * Reads JSON lines, answers each with one line, in order, as a stream: memory does not grow with the input.
 * A line that cannot be read or answered is named on `errors` by its number, never quoted, and the rest goes on.
 * @returns the exit code: 0, or 1 when there was such a line.
 */
export async function filterLines<Schema extends z.ZodType>(
  { input, output, errors, interactive }: FilterStreams,
  schema: Schema,
  answer: (line: z.infer<Schema>) => unknown,
): Promise<number> {
  let [count, bad] = [0, 0];
  for await (const line of linesOf(input)) {
    count = line.number;
    if ('text' in line && line.text.trim() === '') continue;
    const read = 'text' in line ? readLine(line.text, schema) : line;
    const answered = 'problem' in read ? read : answeredBy(answer, read.value);
    if ('problem' in answered) {
      bad += 1;
      errors.write(`${interactive ? '\r\x1b[K' : ''}line ${line.number}: ${answered.problem}\n`);
    } else if (!output.write(`${answered.text}\n`)) await once(output, 'drain');
    if (interactive && count % progressEvery === 0) errors.write(`\r${count} lines`);
  }
  if (interactive) errors.write(`\r${count} lines${bad === 0 ? '' : `, ${bad} without an answer`}\n`);
  return bad === 0 ? exitCodes.done : exitCodes.failed;
}

/** The line's value. The errors of JSON.parse quote their input, so they go no further; of the schema's, the field and what is wrong. */
export function readLine<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
): { value: z.infer<Schema> } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: 'not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path[0];
  return {
    problem: field === undefined ? 'not a JSON object' : `${String(field)}: ${issue?.message ?? 'invalid'}`,
  };
}

/** A text that breaks the engine does not end the run. What it threw may quote it: only the fact is said. */
function answeredBy<Value>(
  answer: (line: Value) => unknown,
  line: Value,
): { text: string } | { problem: string } {
  try {
    return { text: JSON.stringify(answer(line)) };
  } catch {
    return { problem: 'the engine failed on this line' };
  }
}
