// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { CaseIdSchema, seedAnswers } from '../records/case.ts';
import { DocumentSchema, maxPromptLength, promptLength, TextSchema } from '../records/request.ts';
import { leadOf } from './make-seed.ts';
import { operation } from './operation.ts';
import { placeSeed } from './place-seed.ts';
import { type SeedSample, type SeedSampleName, seedSamples } from './seed-samples.ts';

const policy = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const BodySchema = z
  .union([
    /** One of the project's own. */
    z.strictObject({
      policy,
      sample: z.enum(Object.keys(seedSamples) as [SeedSampleName, ...SeedSampleName[]]),
    }),
    /** One that the lead has made up: nobody in it may exist. */
    z
      .strictObject({
        policy,
        expected: z.enum(seedAnswers),
        question: TextSchema,
        documents: z.array(DocumentSchema).max(50).default([]),
        answer: TextSchema,
      })
      .refine(
        ({ question, documents, answer }) =>
          promptLength({ messages: [{ role: 'user', content: question }], documents }) + answer.length <=
          maxPromptLength,
        { error: `all texts together may not exceed ${maxPromptLength} characters`, path: ['question'] },
      ),
  ])
  .meta({ id: 'TestCase' });
type Body = z.infer<typeof BodySchema>;

const sampleOf = (body: Body): SeedSample => ('sample' in body ? seedSamples[body.sample] : body);

/** POST /v1/reviews/seeds: a test case with a known answer joins the queue. It has no workflow: it cannot go anywhere. */
export const seedReview = operation({
  id: 'seedReview',
  method: 'POST',
  path: '/v1/reviews/seeds',
  summary:
    'Put a made-up case with a known answer into the queue. No model sees it, nothing of it leaves; what reviewers decide is counted.',
  groups: ['senior-reviewer'],
  body: BodySchema,
  replies: {
    201: {
      description: 'It waits for a reviewer, who cannot tell it from others.',
      schema: z.strictObject({ caseId: CaseIdSchema, expected: z.enum(seedAnswers) }),
    },
  },
  handle: (ports) => async (call) => {
    const sample = sampleOf(call.body);
    const maker = await leadOf(ports, call.principal);
    const placed = await placeSeed(ports, maker, call.body.policy, sample);
    return { status: 201, body: { caseId: placed?.caseId, expected: sample.expected } };
  },
});
