// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const script = fileURLToPath(new URL('../../bin/print-macie-identifiers.ts', import.meta.url));

const IdentifiersSchema = z
  .array(
    z.strictObject({
      name: z.string().max(64),
      description: z.string().max(512),
      regex: z.string().max(512),
      keywords: z.array(z.string().min(3).max(90)).min(1).max(50).optional(),
      maximumMatchDistance: z.int().min(1).max(300).optional(),
    }),
  )
  .min(1)
  .max(30);

let read: z.infer<typeof IdentifiersSchema> | undefined;

/** What Macie is told of the recognizers of today; asked for from outside, once a process. */
export const macieIdentifiers = (): z.infer<typeof IdentifiersSchema> =>
  (read ??= IdentifiersSchema.parse(
    JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })),
  ));
