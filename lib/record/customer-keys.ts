// SPDX-License-Identifier: Apache-2.0
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import { rolesWith } from '../role-lists.ts';
import { CustomerKey } from './customer-key.ts';

export type CustomerKeysProps = Readonly<{ stage: string; account: string; signingKeys: number }>;

/** A key for each kind of secret, so that what opens one opens nothing else. The archive's is with the archive. */
export class CustomerKeys extends Construct {
  readonly vault: CustomerKey;
  readonly work: CustomerKey;
  readonly caseKeys: CustomerKey;
  /** Oldest first. KMS rotates no such key: a new one is added, and the old ones go on verifying. */
  readonly signing: readonly CustomerKey[];

  constructor(scope: Construct, id: string, { stage, account, signingKeys }: CustomerKeysProps) {
    super(scope, id);
    const alias = (part: string) => `alias/${named(stage, part)}`;
    this.vault = new CustomerKey(this, 'Vault', {
      alias: alias('vault'),
      description: 'Vault: raw text and identity maps, each under its tenant and scope',
      onlyDecryptedBy: rolesWith(
        stage,
        account,
        'vault:read',
        'vault:write',
        'identities:read',
        'identities:write',
      ),
    });
    this.work = new CustomerKey(this, 'Workflow', {
      alias: alias('workflow'),
      description: 'Workflow state and history, logs, queues, and tables without text',
    });
    // Rules, alarms and budgets publish to encrypted topics, queues and buses.
    this.work.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Publishers',
        principals: ['events', 'cloudwatch', 'budgets', 'sns'].map(
          (service) => new ServicePrincipal(`${service}.amazonaws.com`),
        ),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    this.caseKeys = new CustomerKey(this, 'CaseKeys', {
      alias: alias('case-keys'),
      description: 'Wraps the keys of cases; destroying a wrapped key erases its case',
    });
    this.signing = Array.from(
      { length: signingKeys },
      (_, index) =>
        new CustomerKey(this, `Signing${index + 1}`, {
          alias: alias(`signing-${index + 1}`),
          description: 'Signs the seals of the archive (ECDSA P-256)',
          signing: true,
        }),
    );
  }
}
