// SPDX-License-Identifier: Apache-2.0
import { Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AirlockFunction, type Place } from './airlock-function.ts';
import { asBucket } from './interfaces.ts';
import { bucketName } from './names.ts';
import { Network } from './network/network.ts';
import { AccessLogBucket } from './record/access-log-bucket.ts';
import { ArchiveStore } from './record/archive-store.ts';
import { Catalogue } from './record/catalogue.ts';
import { CustomerKeys } from './record/customer-keys.ts';
import { DataTrail } from './record/data-trail.ts';
import { LogGroups } from './record/log-groups.ts';
import { SignIn } from './record/sign-in.ts';
import { type StoredResources, storedResources } from './record/stored-resources.ts';
import { Stores } from './record/stores.ts';
import { RecordTables } from './record/tables.ts';
import type { Settings } from './settings.ts';

export type RecordStackProps = StackProps & Readonly<{ settings: Settings }>;

/**
 * The stateful side: what may not go when a deployment goes. It refuses to be deleted, and everything in it stays when
 * it is. The network and the sign-in are here because people and their tokens are.
 */
export class RecordStack extends Stack {
  readonly keys: CustomerKeys;
  readonly logs: LogGroups;
  readonly accessLogs: AccessLogBucket;
  readonly network: Network | undefined;
  readonly place: Place;
  readonly resources: StoredResources;
  readonly signIn: SignIn;

  /** Chosen when it is deployed: to look them up, synthesis would need the account's credentials. */
  override get availabilityZones(): string[] {
    return [0, 1, 2].map((index) => Fn.select(index, Fn.getAzs()));
  }

  constructor(scope: Construct, id: string, { settings, ...props }: RecordStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { account } = this;
    const { stage, region, logDays: days } = settings;
    this.keys = new CustomerKeys(this, 'Keys', { stage, account, signingKeys: settings.signingKeys });
    this.logs = new LogGroups(this, 'Logs', { settings, key: this.keys.work });
    const name = bucketName(stage, 'access-logs', account, region);
    this.accessLogs = new AccessLogBucket(this, 'AccessLogs', { name, days });
    const archive = this.archiveKey(settings);
    const stores = new Stores(this, 'Stores', {
      settings,
      account,
      logs: asBucket(this.accessLogs),
      vaultKey: this.keys.vault,
      archiveKey: archive,
    });
    const tables = new RecordTables(this, 'Tables', {
      stage,
      key: this.keys.work,
      caseKeysKey: this.keys.caseKeys,
      backupDays: settings.backupDays,
    });
    new Catalogue(this, 'Catalogue', {
      stage,
      bucket: asBucket(stores.catalogue),
      key: this.keys.work,
    });
    this.resources = storedResources(this, {
      settings,
      archiveKeyArn: archive.keyArn,
      keys: this.keys,
    });
    const { vault, heads, exports } = this.resources;
    const buckets = [vault, this.resources.archive, heads, exports, this.resources.catalogue].map(
      (each) => each.bucket,
    );
    this.network =
      settings.network.vpc === 'off'
        ? undefined
        : new Network(this, 'Network', { settings, flowLogs: this.logs.others.network, buckets });
    this.place = this.network?.place ?? {};
    const preToken = new AirlockFunction(this, 'pre-token', {
      settings,
      // It asks no guardrail.
      resources: { ...this.resources, guardrails: {}, modelGuardrail: { id: '', arn: '', version: '' } },
      place: this.place,
    });
    preToken.node.addDependency(this.logs);
    this.signIn = new SignIn(this, 'SignIn', { settings, account, preToken: preToken.fn });
    if (settings.trail === 'own')
      new DataTrail(this, 'Trail', {
        settings,
        account,
        key: this.keys.work,
        logs: this.logs.others.trail,
        accessLogs: asBucket(this.accessLogs),
        buckets: [vault, this.resources.archive, this.resources.catalogue].map((each) => each.bucket),
        tables: [tables.caseKeys.tableArn],
      });
  }

  /** The key of this account's archive, or what another account's stack has said about its own. */
  private archiveKey(settings: Settings): IKey {
    const { account, keyArn } = settings.archive;
    if (account !== undefined) return Key.fromKeyArn(this, 'ArchiveKey', keyArn ?? '');
    const logs = asBucket(this.accessLogs);
    return new ArchiveStore(this, 'Archive', { settings, account: this.account, logs }).key;
  }
}
