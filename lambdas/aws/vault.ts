// SPDX-License-Identifier: Apache-2.0
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { Clock, Vault, VaultRef, VaultScope } from '../ports.ts';
import { InstantSchema, RevisionSchema, TenantIdSchema } from '../records/case.ts';
import { asking, errorName } from './asking.ts';
import type { Connection } from './connection.ts';
import { contextHeader, isRace, isTaken, objectClients } from './objects.ts';

export type VaultOptions = Readonly<{ bucket: string; key: string; clock: Clock }>;

const ScopeSchema = z.uuid();
const races = 5;

function prefixOf({ tenantId, scope, of }: VaultScope): string {
  if (!TenantIdSchema.safeParse(tenantId).success || !ScopeSchema.safeParse(scope).success)
    throw new Failure('InvalidInput');
  return `tenant=${tenantId}/${of ?? 'case'}=${scope}/`;
}

function nameOf(ref: VaultRef): string {
  const prefix = prefixOf(ref);
  if (!RevisionSchema.safeParse(ref.revision).success) throw new Failure('InvalidInput');
  return prefix + ref.revision;
}

/** What KMS binds an object's key to, and what grants are written on: identity maps are apart from texts. */
const contextOf = ({ tenantId, scope, of }: VaultScope) => ({
  tenant: tenantId,
  holds: of === 'conversation' ? 'identities' : 'text',
  scope,
});

/**
 * Whether an object is there. Who may list a prefix only is told 403 of an object that is missing, as of one that it
 * may not read: the list tells them apart.
 */
async function isThere(s3: S3Client, bucket: string, key: string): Promise<boolean> {
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 });
  return ((await asking(() => s3.send(command))).Contents ?? []).length > 0;
}

/** An object's content and its end. @throws NotFound, Malformed, Unavailable */
async function read(s3: S3Client, bucket: string, key: string): Promise<{ content: string; until: number }> {
  const command = new GetObjectCommand({ Bucket: bucket, Key: key });
  return asking(
    async () => {
      const { Body, Metadata } = await s3.send(command).catch(async (thrown: unknown) => {
        if (errorName(thrown) === 'AccessDenied' && !(await isThere(s3, bucket, key)))
          throw new Failure('NotFound');
        throw thrown;
      });
      const until = Number(Metadata?.['until']);
      if (Body === undefined || !InstantSchema.safeParse(until).success) throw new Failure('Malformed');
      return { content: await Body.transformToString('utf-8'), until };
    },
    { NoSuchKey: 'NotFound', NotFound: 'NotFound' },
  );
}

/** Removes one page of a prefix. @returns whether there was nothing left to remove */
async function removePage(s3: S3Client, bucket: string, prefix: string): Promise<boolean> {
  const listed = await asking(() => s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix })));
  const keys = (listed.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
  if (keys.length === 0) return true;
  const removed = await asking(() =>
    s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: keys, Quiet: true } })),
  );
  // 200, and some of them still there.
  if ((removed.Errors ?? []).length > 0) throw new Failure('Unavailable');
  return listed.IsTruncated !== true;
}

/**
 * The vault on S3: an object a revision, SSE-KMS under the context of its tenant and scope (no bucket key, which
 * would put the bucket in the place of that context). An object is never written over: `If-None-Match: *`.
 */
export function openVault(connection: Connection, { bucket, key, clock }: VaultOptions): Vault {
  const clients = objectClients(connection);
  const put: Vault['put'] = async (ref, content, until) => {
    const name = nameOf(ref);
    if (!InstantSchema.safeParse(until).success) throw new Failure('InvalidInput');
    const s3 = clients(ref.tenantId);
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: name,
      Body: Buffer.from(content, 'utf8'),
      ContentType: 'application/octet-stream',
      IfNoneMatch: '*',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: key,
      SSEKMSEncryptionContext: contextHeader(contextOf(ref)),
      BucketKeyEnabled: false,
      Metadata: { until: String(until) },
    });
    for (let race = 0; race < races; race += 1) {
      const refused = await asking(async () => {
        try {
          await s3.send(command);
          return undefined;
        } catch (thrown) {
          const name = errorName(thrown);
          if (isRace(name) || isTaken(name)) return name;
          throw thrown;
        }
      });
      if (refused === undefined) return;
      if (isRace(refused)) {
        await connection.backOff(race);
        continue;
      }
      // A retry of a write that was made is no conflict; other content under a random name is.
      if ((await read(s3, bucket, name)).content === content) return;
      throw new Failure('Conflict');
    }
    throw new Failure('Conflict');
  };

  return {
    put,
    get: async (ref) => {
      const name = nameOf(ref);
      const { content, until } = await read(clients(ref.tenantId), bucket, name);
      if (until <= clock()) throw new Failure('NotFound');
      return content;
    },
    purge: async (scope) => {
      const prefix = prefixOf(scope);
      while (!(await removePage(clients(scope.tenantId), bucket, prefix)));
    },
  };
}
