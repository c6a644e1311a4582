// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DigestSchema } from './case.ts';
import { FindingSchema } from './finding.ts';

/** What detectors outside said of a conversation's texts, by keyed digest of the text: it holds none itself. */
export const HeardSchema = z
  .array(z.strictObject({ digest: DigestSchema, findings: z.array(FindingSchema) }))
  .max(200);
export type Heard = z.infer<typeof HeardSchema>;
