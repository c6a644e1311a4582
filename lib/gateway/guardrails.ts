// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnGuardrail, type CfnGuardrailProps, CfnGuardrailVersion } from 'aws-cdk-lib/aws-bedrock';
import { Construct } from 'constructs';
import { z } from 'zod';
import { named } from '../names.ts';
import type { Guardrail } from '../resources.ts';
import type { Settings } from '../settings.ts';
import { guardrailParts } from './guardrail-parts.ts';

const folder = new URL('../../policies/', import.meta.url);

/** Of a policy, what its guardrail is made of. */
const PolicySchema = z.object({
  id: z.string(),
  denied: z.object({
    topics: z.array(z.object({ name: z.string(), definition: z.string(), examples: z.array(z.string()) })),
    words: z.array(z.string()),
  }),
});
export type GuardedPolicy = Readonly<z.infer<typeof PolicySchema>>;

/** The policies of `policies/`, as far as guardrails go. */
export const guardedPolicies = (): GuardedPolicy[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => PolicySchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

type OneProps = Readonly<{ settings: Settings; name: string; policy?: GuardedPolicy }>;

/**
 * A guardrail, and a numbered version of exactly this configuration: the hash of it is part of the version's identity,
 * or else CloudFormation would change the draft and leave the version that is used as it was. Old versions stay for
 * functions of an older version.
 */
class OneGuardrail extends Construct {
  readonly guardrail: Guardrail;

  constructor(scope: Construct, id: string, { settings, name, policy }: OneProps) {
    super(scope, id);
    const configuration: CfnGuardrailProps = {
      name: named(settings.stage, name),
      ...guardrailParts(settings, policy),
    };
    const hash = createHash('sha256').update(JSON.stringify(configuration)).digest('hex').slice(0, 16);
    const made = new CfnGuardrail(this, 'Guardrail', configuration);
    const version = new CfnGuardrailVersion(this, `Version${hash}`, {
      guardrailIdentifier: made.attrGuardrailId,
      description: `Configuration ${hash}`,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.guardrail = {
      id: made.attrGuardrailId,
      arn: made.attrGuardrailArn,
      version: version.attrVersion,
    };
  }
}

/** One guardrail a policy, for checks; and one without topics that every call of a model has to name. */
export class Guardrails extends Construct {
  readonly byPolicy: Readonly<Record<string, Guardrail>>;
  readonly ofModels: Guardrail;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    const made = guardedPolicies().map((policy) => {
      const { guardrail } = new OneGuardrail(this, policy.id, { settings, name: policy.id, policy });
      return [policy.id, guardrail] as const;
    });
    this.byPolicy = Object.fromEntries(made);
    this.ofModels = new OneGuardrail(this, 'models', { settings, name: 'models' }).guardrail;
  }
}
