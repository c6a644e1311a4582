// SPDX-License-Identifier: Apache-2.0
import type { FunctionName } from '../../lambdas/uses.ts';
import { allowed, type Request, type Statement } from './policy-evaluator.ts';
import { account, type Resource } from './resolve.ts';
import type { StageUnderTest } from './stages.ts';

const statementsIn = (document: unknown): Statement[] => (document as { Statement: Statement[] }).Statement;

/** The roles of a stage and everything that decides about their requests, as it was synthesised. */
export type Iam = Readonly<{
  roleArn: (role: string) => string;
  roles: readonly string[];
  trustOf: (role: string) => Statement[];
  identityOf: (role: string) => Statement[];
  bucketPolicy: (bucket: string) => Statement[];
  keyPolicy: (alias: string) => Statement[];
  keyArn: (alias: string) => string;
  /** Whether a role's own policies and the policy of bucket or key together let it through. */
  may: (role: string, request: Omit<Request, 'principal'>, resource?: readonly Statement[]) => boolean;
}>;

/** Reads roles, managed policies, bucket policies and key policies out of both templates. */
export function iamOf(stage: string, { record, gateway }: StageUnderTest): Iam {
  const both = (type: string): Resource[] => [...record.all(type), ...gateway.all(type)];
  const roles = both('AWS::IAM::Role');
  const policies = both('AWS::IAM::ManagedPolicy');
  const named = (role: string) => `prompt-airlock-${stage}-${role}`;
  const properties = (role: string) =>
    roles.find(({ Properties }) => Properties['RoleName'] === named(role))?.Properties ?? {};
  const identityOf = (role: string) =>
    policies
      .filter(({ Properties }) => (Properties['Roles'] as string[] | undefined)?.includes(named(role)))
      .flatMap(({ Properties }) => statementsIn(Properties['PolicyDocument']));
  const roleArn = (role: string) => `arn:aws:iam::${account}:role/${named(role)}`;
  const aliases = record.all('AWS::KMS::Alias');
  const keyArn = (alias: string) =>
    String(
      aliases.find(({ Properties }) => Properties['AliasName'] === `alias/${named(alias)}`)?.Properties[
        'TargetKeyId'
      ],
    );
  const keys = record.all('AWS::KMS::Key');
  return {
    roleArn,
    roles: roles.flatMap(({ Properties }) => {
      const name = Properties['RoleName'];
      return typeof name === 'string' ? [name.replace(named(''), '')] : [];
    }),
    trustOf: (role) => statementsIn(properties(role)['AssumeRolePolicyDocument']),
    identityOf,
    bucketPolicy: (bucket) =>
      record
        .all('AWS::S3::BucketPolicy')
        .filter(({ Properties }) => Properties['Bucket'] === bucket)
        .flatMap(({ Properties }) => statementsIn(Properties['PolicyDocument'])),
    keyArn,
    // In a key's policy `*` is this key; and its root statement only hands over to identity policies.
    keyPolicy: (alias) =>
      keys
        .filter(({ id }) => keyArn(alias).includes(id))
        .flatMap(({ Properties }) => statementsIn(Properties['KeyPolicy'])),
    may: (role, request, resource = []) =>
      allowed({ ...request, principal: roleArn(role) }, identityOf(role), resource),
  };
}

/** The role of a function by itself, and the one of its tenant sessions. */
export const own = (name: FunctionName): string => name;
export const ofTenant = (name: FunctionName): string => `${name}-tenant`;
