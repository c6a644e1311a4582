// SPDX-License-Identifier: Apache-2.0
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionName } from '../lambdas/uses.ts';

/** What everything of a stage is called by. */
export const named = (stage: string, part: string): string => `prompt-airlock-${stage}-${part}`;

/** The role a function runs as, and the one it takes on for a tenant. */
export const roleName = (stage: string, name: FunctionName): string => named(stage, name);
export const tenantRoleName = (stage: string, name: FunctionName): string => named(stage, `${name}-tenant`);

const roleArn = (scope: Construct, resourceName: string): string =>
  Stack.of(scope).formatArn({ service: 'iam', region: '', resource: 'role', resourceName });

/**
 * ARNs by name and not by reference: keys and buckets name the roles that may use them, and outlive these roles in
 * a stack of their own.
 */
export const roleArnOf = (scope: Construct, stage: string, name: FunctionName): string =>
  roleArn(scope, roleName(stage, name));
export const tenantRoleArnOf = (scope: Construct, stage: string, name: FunctionName): string =>
  roleArn(scope, tenantRoleName(stage, name));

export const functionArnOf = (scope: Construct, stage: string, name: FunctionName): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: named(stage, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export const stateMachineArnOf = (scope: Construct, stage: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: named(stage, 'workflow'),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export const functionLogName = (stage: string, name: FunctionName): string =>
  `/aws/lambda/${named(stage, name)}`;

/** S3's names are the world's: with the account in them nobody else can have taken one. */
export const bucketName = (stage: string, part: string, account: string, region: string): string =>
  `${named(stage, part)}-${account}-${region}`;

/** Of the catalogue: Glue allows no hyphens. */
export const databaseName = (stage: string): string => named(stage, 'catalogue').replaceAll('-', '_');
