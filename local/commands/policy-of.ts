// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import type { Policy } from '../../lambdas/records/policy.ts';
import { readPolicy } from '../../lambdas/policy-file.ts';
import { setting } from '../setting.ts';
import { textOf } from './text-of.ts';
import { UsageError } from './usage-error.ts';

/** Where the policies are: the project's own, unless AIRLOCK_POLICIES names another folder. */
export const policiesFolder = (): string =>
  setting('AIRLOCK_POLICIES') ?? fileURLToPath(new URL('../../policies/', import.meta.url));

export const policyOption = () =>
  new Option('--policy <name>', 'a policy of policies/, or a file').makeOptionMandatory();

/** A policy by the name of one in `policies/`, or by the path of a file. @throws UsageError with every mistake in it */
export function policyOf(nameOrPath: string): Policy {
  const named = /^[a-z][a-z0-9-]*$/.test(nameOrPath)
    ? join(policiesFolder(), `${nameOrPath}.json`)
    : nameOrPath;
  if (!existsSync(named))
    throw new UsageError(`There is no policy ${nameOrPath}: give the name of one in policies/ or a file.`);
  const read = readPolicy(textOf(named));
  if (read.policy === undefined)
    throw new UsageError(
      [`${named} cannot be used:`, ...read.mistakes.map((mistake) => `  ${mistake}`)].join('\n'),
    );
  return read.policy;
}
