// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, Effect, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { modelAccess } from '../models.ts';
import { named } from '../names.ts';
import { geographies } from '../regions.ts';
import type { ModelAccess, Resources } from '../resources.ts';
import type { Settings } from '../settings.ts';

export type PlatformRolesProps = Readonly<{ settings: Settings; resources: Resources }>;

/**
 * Roles for people and workloads beside the airlock, as a platform's security layer hands them out. Whoever takes one on
 * has to be tagged with this environment, and calls models only with the guardrail, in this Region, and only those the
 * role is for. None of them reaches a case, the vault or the archive.
 *
 * - evaluation: models that are being judged, outside production;
 * - general-access: the models that the airlock allows;
 * - specialised: models for one purpose, which the airlock itself need not allow;
 * - stop: the kill switch and nothing else.
 */
export class PlatformRoles extends Construct {
  constructor(scope: Construct, id: string, { settings, resources }: PlatformRolesProps) {
    super(scope, id);
    const { stage, platform, models, region } = settings;
    const { account } = Stack.of(this);
    const ofIds = (ids: readonly string[]) =>
      modelAccess({ models: ids.map((each) => ({ id: each })), region }, account);
    if (stage !== 'production' && platform.evaluation.length > 0)
      this.role(settings, 'evaluation', callsOf(ofIds(platform.evaluation), resources));
    this.role(settings, 'general-access', callsOf(modelAccess({ models, region }, account), resources));
    if (platform.specialised.length > 0)
      this.role(settings, 'specialised', callsOf(ofIds(platform.specialised), resources));
    this.role(settings, 'stop', [
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
        resources: [resources.tables.control.arn],
        conditions: {
          'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['switch'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
        resources: [resources.workKeyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
      }),
    ]);
  }

  private role(settings: Settings, name: string, statements: PolicyStatement[]): void {
    const { stage } = settings;
    const role = new Role(this, `Role-${name}`, {
      roleName: named(stage, name),
      description: `prompt-airlock ${stage}: ${name}`,
      assumedBy: new AccountRootPrincipal().withConditions({
        StringEquals: { 'aws:PrincipalTag/environment': stage },
      }),
    });
    new ManagedPolicy(this, `Policy-${name}`, {
      managedPolicyName: named(stage, name),
      roles: [role],
      statements: [
        ...statements,
        new PolicyStatement({
          sid: 'OnlyHere',
          effect: Effect.DENY,
          notActions: ['sts:GetCallerIdentity'],
          resources: ['*'],
          conditions: { StringNotEquals: { 'aws:RequestedRegion': regionsOf(settings) } },
        }),
      ],
    });
  }
}

/** This Region, and those that a model's profile may send a call on to. */
const regionsOf = ({ region, models }: Settings): string[] => [
  ...new Set([
    region,
    ...models.flatMap(({ profile }) => (profile === undefined ? [] : geographies[profile])),
  ]),
];

/** Calls of these models, each with the guardrail, and no other model in any case. */
function callsOf(models: readonly ModelAccess[], { modelGuardrail }: Resources): PolicyStatement[] {
  const actions = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
  const guarded = { 'bedrock:GuardrailIdentifier': `${modelGuardrail.arn}:*` };
  return [
    ...models.map(
      ({ on, profile }) =>
        new PolicyStatement({
          actions,
          resources: [...on],
          conditions: {
            StringLike: guarded,
            ...(profile === undefined ? {} : { ArnEquals: { 'bedrock:InferenceProfileArn': profile } }),
          },
        }),
    ),
    new PolicyStatement({ actions: ['bedrock:ApplyGuardrail'], resources: [modelGuardrail.arn] }),
    new PolicyStatement({
      sid: 'NoOtherModel',
      effect: Effect.DENY,
      actions,
      notResources: models.flatMap(({ on }) => [...on]),
    }),
  ];
}
