// SPDX-License-Identifier: Apache-2.0
import { type FunctionName, functions, type Use, uses } from '../../lambdas/uses.ts';
import type { Call } from '../stubs/service.ts';

type Kind = Readonly<{ as: 'tenant' | 'own'; actions: readonly string[] }>;

const ofS3: Readonly<Record<string, string>> = {
  ListObjectsV2: 's3:ListBucket',
  ListObjectVersions: 's3:ListBucketVersions',
  DeleteObjects: 's3:DeleteObject',
};

/** The IAM actions that a call needs (Service Authorization Reference). */
function actionsOf({ service, operation, query, headers, body }: Call): string[] {
  if (service === 'dynamodb') {
    if (operation !== 'TransactWriteItems') return [`dynamodb:${operation}`];
    const { TransactItems } = JSON.parse(body.toString()) as { TransactItems: Record<string, object>[] };
    return TransactItems.flatMap((item) => Object.keys(item).map((name) => `dynamodb:${name}Item`));
  }
  if (service === 's3') {
    const version = query.has('versionId') ? 'Version' : '';
    if (operation === 'GetObject' || operation === 'DeleteObject') return [`s3:${operation}${version}`];
    const locked = headers['x-amz-object-lock-mode'] === undefined ? [] : ['s3:PutObjectRetention'];
    return [ofS3[operation] ?? `s3:${operation}`, ...locked];
  }
  if (service === 'bedrock' && operation === 'Converse') return ['bedrock:InvokeModel'];
  return service === 'sts' ? [] : [`${service}:${operation}`];
}

/** What a function did that the uses of `uses.ts` do not grant it, in the session it did it in. */
export function notGranted(calls: readonly Call[]): string[] {
  const wrong = new Set<string>();
  for (const call of calls) {
    const name = call.who.name as FunctionName | undefined;
    if (name === undefined) continue;
    const as = call.who.tenant === undefined ? 'own' : 'tenant';
    const mine: readonly Use[] = functions[name].uses;
    const granted = mine.map((use): Kind => uses[use]).filter((kind) => kind.as === as);
    for (const action of actionsOf(call))
      if (!granted.some((kind) => kind.actions.includes(action))) wrong.add(`${name} as ${as}: ${action}`);
  }
  return [...wrong].sort();
}
