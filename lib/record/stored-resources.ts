// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { modelAccess } from '../models.ts';
import { bucketName, databaseName, named, stateMachineArnOf } from '../names.ts';
import type { Resources } from '../resources.ts';
import type { Settings } from '../settings.ts';
import type { CustomerKeys } from './customer-keys.ts';

/** Everything but the guardrails, which are made anew with every change of a policy. */
export type StoredResources = Omit<Resources, 'guardrails' | 'modelGuardrail'>;

type Made = Readonly<{ settings: Settings; archiveKeyArn: string; keys: CustomerKeys }>;

/**
 * What functions are told and granted, by name: only keys have none. A reference would tie every policy to an output of
 * this stack, and a name is what an auditor looks for.
 */
export function storedResources(scope: Construct, { settings, archiveKeyArn, keys }: Made): StoredResources {
  const { account } = Stack.of(scope);
  const { stage, region, archive } = settings;
  const bucket = (part: string) => ({ bucket: bucketName(stage, part, account, region) });
  const table = (part: string) => ({
    name: named(stage, part),
    arn: `arn:aws:dynamodb:${region}:${account}:table/${named(stage, part)}`,
  });
  return {
    region,
    account,
    vault: { ...bucket('vault'), keyArn: keys.vault.keyArn },
    archive: {
      bucket: bucketName(stage, 'archive', archive.account ?? account, region),
      keyArn: archiveKeyArn,
    },
    heads: archive.headsBucket === undefined ? bucket('heads') : { bucket: archive.headsBucket },
    exports: bucket('exports'),
    catalogue: {
      ...bucket('catalogue'),
      database: databaseName(stage),
      workgroup: named(stage, 'compliance'),
    },
    tables: {
      cases: table('cases'),
      caseKeys: table('case-keys'),
      seals: table('seals'),
      control: table('control'),
    },
    workKeyArn: keys.work.keyArn,
    caseKeysKeyArn: keys.caseKeys.keyArn,
    signingKeyArns: keys.signing.map((key) => key.keyArn),
    stateMachineArn: stateMachineArnOf(scope, stage),
    bus: {
      name: named(stage, 'cases'),
      arn: `arn:aws:events:${region}:${account}:event-bus/${named(stage, 'cases')}`,
    },
    models: modelAccess(settings, account),
  };
}
