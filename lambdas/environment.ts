// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { TenantIdSchema } from './records/case.ts';

const arn = z.string().regex(/^arn:aws[\w-]*:[\w-]+:[\w-]*:\d{0,12}:\S{1,512}$/);
const bucket = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
const name = z.string().regex(/^[\w./-]{1,255}$/);
const versioned = z.strictObject({ id: z.string().min(1), version: z.string().regex(/^(?:DRAFT|\d{1,8})$/) });

/** A variable that holds JSON. The error names the variable; what it holds is never quoted. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/**
 * Every environment variable that a function may be given: `lib` writes them, `aws` reads them, and both take the
 * names from here. Which function needs which is in `uses.ts`.
 */
export const variables = {
  /** The role that a function takes on for one tenant, with that tenant as its session tag. */
  TENANT_ROLE_ARN: arn,
  VAULT_BUCKET: bucket,
  VAULT_KEY_ARN: arn,
  ARCHIVE_BUCKET: bucket,
  ARCHIVE_KEY_ARN: arn,
  /** Outside the archive: where the newest head of the chain goes. */
  HEADS_BUCKET: bucket,
  CASES_TABLE: name,
  CASE_KEYS_TABLE: name,
  CASE_KEYS_KEY_ARN: arn,
  /** For how many days backups of the table of case keys are kept. */
  BACKUP_DAYS: z.coerce.number().int().min(0).max(35),
  /** Which seal has taken up which locked object, and which objects wait for one. */
  SEALS_TABLE: name,
  /** `["arn:…"]`, oldest first: the last is the one to rotate to. */
  SIGNING_KEY_ARNS: json(z.array(arn).min(1)),
  /** The kill switch, policies that were once in force, and what app clients stand for. */
  CONTROL_TABLE: name,
  STATE_MACHINE_ARN: arn,
  EVENT_BUS_NAME: name,
  /** `{"<policy id>": {"id": "…", "version": "…"}}`: the guardrail that was deployed for each policy. */
  GUARDRAILS: json(z.record(z.string(), versioned)),
  /** The guardrail that models may only be called with. */
  MODEL_GUARDRAIL: json(versioned),
  /** `["us.anthropic.claude-…"]`: the models that this deployment may call, by the inference profile where there is one. */
  MODELS: json(z.array(z.string().min(1).max(256)).min(1)),
  /** Whether Comprehend Medical is asked, where the policy wants it. */
  MEDICAL: z.enum(['on', 'off']),
  /** Whether Bedrock's detect-only checks are asked, where the policy wants them. */
  CHECKS: z.enum(['on', 'off']),
  /** `economy`: policies ask dear detectors only where cheap ones leave a doubt (records/economy.ts). */
  EFFORT: z.enum(['full', 'economy']),
  /** How what is archived is locked, whatever policies say: nobody can take COMPLIANCE back. */
  RETENTION_MODE: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  /** What the services behind take in, all tenants together. */
  CHARACTERS_PER_SECOND: z.coerce.number().positive(),
  /** `{"north": {"perSecond": 5, "burst": 20, "perDay": 10000}}`: what each tenant may ask. */
  TENANT_LIMITS: json(
    z.record(
      TenantIdSchema,
      z.strictObject({ perSecond: z.number().positive(), burst: z.int().min(1), perDay: z.int().min(1) }),
    ),
  ),
  ATHENA_WORKGROUP: name,
  GLUE_DATABASE: name,
  CATALOGUE_BUCKET: bucket,
  /** `["north", "south"]` */
  TENANTS: json(z.array(TenantIdSchema)),
  STAGE: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
} as const;

export type Variable = keyof typeof variables;
type Variables = { readonly [Name in Variable]: z.output<(typeof variables)[Name]> };
/** What `lib` has to write for a function that needs these: strings, all of them. */
export type Environment<Needed extends Variable = Variable> = Readonly<Record<Needed, string>>;

/** A function was deployed without what it needs: a mistake of the deployment, told by the variables' names. */
export class EnvironmentMistake extends Error {
  override readonly name = 'EnvironmentMistake';
}

/**
 * The variables by name, parsed. @throws EnvironmentMistake naming every one that is missing or wrong, without
 * its value
 */
export function readEnvironment<const Needed extends Variable>(
  needed: readonly Needed[],
  environment: Readonly<Record<string, string | undefined>>,
): Pick<Variables, Needed> {
  const read = needed.map((each) => [each, variables[each].safeParse(environment[each])] as const);
  const wrong = read.filter(([, parsed]) => !parsed.success).map(([each]) => each);
  if (wrong.length > 0) throw new EnvironmentMistake(`Missing or wrong: ${wrong.join(', ')}`);
  return Object.fromEntries(read.map(([each, parsed]) => [each, parsed.data])) as Pick<Variables, Needed>;
}
