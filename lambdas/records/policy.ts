// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { FourEyesRuleSchema } from './four-eyes.ts';
import { type IdentifierType, IdentifierTypeSchema } from './identifier.ts';
import { allowedOperators, defaultOperators, OperatorSchema } from './operator.ts';
import { type ReasonCode, reasonCodes } from './reason.ts';

const reasonCodeNames = Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]];
const seconds = (least: number, most: number) => z.int().min(least).max(most);
const minute = 60;
const day = 86_400;

/** How one side (prompt or answer) is detected. */
const DetectionSchema = z.strictObject({
  /** Findings below this score are not replaced but make the detection uncertain. 0..1. */
  threshold: z.number().min(0).max(0.9),
  /** When the medical detector is asked too, where there is one (Comprehend Medical on AWS). `unsure`: where the others leave a doubt (docs/cost.md). */
  medical: z.enum(['always', 'unsure', 'never']),
  /** Ask the guardrail's checks for identifiers too, where there are any (Bedrock InvokeGuardrailChecks). */
  checks: z.boolean().default(false),
  /** Ask the guardrail too. */
  guardrail: z.boolean(),
});

const DeniedTopicSchema = z.strictObject({
  name: z.string().min(1).max(100),
  definition: z.string().min(1).max(200),
  examples: z.array(z.string().min(1).max(100)).max(5),
  /** Words and phrases the laptop's deterministic check looks for; on AWS the definition is what counts. */
  terms: z.array(z.string().min(2).max(60)).min(1).max(100),
});

/** What is watched so that a tired reviewer is noticed: by lead and reviewer, before anybody else. */
const FatigueSchema = z.strictObject({
  /** So many decisions a minute are not hurried yet. */
  warnPerMinute: z.int().min(1).max(60).default(4),
  /** Decisions a minute that are not exceeded: the next one is refused. Absent: no limit. */
  mostPerMinute: z.int().min(1).max(60).optional(),
  /** Share of a reviewer's approvals of a day that may be unread before there is a warning, in percent. */
  unreadPercent: z.number().min(0).max(100).default(20),
  /** Share of the test cases that a reviewer may get wrong before there is a warning, in percent. */
  missedPercent: z.number().min(0).max(100).default(20),
});

/** What generated test cases of reviewers are about. */
export const seedSubjects = ['care', 'money'] as const;
export type SeedSubject = (typeof seedSubjects)[number];

const ModelSchema = z.strictObject({
  id: z.string().min(1).max(200),
  maxInputTokens: z.int().min(100).max(1_000_000),
  maxOutputTokens: z.int().min(16).max(100_000),
});

export const PolicySchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: z.string().min(1).max(120),
    /** Tenants that may use it; `*` for all. */
    tenants: z.array(z.string().min(1).max(64)).min(1),
    /** What is told to the model before everything else; versioned with the policy. */
    instructions: z.string().min(1).max(4000),
    /** BCP 47 primary subtags that the detectors cover under this policy. */
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
    detection: z.strictObject({ prompt: DetectionSchema, answer: DetectionSchema }),
    /** Operator per identifier type; the default for the rest (records/operator.ts). */
    operators: z.partialRecord(IdentifierTypeSchema, OperatorSchema).default({}),
    denied: z.strictObject({
      topics: z.array(DeniedTopicSchema).max(30),
      words: z.array(z.string().min(2).max(100)).max(1000),
    }),
    /** Weight at which the signals of a prompt add up to `hold` and to `block`. */
    screening: z.strictObject({ hold: z.number().min(0.1).max(1), block: z.number().min(0.2).max(10) }),
    /** What a reason leads to. A reason that is not named holds; one that may not be waived cannot be `pass`. */
    rules: z.partialRecord(z.enum(reasonCodeNames), z.enum(['pass', 'hold', 'block'])).default({}),
    /** Share of clean answers that a person looks at all the same, in percent. */
    samplePercent: z.number().min(0).max(100),
    review: z.strictObject({
      approvals: z.literal([1, 2]),
      remindAfterSeconds: seconds(1, 30 * day),
      escalateAfterSeconds: seconds(1, 30 * day),
      expireAfterSeconds: seconds(1, 30 * day),
      claimLeaseSeconds: seconds(minute, day),
      revealBudget: z.int().min(0).max(1000),
      /** For how long a revealed value stays on a screen. */
      revealSeconds: seconds(5, 600).default(30),
      /** When two people have to approve though `approvals` is 1. */
      fourEyes: z.array(FourEyesRuleSchema).max(16).default([]),
      fatigue: FatigueSchema.prefault({}),
      /** For this share of held cases, in percent, a made-up one with a known answer joins the queue. Absent: none. */
      testCases: z
        .strictObject({ percent: z.number().min(0).max(50), about: z.enum(seedSubjects) })
        .optional(),
    }),
    /** Models that may answer, in order of preference. */
    models: z.array(ModelSchema).min(1).max(8),
    /** Tokens a tenant may use a day; refused before the call. */
    tokensPerDay: z.int().min(1000),
    vaultDays: z.int().min(1).max(30),
    archive: z.strictObject({
      retentionYears: z.int().min(1).max(99),
      mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
      /** Whether the catalogue may hold the de-identified text. */
      catalogueText: z.boolean(),
      /** Who may try another policy on what is sealed: one officer, two together, or nobody. Codes come out of it, and it is on record. */
      replay: z.enum(['one-officer', 'two-officers', 'never']).default('one-officer'),
    }),
    erasure: z.enum(['never', 'afterRetention', 'onRequest']),
  })
  .check((context) => {
    const policy = context.value;
    const refuse = (path: PropertyKey[], message: string) =>
      context.issues.push({ code: 'custom', path, message, input: policy });
    for (const [type, operator] of Object.entries(policy.operators) as [
      IdentifierType,
      (typeof policy.operators)[IdentifierType],
    ][])
      if (operator !== undefined && !allowedOperators[type].includes(operator))
        refuse(
          ['operators', type],
          `${operator} is below the floor for ${type}: use ${allowedOperators[type].join(', ')}`,
        );
    for (const [code, action] of Object.entries(policy.rules) as [
      ReasonCode,
      (typeof policy.rules)[ReasonCode],
    ][])
      if (action === 'pass' && !reasonCodes[code].waivable)
        refuse(['rules', code], `${code} may not pass: use hold or block`);
    if (policy.review.testCases !== undefined && policy.samplePercent === 0)
      refuse(
        ['review', 'testCases'],
        'test cases are held as a random sample is: with samplePercent 0 reviewers could tell them from real ones',
      );
    if (policy.screening.block < policy.screening.hold)
      refuse(['screening', 'block'], 'block may not be below hold');
  });

export type Policy = Readonly<z.infer<typeof PolicySchema>>;

/** The operator of a policy for a type. */
export const operatorFor = (policy: Pick<Policy, 'operators'>, type: IdentifierType) =>
  policy.operators[type] ?? defaultOperators[type];

/** What a policy does on a reason: `hold` unless it says otherwise. */
export const actionFor = (policy: Pick<Policy, 'rules'>, code: ReasonCode) => policy.rules[code] ?? 'hold';
