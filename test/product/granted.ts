// SPDX-License-Identifier: Apache-2.0
import { type FunctionName, functions, type Use, uses } from '../../lambdas/uses.ts';
import type { Resources } from '../../lib/resources.ts';
import { statementsFor } from '../../lib/statements.ts';
import { allowed } from '../lib/policy-evaluator.ts';
import type { IamRequest } from './iam-requests.ts';

/** What functions asked of IAM that the statements of their own policies do not let through, each once. */
export function notGranted(requests: readonly IamRequest[], resources: Resources): string[] {
  const policies = new Map<FunctionName, ReturnType<typeof statementsFor>>();
  const wrong = new Set<string>();
  for (const request of requests) {
    const { function: name, as, action, resource, context } = request;
    const policy = policies.get(name) ?? statementsFor(name, resources);
    policies.set(name, policy);
    if (!allowed(request, policy[as]))
      wrong.add(`${name} as ${as}: ${action} on ${resource} ${JSON.stringify(context)}`);
  }
  return [...wrong].sort();
}

/** What opens identities, destroys, or decides: nothing of it is granted without being needed. */
const sensitive: readonly Use[] = [
  'identities:read',
  'identities:write',
  'case-keys:use',
  'case-keys:create',
  'case-keys:erase',
  'index-keys:use',
  'people:add',
  'people:find',
  'people:forget',
  'cases:dispose',
  'cases:forget-caller',
  'archive:write',
  'archive:hold',
  'archive:remove',
  'seals:write',
  'catalogue:ask',
  'catalogue:write',
  'workflow:start',
  'workflow:answer',
  'medical',
  'checks',
  'guardrail',
  'models',
  'macie:jobs',
  'preflight',
];

/** Sensitive uses that a function has and of which it made none of the actions, whatever it was asked: `name: use`. */
export function neverUsed(requests: readonly IamRequest[]): string[] {
  const made = new Set(requests.map(({ function: name, as, action }) => `${name} ${as} ${action}`));
  return (Object.keys(functions) as FunctionName[]).flatMap((name) =>
    (functions[name].uses as readonly Use[])
      .filter((use) => {
        const { as, actions } = uses[use];
        return sensitive.includes(use) && !actions.some((action) => made.has(`${name} ${as} ${action}`));
      })
      .map((use) => `${name}: ${use}`),
  );
}
