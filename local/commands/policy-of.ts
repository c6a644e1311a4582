// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../../lambdas/records/policy.ts';
import { readPolicy } from '../policy-file.ts';
import { UsageError } from './usage-error.ts';

/** Where the policies that came with the project are. */
export const policiesFolder = fileURLToPath(new URL('../../policies/', import.meta.url));

/** A policy by the name of one in `policies/`, or by the path of a file. @throws UsageError with every mistake in it */
export function policyOf(nameOrPath: string): Policy {
  const named = /^[a-z][a-z0-9-]*$/.test(nameOrPath) ? `${policiesFolder}${nameOrPath}.json` : nameOrPath;
  if (!existsSync(named))
    throw new UsageError(`There is no policy ${nameOrPath}: give the name of one in policies/ or a file.`);
  const read = readPolicy(readFileSync(named, 'utf8'));
  if (read.policy === undefined)
    throw new UsageError(
      [`${named} cannot be used:`, ...read.mistakes.map((mistake) => `  ${mistake}`)].join('\n'),
    );
  return read.policy;
}
