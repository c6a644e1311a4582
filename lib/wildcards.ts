// SPDX-License-Identifier: Apache-2.0
import { Stack, Validations } from 'aws-cdk-lib';
import type { CfnManagedPolicy, ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { rules } from 'cdk-nag';
import { z } from 'zod';

/** Actions that can be granted on nothing less than `*` (Service Authorization Reference), and why they are needed. */
const withoutResources: Readonly<Record<string, string>> = {
  'xray:PutTraceSegments': 'sends traces',
  'xray:PutTelemetryRecords': 'sends traces',
  'xray:GetSamplingRules': 'samples traces',
  'xray:GetSamplingTargets': 'samples traces',
  'ec2:CreateNetworkInterface': 'lets Lambda put the function into the VPC',
  'ec2:DescribeNetworkInterfaces': 'lets Lambda put the function into the VPC',
  'ec2:DescribeSubnets': 'lets Lambda put the function into the VPC',
  'ec2:DeleteNetworkInterface': 'lets Lambda take the function out of the VPC',
  'ec2:AssignPrivateIpAddresses': 'lets Lambda put the function into the VPC',
  'ec2:UnassignPrivateIpAddresses': 'lets Lambda take the function out of the VPC',
  'comprehendmedical:DetectPHI': 'asks for identifiers in a text',
  'bedrock:InvokeGuardrailChecks': 'asks for identifiers in a text',
  'bedrock:GetAccountDataRetention': 'reads the account’s setting before a deployment',
  'bedrock:GetModelInvocationLoggingConfiguration': 'reads the account’s setting before a deployment',
  'macie2:GetMacieSession': 'reads the account’s setting before a deployment',
  'macie2:ListClassificationJobs': 'finds the job of this deployment',
  'servicequotas:ListServiceQuotas': 'reads the account’s quotas before a deployment',
  'logs:CreateLogDelivery': 'lets Step Functions deliver its log',
  'logs:GetLogDelivery': 'lets Step Functions deliver its log',
  'logs:UpdateLogDelivery': 'lets Step Functions deliver its log',
  'logs:DeleteLogDelivery': 'lets Step Functions deliver its log',
  'logs:ListLogDeliveries': 'lets Step Functions deliver its log',
  'logs:PutResourcePolicy': 'lets Step Functions deliver its log',
  'logs:DescribeResourcePolicies': 'lets Step Functions deliver its log',
  'logs:DescribeLogGroups': 'lets Step Functions deliver its log',
};

/** Names that cannot be known ahead, and what bounds them. */
const unknownAhead: readonly (readonly [RegExp, string])[] = [
  [
    /\/tenant=<aws:PrincipalTag\/tenant>\/(?:case=|conversation=)?\*$/,
    'Objects of one tenant: the tag of the session stands in the prefix, and names below it are random.',
  ],
  [
    /\/(?:seal|leaves)\/\*$/,
    'Seals and their lists are numbered as they are made, and have a prefix of their own.',
  ],
  [
    /^Resource::arn:aws:logs:[^*]*:log-group:[^*]+:(?:log-stream:)?\*$/,
    'Streams of one log: the service names a new one whenever it starts another instance.',
  ],
  [/:execution:[^*]+:\*$/, 'Executions of this workflow: each is named by its case.'],
  [/:classification-job\/\*$/, 'Macie gives a job its id when it makes it.'],
  [
    /^Resource::<[^*]+\.Arn>:\*$/,
    'Versions of one function: an execution that is held goes on calling the version it began with.',
  ],
];

const StatementSchema = z.object({
  Effect: z.string(),
  Action: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  Resource: z.unknown().optional(),
});
const PolicySchema = z.object({ Statement: z.array(StatementSchema) });

/** Why the actions that are granted on everything are: undefined when one of them could be granted on less. */
function onEverything(policy: ManagedPolicy): string | undefined {
  const { Statement } = PolicySchema.parse(Stack.of(policy).resolve(policy.document));
  const actions = Statement.filter(
    ({ Effect, Resource }) => Effect === 'Allow' && [Resource].flat().includes('*'),
  ).flatMap(({ Action }) => Action);
  const why = actions.map((action) => withoutResources[action]);
  if (why.includes(undefined)) return undefined;
  return `No resource can be named for these: ${actions.map((action, index) => `${action} ${why[index] ?? ''}`).join('; ')}.`;
}

/**
 * Gives every wildcard of a policy its reason, one by one and by exactly its name. One that nothing here explains stays a
 * finding, and fails synthesis.
 */
export function explainWildcards(policy: ManagedPolicy): void {
  const found: unknown = rules.iam.IAMNoWildcardPermissions(policy.node.defaultChild as CfnManagedPolicy);
  if (!Array.isArray(found)) return;
  for (const finding of z.array(z.string()).parse(found)) {
    const reason =
      finding === 'Resource::*'
        ? onEverything(policy)
        : unknownAhead.find(([pattern]) => pattern.test(finding))?.[1];
    if (reason !== undefined)
      Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[${finding}]`, reason });
  }
}
