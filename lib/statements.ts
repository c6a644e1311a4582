// SPDX-License-Identifier: Apache-2.0
import { type FunctionName, functions, type Use, uses } from '../lambdas/uses.ts';
import type { Resources } from './resources.ts';
import { type Conditions, type Where, where } from './where.ts';

type Kind = Readonly<{ as: 'tenant' | 'own'; needs: readonly string[]; actions: readonly string[] }>;

/** A statement of a policy, as IAM reads it. */
export type Granted = Readonly<{
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action: readonly string[];
  Resource?: readonly string[];
  NotResource?: readonly string[];
  Condition?: Conditions;
}>;

const kindOf = (use: Use): Kind => uses[use];
const allow = (Action: readonly string[], Resource: readonly string[], Condition?: Conditions): Granted => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

/** The places of an action: those whose beginning fits first. @throws Error when a use has none for one of its actions */
function placesOf(use: Use, places: readonly Where[], action: string): readonly Where[] {
  const first = places.find(({ begins }) => action.startsWith(begins));
  if (first === undefined) throw new Error(`lib/where.ts does not say on what ${use} may ${action}.`);
  return places.filter(({ begins }) => begins === first.begins);
}

/** DynamoDB decrypts a table with its customer key on behalf of whoever asks, who therefore needs the key, too. */
function tableKey(use: Use, resources: Resources): Granted[] {
  const { actions, needs } = kindOf(use);
  const asked = actions.filter((action) => action.startsWith('dynamodb:'));
  if (asked.length === 0) return [];
  const writes = asked.some((action) => !['dynamodb:GetItem', 'dynamodb:Query'].includes(action));
  const key = needs.includes('CASE_KEYS_TABLE') ? resources.caseKeysKeyArn : resources.workKeyArn;
  return [
    allow(['kms:Decrypt', ...(writes ? ['kms:Encrypt', 'kms:GenerateDataKey'] : [])], [key], {
      StringEquals: { 'kms:ViaService': `dynamodb.${resources.region}.amazonaws.com` },
    }),
  ];
}

/** Histories are encrypted a second time: who describes an execution needs that key. */
function historyKey(use: Use, { region, workKeyArn, stateMachineArn }: Resources): Granted[] {
  if (!kindOf(use).actions.includes('states:DescribeExecution')) return [];
  return [
    allow(['kms:Decrypt'], [workKeyArn], {
      StringEquals: {
        'kms:ViaService': `states.${region}.amazonaws.com`,
        'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn,
      },
    }),
  ];
}

/** Results of questions are kept by Athena under the key of rows without text. */
function resultKey(use: Use, { region, workKeyArn }: Resources): Granted[] {
  if (!kindOf(use).actions.includes('athena:GetQueryResults')) return [];
  return [
    allow(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], [workKeyArn], {
      StringEquals: { 'kms:ViaService': `athena.${region}.amazonaws.com` },
    }),
  ];
}

/** What a use needs: its actions from uses.ts, where.ts saying on what. */
function statementsOf(use: Use, resources: Resources): Granted[] {
  const places = where[use](resources);
  const granted = new Map<Where, string[]>();
  for (const action of kindOf(use).actions)
    for (const place of placesOf(use, places, action))
      granted.set(place, [...(granted.get(place) ?? []), action]);
  return [
    ...[...granted].map(([{ on, when }, actions]) => allow(actions, on, when)),
    ...tableKey(use, resources),
    ...historyKey(use, resources),
    ...resultKey(use, resources),
  ];
}

/** Beyond not being granted: no model without the guardrail, none that is not allowed, whatever is attached later. */
function modelDenials({ models, modelGuardrail }: Resources): Granted[] {
  const Action = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
  return [
    { Sid: 'OnlyAllowedModels', Effect: 'Deny', Action, NotResource: models.flatMap(({ on }) => on) },
    {
      Sid: 'OnlyWithTheGuardrail',
      Effect: 'Deny',
      Action,
      Resource: ['*'],
      Condition: { StringNotLike: { 'bedrock:GuardrailIdentifier': `${modelGuardrail.arn}:*` } },
    },
  ];
}

/** What the policies of a function say: of its own role, and of the sessions of its tenant role. */
export function statementsFor(
  name: FunctionName,
  resources: Resources,
): Readonly<Record<Kind['as'], Granted[]>> {
  const needed: readonly Use[] = functions[name].uses;
  const of = (as: Kind['as']) =>
    needed.filter((use) => kindOf(use).as === as).flatMap((use) => statementsOf(use, resources));
  return {
    own: [...of('own'), ...(needed.includes('models') ? modelDenials(resources) : [])],
    tenant: of('tenant'),
  };
}
