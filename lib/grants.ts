// SPDX-License-Identifier: Apache-2.0
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type FunctionName, functions, type Use, uses } from '../lambdas/uses.ts';
import type { Resources } from './resources.ts';
import { type Where, where } from './where.ts';

type Kind = Readonly<{ as: 'tenant' | 'own'; needs: readonly string[]; actions: readonly string[] }>;
export type Grants = Readonly<{ own: PolicyStatement[]; tenant: PolicyStatement[] }>;

const kindOf = (use: Use): Kind => uses[use];

/** The places of an action: those whose beginning fits first. @throws Error when a use has none for one of its actions */
function placesOf(use: Use, places: readonly Where[], action: string): readonly Where[] {
  const first = places.find(({ begins }) => action.startsWith(begins));
  if (first === undefined) throw new Error(`lib/where.ts does not say on what ${use} may ${action}.`);
  return places.filter(({ begins }) => begins === first.begins);
}

/** DynamoDB decrypts a table with its customer key on behalf of whoever asks, who therefore needs the key, too. */
function tableKey(use: Use, resources: Resources): PolicyStatement[] {
  const { actions } = kindOf(use);
  const asked = actions.filter((action) => action.startsWith('dynamodb:'));
  if (asked.length === 0) return [];
  const writes = asked.some((action) => !['dynamodb:GetItem', 'dynamodb:Query'].includes(action));
  return [
    new PolicyStatement({
      actions: ['kms:Decrypt', ...(writes ? ['kms:Encrypt', 'kms:GenerateDataKey'] : [])],
      resources: [
        kindOf(use).needs.includes('CASE_KEYS_TABLE') ? resources.caseKeysKeyArn : resources.workKeyArn,
      ],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${resources.region}.amazonaws.com` } },
    }),
  ];
}

/** Histories are encrypted a second time: who describes an execution needs that key. */
function historyKey(use: Use, { region, workKeyArn, stateMachineArn }: Resources): PolicyStatement[] {
  if (!kindOf(use).actions.includes('states:DescribeExecution')) return [];
  return [
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [workKeyArn],
      conditions: {
        StringEquals: {
          'kms:ViaService': `states.${region}.amazonaws.com`,
          'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn,
        },
      },
    }),
  ];
}

/** Results of questions are kept by Athena under the key of rows without text. */
function resultKey(use: Use, { region, workKeyArn }: Resources): PolicyStatement[] {
  if (!kindOf(use).actions.includes('athena:GetQueryResults')) return [];
  return [
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: [workKeyArn],
      conditions: { StringEquals: { 'kms:ViaService': `athena.${region}.amazonaws.com` } },
    }),
  ];
}

/** What a use needs: its actions from uses.ts, where.ts saying on what. */
function statementsOf(use: Use, resources: Resources): PolicyStatement[] {
  const places = where[use](resources);
  const granted = new Map<Where, string[]>();
  for (const action of kindOf(use).actions)
    for (const place of placesOf(use, places, action))
      granted.set(place, [...(granted.get(place) ?? []), action]);
  return [
    ...[...granted].map(
      ([{ on, when }, actions]) =>
        new PolicyStatement({
          actions,
          resources: [...on],
          ...(when === undefined ? {} : { conditions: when }),
        }),
    ),
    ...tableKey(use, resources),
    ...historyKey(use, resources),
    ...resultKey(use, resources),
  ];
}

/** Beyond not being granted: no model without the guardrail, none that is not allowed, whatever is attached later. */
function modelDenials({ models, modelGuardrail }: Resources): PolicyStatement[] {
  const actions = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
  return [
    new PolicyStatement({
      sid: 'OnlyAllowedModels',
      effect: Effect.DENY,
      actions,
      notResources: models.flatMap(({ on }) => on),
    }),
    new PolicyStatement({
      sid: 'OnlyWithTheGuardrail',
      effect: Effect.DENY,
      actions,
      resources: ['*'],
      conditions: { StringNotLike: { 'bedrock:GuardrailIdentifier': `${modelGuardrail.arn}:*` } },
    }),
  ];
}

/** What a function may do by itself, and what in a session of its tenant role. */
export function grantsOf(name: FunctionName, resources: Resources): Grants {
  const needed: readonly Use[] = functions[name].uses;
  const of = (as: Kind['as']) =>
    needed.filter((use) => kindOf(use).as === as).flatMap((use) => statementsOf(use, resources));
  return {
    own: [...of('own'), ...(needed.includes('models') ? modelDenials(resources) : [])],
    tenant: of('tenant'),
  };
}
