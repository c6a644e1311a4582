// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { CustomResource, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { TenantClient } from './tenants.ts';

const folder = new URL('../../policies/', import.meta.url);

/** One digest over all policies: they are published again when one of them has changed. */
export const policiesHash = (): string =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .reduce(
      (hash, file) => hash.update(file).update(readFileSync(new URL(file, folder))),
      createHash('sha256'),
    )
    .digest('hex');

export type PublishedProps = Readonly<{
  settings: Settings;
  publish: IFunction;
  clients: readonly TenantClient[];
}>;

/**
 * Writes the policies down by their hashes, for cases that began under one that is no longer deployed, and what each
 * tenant's application stands for.
 */
export class Published extends Construct {
  constructor(scope: Construct, id: string, { settings, publish, clients }: PublishedProps) {
    super(scope, id);
    new CustomResource(this, 'Resource', {
      serviceToken: publish.functionArn,
      resourceType: 'Custom::AirlockPolicies',
      properties: {
        hash: policiesHash(),
        // What the deployment makes of them.
        effort: settings.detection.effort,
        mode: settings.retention.mode,
        clients: Stack.of(this).toJsonString(clients),
      },
    });
  }
}
