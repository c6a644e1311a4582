// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

const Account = z.string().regex(/^\d{12}$/);
const Tenant = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  /** Requests a second, how many may come at once, and requests a day: of its applications' API key. */
  perSecond: z.int().min(1).max(1000).default(5),
  burst: z.int().min(1).max(2000).default(20),
  perDay: z.int().min(1).default(10_000),
});
const Federation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saml'),
    name: z.string().regex(/^[A-Za-z][\w-]{1,31}$/),
    metadataUrl: z.url(),
  }),
  z.strictObject({
    kind: z.literal('oidc'),
    name: z.string().regex(/^[A-Za-z][\w-]{1,31}$/),
    issuer: z.url(),
    clientId: z.string().min(1),
    /** Name of the secret in Secrets Manager that holds the client's secret. */
    clientSecretName: z.string().min(1),
  }),
]);

/** What a deployment is told. Defaults are the safe choice; presets (cdk.json, `airlock`) say the rest. */
export const SettingsSchema = z.strictObject({
  /** Account and Region to deploy to. Without an account the template fits any. */
  account: Account.optional(),
  region: z.string().regex(/^[a-z]{2}(-gov)?-[a-z]+-\d$/),
  tenants: z.array(Tenant).min(1),
  network: z
    .strictObject({
      /** `off`: functions outside a VPC. What is lost is said at synthesis. Trials only. */
      vpc: z.enum(['private', 'off']).default('private'),
      cidr: z.cidrv4().default('10.42.0.0/20'),
      zones: z.int().min(2).max(3).default(2),
      /** Of the gateways to S3 and DynamoDB, where lib/regions.ts does not know the Region's. */
      prefixLists: z
        .strictObject({
          s3: z.string().regex(/^pl-[0-9a-f]{8,17}$/),
          dynamodb: z.string().regex(/^pl-[0-9a-f]{8,17}$/),
        })
        .optional(),
    })
    .prefault({}),
  api: z
    .strictObject({
      kind: z.enum(['regional', 'private']).default('regional'),
      perSecond: z.int().min(1).default(50),
      burst: z.int().min(1).default(100),
      /** Per address and per token, in five minutes. */
      perFiveMinutes: z.int().min(100).default(2000),
      maxBodyBytes: z.int().min(8192).max(10_000_000).default(1_048_576),
      /** Applications name their tenant's API key, which is throttled and counted. */
      tenantKeys: z.boolean().default(true),
    })
    .prefault({}),
  console: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Its own name, and a certificate for it in us-east-1: without one CloudFront accepts TLS below 1.2. */
      domain: z
        .strictObject({
          name: z.string().regex(/^[a-z0-9.-]+$/),
          certificateArn: z.string().startsWith('arn:aws:acm:us-east-1:'),
        })
        .optional(),
    })
    .prefault({}),
  identity: z
    .strictObject({
      /** Where people's passkeys are bound to, if not to the sign-in domain of the pool. */
      passkeyDomain: z.string().optional(),
      federation: z.array(Federation).default([]),
    })
    .prefault({}),
  retention: z.strictObject({
    mode: z.enum(['GOVERNANCE', 'COMPLIANCE']).default('GOVERNANCE'),
    /** No object of the archive may be locked for less. A policy's own years may be more. */
    minimumDays: z.int().min(1).max(36_135),
    /** What COMPLIANCE needs to be written: nobody, root included, can take it back. */
    accept: z.literal('nobody-can-undo-this').optional(),
  }),
  archive: z
    .strictObject({
      /** The archive's own account. */
      account: Account.optional(),
      /** Of the archive's key there: an output of the archive's stack. */
      keyArn: z.string().startsWith('arn:').optional(),
      /** A bucket outside this account that seals' heads are kept in; one of this account's without it. */
      headsBucket: z.string().optional(),
    })
    .prefault({}),
  /** Days until the vault's lifecycle removes what the code has not. Not below the longest `vaultDays` of a policy. */
  vaultDays: z.int().min(1).max(31).default(31),
  /** For how many days destroyed case keys could still be brought back from a backup. An erasure's receipt says so. */
  backupDays: z.int().min(1).max(35).default(7),
  /** How many keys have signed seals so far. One more rotates: the last signs, all verify. Never fewer. */
  signingKeys: z.int().min(1).max(20).default(1),
  logDays: z
    .union([z.literal(30), z.literal(90), z.literal(365), z.literal(731), z.literal(2557)])
    .default(365),
  models: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[\w.:-]+$/),
        /** Geography of its inference profile: calls may be answered in any Region of it. */
        profile: z.enum(['us', 'eu', 'apac']).optional(),
      }),
    )
    .min(1),
  /** Models that evaluations and specialised workloads may call through the platform's own roles. */
  platform: z
    .strictObject({
      evaluation: z.array(z.string()).default([]),
      specialised: z.array(z.string()).default([]),
    })
    .prefault({}),
  guardrail: z
    .strictObject({
      tier: z.enum(['CLASSIC', 'STANDARD']).default('CLASSIC'),
      /** Geography in which a STANDARD guardrail may look at texts. */
      leavesRegionFor: z.enum(['us', 'eu', 'apac']).optional(),
    })
    .prefault({}),
  detection: z
    .strictObject({
      /** Whether Comprehend Medical can be asked. English, and not in every Region. When it is, policies say. */
      medical: z.boolean().default(true),
      /** The same of Bedrock's detect-only checks. */
      checks: z.boolean().default(true),
      /** `economy`: Comprehend Medical only where the checks and the project's own detection leave a doubt (docs/cost.md). */
      effort: z.enum(['full', 'economy']).default('full'),
      /** Characters a second that the detectors' quotas let through, all tenants together: beyond it, 429. */
      charactersPerSecond: z.int().min(100).default(40_000),
    })
    .prefault({}),
  functions: z
    .strictObject({
      /** Reserved concurrency of each function; 0 leaves them to the account's pool. */
      reserved: z.int().min(0).max(500).default(0),
      /** ARNs of signing profile versions; functions then run only what one of them has signed. */
      signingProfiles: z.array(z.string().startsWith('arn:')).default([]),
    })
    .prefault({}),
  alarms: z.strictObject({
    emails: z.array(z.email()).min(1),
    monthlyUsd: z.number().positive(),
    slack: z
      .strictObject({
        workspace: z.string().regex(/^T[A-Z0-9]+$/),
        channel: z.string().regex(/^C[A-Z0-9]+$/),
      })
      .optional(),
  }),
  macie: z
    .strictObject({
      /** `create`: Macie is switched on by this deployment; `existing`: it is on already; `off`: nothing is scanned. */
      session: z.enum(['create', 'existing', 'off']).default('existing'),
      every: z.enum(['day', 'week']).default('week'),
    })
    .prefault({}),
  /** `own`: a CloudTrail trail for the buckets' data events; `existing`: an organisation's trail has them. */
  trail: z.enum(['own', 'existing']).default('own'),
  /** Whether findings of GuardDuty and Security Hub about this deployment go to its alarms. */
  findings: z.boolean().default(true),
});
