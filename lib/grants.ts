// SPDX-License-Identifier: Apache-2.0
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../lambdas/uses.ts';
import type { Resources } from './resources.ts';
import { type Granted, statementsFor } from './statements.ts';

export type Grants = Readonly<{ own: PolicyStatement[]; tenant: PolicyStatement[] }>;

const statement = ({ Sid, Effect: effect, Action, Resource, NotResource, Condition }: Granted) =>
  new PolicyStatement({
    effect: effect === 'Allow' ? Effect.ALLOW : Effect.DENY,
    actions: [...Action],
    ...(Sid === undefined ? {} : { sid: Sid }),
    ...(Resource === undefined ? {} : { resources: [...Resource] }),
    ...(NotResource === undefined ? {} : { notResources: [...NotResource] }),
    ...(Condition === undefined ? {} : { conditions: Condition }),
  });

/** What a function may do by itself, and what in a session of its tenant role. */
export function grantsOf(name: FunctionName, resources: Resources): Grants {
  const { own, tenant } = statementsFor(name, resources);
  return { own: own.map(statement), tenant: tenant.map(statement) };
}
