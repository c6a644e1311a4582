// SPDX-License-Identifier: Apache-2.0
import { Arn, ArnFormat } from 'aws-cdk-lib';
import { type FunctionName, functions, type Use, uses } from '../lambdas/uses.ts';
import { roleName, tenantRoleName } from './names.ts';

const names = Object.keys(functions) as FunctionName[];

/** The functions that have one of these uses. */
export const functionsWith = (...wanted: readonly Use[]): FunctionName[] =>
  names.filter((name) => (functions[name].uses as readonly Use[]).some((use) => wanted.includes(use)));

/** ARNs of the roles that these uses are made through: a tenant's or the function's own. */
export const rolesWith = (stage: string, account: string, ...wanted: readonly Use[]): string[] => [
  ...new Set(
    wanted.flatMap((use) =>
      functionsWith(use).map((name) =>
        Arn.format({
          partition: 'aws',
          service: 'iam',
          region: '',
          account,
          resource: 'role',
          resourceName: uses[use].as === 'tenant' ? tenantRoleName(stage, name) : roleName(stage, name),
          arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
        }),
      ),
    ),
  ),
];
