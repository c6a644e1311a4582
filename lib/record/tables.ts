// SPDX-License-Identifier: Apache-2.0
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledgeInPacks } from '../acknowledge.ts';
import { named } from '../names.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

type TableProps = Readonly<{
  name: string;
  key: IKey;
  partition: string;
  sort?: string;
  backupDays: number;
  ttl?: string;
}>;

/** On demand, a customer key, restorable to any second of the last days, deleted by nobody in passing. */
class RecordTable extends Table {
  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id, {
      tableName: props.name,
      partitionKey: text(props.partition),
      ...(props.sort === undefined ? {} : { sortKey: text(props.sort) }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: props.backupDays,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.ttl === undefined ? {} : { timeToLiveAttribute: props.ttl }),
    });
    acknowledgeInPacks(
      this,
      'DynamoDBInBackupPlan',
      `Restorable to any second of ${props.backupDays} days. A backup that is kept longer would bring back what was erased or has expired, and the receipts of erasures name exactly this time.`,
      { pci: false },
    );
  }

  /** Keys of rows, or whole rows, by another attribute. */
  index(indexName: string, all: boolean): void {
    this.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(`${indexName}Pk`),
      sortKey: text(`${indexName}Sk`),
      projectionType: all ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
    });
  }
}

export type RecordTablesProps = Readonly<{
  stage: string;
  /** Of rows without text: cases, seals, control. */
  key: IKey;
  caseKeysKey: IKey;
  /** How long a destroyed case key could be brought back. */
  backupDays: number;
}>;

/**
 * Cases; the keys of cases, whose backups end after a declared time because they outlive an erasure; which seal took
 * up what; and what operators set while it runs.
 */
export class RecordTables extends Construct {
  readonly cases: Table;
  readonly caseKeys: Table;
  readonly seals: Table;
  readonly control: Table;

  constructor(scope: Construct, id: string, { stage, key, caseKeysKey, backupDays }: RecordTablesProps) {
    super(scope, id);
    const months = 35;
    const cases = new RecordTable(this, 'Cases', {
      name: named(stage, 'cases'),
      key,
      partition: 'pk',
      sort: 'sk',
      backupDays: months,
      ttl: 'ttl',
    });
    for (const name of ['queue', 'closed', 'contained']) cases.index(name, true);
    // Whoever asks for their own cases reads each as it stands.
    cases.index('owned', false);
    // Of all tenants, so only which case it is: the sweep reads the case itself as its tenant.
    for (const name of ['stale', 'expired', 'due']) cases.index(name, false);
    this.cases = cases;
    this.caseKeys = new RecordTable(this, 'CaseKeys', {
      name: named(stage, 'case-keys'),
      key: caseKeysKey,
      partition: 'pk',
      backupDays,
    });
    const seals = new RecordTable(this, 'Seals', {
      name: named(stage, 'seals'),
      key,
      partition: 'pk',
      backupDays: months,
    });
    seals.index('pending', false);
    this.seals = seals;
    this.control = new RecordTable(this, 'Control', {
      name: named(stage, 'control'),
      key,
      partition: 'name',
      backupDays: months,
    });
  }
}
