// SPDX-License-Identifier: Apache-2.0
import { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type ColumnType, tableNames, tables } from '../../lambdas/archive/tables.ts';
import { databaseName, named } from '../names.ts';

const types: Readonly<Record<ColumnType, string>> = {
  varchar: 'string',
  bigint: 'bigint',
  boolean: 'boolean',
  instant: 'timestamp',
};
const parquet = 'org.apache.hadoop.hive.ql.io.parquet';

export type CatalogueProps = Readonly<{ stage: string; bucket: IBucket; key: IKey }>;

/**
 * What compliance asks: a table for each of the catalogue's, its partitions computed instead of crawled. The tenant is
 * `injected`: a query that does not name exactly one is refused by Athena itself.
 */
export class Catalogue extends Construct {
  constructor(scope: Construct, id: string, { stage, bucket, key }: CatalogueProps) {
    super(scope, id);
    const catalogId = Stack.of(this).account;
    const databaseInput = {
      name: databaseName(stage),
      description: 'Rebuildable from the archive at any time',
    };
    const database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput,
    });
    for (const name of tableNames) {
      const location = `s3://${bucket.bucketName}/${name}`;
      new CfnTable(this, `Table-${name}`, {
        catalogId,
        databaseName: databaseName(stage),
        tableInput: {
          name,
          tableType: 'EXTERNAL_TABLE',
          partitionKeys: [
            { name: 'tenant', type: 'string' },
            { name: 'day', type: 'date' },
          ],
          parameters: {
            classification: 'parquet',
            'projection.enabled': 'true',
            'projection.tenant.type': 'injected',
            'projection.day.type': 'date',
            'projection.day.format': 'yyyy-MM-dd',
            'projection.day.range': '2026-01-01,NOW+1DAYS',
            'storage.location.template': `${location}/tenant=\${tenant}/day=\${day}`,
          },
          storageDescriptor: {
            location,
            columns: Object.entries(tables[name]).map(([column, type]) => ({
              name: column,
              type: types[type],
            })),
            inputFormat: `${parquet}.MapredParquetInputFormat`,
            outputFormat: `${parquet}.MapredParquetOutputFormat`,
            serdeInfo: { serializationLibrary: `${parquet}.serde.ParquetHiveSerDe` },
          },
        },
      }).addResourceDependency(database);
    }
    new CfnWorkGroup(this, 'Workgroup', {
      name: named(stage, 'compliance'),
      description: 'Questions to the archive: results encrypted, kept by Athena for a day',
      recursiveDeleteOption: false,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 20 * 1024 ** 3,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        managedQueryResultsConfiguration: {
          enabled: true,
          encryptionConfiguration: { kmsKey: key.keyArn },
        },
      },
    });
  }
}
