// SPDX-License-Identifier: Apache-2.0
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export type CustomerKeyProps = Readonly<{
  alias: string;
  description: string;
  /** ECDSA on P-256. KMS does not rotate such keys. */
  signing?: boolean;
  /** Roles beside which nobody decrypts, administrators included. */
  onlyDecryptedBy?: readonly string[];
}>;

/**
 * A key of the customer's, rotated every year where its type allows it. Nobody may delete or disable it: what is
 * locked for years cannot be read without it, and a key that is gone is an erasure nobody decided.
 */
export class CustomerKey extends Key {
  constructor(scope: Construct, id: string, props: CustomerKeyProps) {
    const { alias, description, signing = false, onlyDecryptedBy } = props;
    super(scope, id, {
      alias,
      description,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: Duration.days(30),
      ...(signing
        ? { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY }
        : { enableKeyRotation: true, rotationPeriod: Duration.days(365) }),
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyDeletesTheKey',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial'],
        resources: ['*'],
      }),
    );
    if (onlyDecryptedBy !== undefined)
      this.addToResourcePolicy(
        new PolicyStatement({
          sid: 'NobodyElseDecrypts',
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['kms:Decrypt', 'kms:ReEncryptFrom', 'kms:CreateGrant'],
          resources: ['*'],
          conditions: { ArnNotEquals: { 'aws:PrincipalArn': [...onlyDecryptedBy] } },
        }),
      );
  }
}
