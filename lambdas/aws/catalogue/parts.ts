// SPDX-License-Identifier: Apache-2.0
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { TableName, TableRow } from '../../archive/tables.ts';
import type { BackOff } from '../back-off.ts';
import { asking, errorName, type Names } from '../asking.ts';
import { isRace, isTaken } from '../objects.ts';
import { readParquet, writeParquet } from './parquet.ts';

export type Place = Readonly<{ table: TableName; tenantId: string; day: string }>;
/** One file of a table and a day, as it was read: it is written again only if it is still that. */
export type Part = Readonly<{ key: string; rows: readonly TableRow[]; etag: string }>;

const absent: Names = { NoSuchKey: 'NotFound' };
const prefixOf = ({ table, tenantId, day }: Place) => `${table}/tenant=${tenantId}/day=${day}/`;
export const partKey = (place: Place, number: number): string =>
  `${prefixOf(place)}${String(number).padStart(6, '0')}.parquet`;

/** Every key under a prefix, in order. */
export async function keysUnder(s3: S3Client, bucket: string, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  let from: string | undefined;
  do {
    const command: ListObjectsV2Command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      ContinuationToken: from,
    });
    const page: ListObjectsV2CommandOutput = await asking(() => s3.send(command));
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
    from = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (from !== undefined);
  return keys;
}

/**
 * The files of the catalogue: `<table>/tenant=<t>/day=<d>/<number>.parquet`, filled one after the other and changed in
 * place, so that a query sees a row once whenever it runs.
 */
export function partsIn(clientFor: (tenantId: string) => S3Client, bucket: string, backOff: BackOff) {
  return {
    backOff,
    keys: (place: Place) => keysUnder(clientFor(place.tenantId), bucket, prefixOf(place)),

    read: (tenantId: string, key: string): Promise<Part> =>
      asking(async () => {
        const command = new GetObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
        const { Body, ETag } = await clientFor(tenantId).send(command);
        const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return { key, rows: await readParquet(bytes), etag: ETag ?? '' };
      }, absent),

    /** Writes a file again, or for the first time. @returns whether nobody else had meanwhile */
    write: (place: Place, key: string, rows: readonly TableRow[], before?: Part): Promise<boolean> =>
      asking(async () => {
        const command = new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: writeParquet(place.table, rows),
          ContentType: 'application/vnd.apache.parquet',
          ...(before === undefined ? { IfNoneMatch: '*' } : { IfMatch: before.etag }),
        });
        try {
          await clientFor(place.tenantId).send(command);
          return true;
        } catch (thrown) {
          const name = errorName(thrown);
          if (isTaken(name) || isRace(name) || name === 'NoSuchKey') return false;
          throw thrown;
        }
      }),

    remove: async (tenantId: string, key: string): Promise<void> => {
      await asking(() => clientFor(tenantId).send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
    },
  };
}
export type Parts = ReturnType<typeof partsIn>;
