// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/** What is asked of a guardrail, in the shape of Bedrock's ApplyGuardrail: one content block per text slot. */
export type GuardrailRequest = Readonly<{
  source: 'INPUT' | 'OUTPUT';
  content: readonly {
    text: string;
    qualifiers?: readonly ('grounding_source' | 'query' | 'guard_content')[];
  }[];
}>;

const acted = z.looseObject({
  action: z.string(),
  detected: z.boolean().optional(),
  type: z.string().optional(),
  name: z.string().optional(),
});

/** The part of ApplyGuardrail's response that decides. `match` values are stripped by the adapter before this. */
export const GuardrailResponseSchema = z.looseObject({
  action: z.enum(['NONE', 'GUARDRAIL_INTERVENED']),
  outputs: z.array(z.looseObject({ text: z.string() })),
  assessments: z.array(
    z.looseObject({
      topicPolicy: z.looseObject({ topics: z.array(acted) }).optional(),
      contentPolicy: z.looseObject({ filters: z.array(acted) }).optional(),
      wordPolicy: z
        .looseObject({
          customWords: z.array(acted).default([]),
          managedWordLists: z.array(acted).default([]),
        })
        .optional(),
      sensitiveInformationPolicy: z
        .looseObject({ piiEntities: z.array(acted).default([]), regexes: z.array(acted).default([]) })
        .optional(),
      contextualGroundingPolicy: z.looseObject({ filters: z.array(acted) }).optional(),
    }),
  ),
  /** False when a text was over a limit or an answer was cut: such a check is `hold`. */
  complete: z.boolean().default(true),
});
export type GuardrailResponse = Readonly<z.infer<typeof GuardrailResponseSchema>>;

/** One thing that a guardrail acted on: which of its policies, and its own name for it. Never what it matched. */
export const AssessmentSchema = z.strictObject({
  policy: z.enum(['topic', 'content', 'word', 'sensitive', 'grounding']),
  /** The name of a topic or pattern of the configuration, or a type of the service; absent where it has none. */
  name: z.string().max(100).optional(),
  action: z.string().max(32),
});
export type Assessment = Readonly<z.infer<typeof AssessmentSchema>>;
