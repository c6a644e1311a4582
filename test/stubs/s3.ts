// SPDX-License-Identifier: Apache-2.0
import { crc32 } from 'node:zlib';
import type { Retention } from '../../lambdas/ports.ts';
import { type Bucket, md5Hex, openBucket, sha256Base64, type Version } from './buckets.ts';
import { type Answer, type Call, openStub, type Protocol, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';
import { text, xmlError } from './xml.ts';

export type S3Stub = Stub & Readonly<{ bucket: (name: string) => Bucket }>;

/** What the bucket policies of the deployment demand, as far as a server can see it. */
export type BucketKind = 'vault' | 'archive' | 'catalogue' | 'plain';
export type S3Options = Readonly<{
  principals: Principals;
  buckets: Readonly<Record<string, BucketKind>>;
  /** The only KMS keys that may be named, by kind of bucket. */
  keys: Readonly<Partial<Record<BucketKind, string>>>;
  now: () => number;
}>;

const operations: Readonly<Record<string, string>> = {
  'PUT /': 'PutObject',
  'GET /': 'GetObject',
  'DELETE /': 'DeleteObject',
  'PUT /legal-hold': 'PutObjectLegalHold',
  'PUT /retention': 'PutObjectRetention',
  'GET list-type': 'ListObjectsV2',
  'GET versions': 'ListObjectVersions',
  'POST delete': 'DeleteObjects',
};
const parts = (path: string): [string, string] => {
  const [, bucket = '', ...rest] = path.split('/');
  return [bucket, rest.join('/')];
};
const known = ['legal-hold', 'retention', 'list-type', 'versions', 'delete'];

const protocol: Protocol = {
  operationOf: ({ method, path, query }) => {
    const [, key] = parts(path);
    const sub = known.find((name) => query.has(name)) ?? '';
    return operations[key === '' ? `${method} ${sub}` : `${method} /${sub}`];
  },
  error: (error) => ({
    status: error.status,
    headers: {
      'content-type': 'application/xml',
      ...(error.facts['marker'] === true ? { 'x-amz-delete-marker': 'true' } : {}),
    },
    body: `<?xml version="1.0" encoding="UTF-8"?>${xmlError(error)}`,
  }),
};

const xml = (root: string, body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${body}</${root}>`,
});

function checkBody({ headers, body }: Call): void {
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  const sums: [string, string][] = [
    ['x-amz-checksum-sha256', sha256Base64(body)],
    ['x-amz-checksum-crc32', crc.toString('base64')],
  ];
  const given = sums.filter(([name]) => headers[name] !== undefined);
  if (given.length === 0) throw new ServiceError('InvalidRequest');
  if (given.some(([name, sum]) => headers[name] !== sum)) throw new ServiceError('BadDigest');
}

function retentionOf({ headers }: Call): Retention | undefined {
  const mode = headers['x-amz-object-lock-mode'];
  const until = Date.parse(headers['x-amz-object-lock-retain-until-date'] ?? '');
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') return undefined;
  return Number.isNaN(until) ? undefined : { mode, until };
}

/** A session of a tenant reaches the objects of its own tenant only; what is nobody's, only the function itself. */
function assertOwn({ who }: Call, key: string, kind: BucketKind): void {
  const tenant = /(?:^|\/)tenant=([^/]+)\//.exec(key)?.[1];
  if (kind !== 'plain' && tenant !== who.tenant) throw new ServiceError('AccessDenied', 403);
}

function contextOf({ headers }: Call): Record<string, string> {
  const header = headers['x-amz-server-side-encryption-context'] ?? '';
  return header === ''
    ? {}
    : (JSON.parse(Buffer.from(header, 'base64').toString()) as Record<string, string>);
}

/** What bucket policies deny: objects that are not encrypted as they must be, not locked, or written over. */
function assertPolicy(call: Call, kind: BucketKind, key: string | undefined): void {
  const { headers, who } = call;
  if (kind === 'plain' || kind === 'catalogue') return;
  const context = contextOf(call);
  const right =
    headers['x-amz-server-side-encryption'] === 'aws:kms' &&
    headers['x-amz-server-side-encryption-aws-kms-key-id'] === key &&
    headers['x-amz-server-side-encryption-bucket-key-enabled'] !== 'true' &&
    headers['if-none-match'] === '*' &&
    context['tenant'] === who.tenant &&
    (kind === 'archive' || (context['scope'] ?? '') !== '');
  if (!right || (kind === 'archive' && retentionOf(call) === undefined))
    throw new ServiceError('AccessDenied', 403);
}

const lockHeaders = ({ retention, legalHold }: Version): Record<string, string> =>
  retention === undefined
    ? {}
    : {
        'x-amz-object-lock-mode': retention.mode,
        'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
        'x-amz-object-lock-legal-hold': legalHold ? 'ON' : 'OFF',
      };

/** S3's REST interface, as far as the product uses it; the rest is an unknown operation. */
export async function openS3({ principals, buckets, keys, now }: S3Options): Promise<S3Stub> {
  const all = new Map(
    Object.entries(buckets).map(([name, kind]) => [
      name,
      {
        kind,
        objects: openBucket({
          versioned: kind === 'archive' || kind === 'plain',
          locks: kind === 'archive',
          now,
        }),
      },
    ]),
  );
  const bucketOf = (name: string) => {
    const found = all.get(name);
    if (found === undefined) throw new ServiceError('NoSuchBucket', 404);
    return found;
  };
  const serve = (call: Call): Answer => {
    const [name, key] = parts(call.path);
    const { kind, objects } = bucketOf(name);
    const prefix = call.query.get('prefix') ?? '';
    if (call.operation !== 'DeleteObjects') assertOwn(call, key === '' ? prefix : key, kind);
    const version = call.query.get('versionId') ?? undefined;
    switch (call.operation) {
      case 'PutObject': {
        assertPolicy(call, kind, keys[kind]);
        checkBody(call);
        if (call.headers['if-none-match'] === '*' && objects.current(key)?.body !== undefined)
          throw new ServiceError('PreconditionFailed', 412);
        const match = call.headers['if-match'];
        const stands = objects.current(key)?.body;
        if (match !== undefined && stands === undefined) throw new ServiceError('NoSuchKey', 404);
        if (match !== undefined && match !== `"${md5Hex(stands ?? Buffer.alloc(0))}"`)
          throw new ServiceError('PreconditionFailed', 412);
        const kept = Object.entries(call.headers).filter(
          ([header]) =>
            header.startsWith('x-amz-meta-') ||
            header === 'content-type' ||
            header.startsWith('x-amz-checksum-'),
        );
        const retention = retentionOf(call);
        const made = objects.put({
          key,
          body: call.body,
          headers: Object.fromEntries(kept),
          legalHold: false,
          ...(retention === undefined ? {} : { retention }),
        });
        return {
          status: 200,
          headers: {
            etag: `"${md5Hex(call.body)}"`,
            ...(objects.versioned ? { 'x-amz-version-id': made.id } : {}),
          },
          body: '',
        };
      }
      case 'GetObject': {
        const found =
          version === undefined
            ? objects.current(key)
            : objects.versionsOf(key).find((each) => each.id === version);
        if (found?.body === undefined)
          throw new ServiceError(version === undefined ? 'NoSuchKey' : 'NoSuchVersion', 404, {
            marker: found !== undefined,
          });
        const sums = call.headers['x-amz-checksum-mode'] === 'ENABLED';
        const headers = Object.entries(found.headers).filter(
          ([header]) => sums || !header.startsWith('x-amz-checksum-'),
        );
        return {
          status: 200,
          headers: {
            ...Object.fromEntries(headers),
            ...lockHeaders(found),
            etag: `"${md5Hex(found.body)}"`,
          },
          body: found.body,
        };
      }
      case 'DeleteObject': {
        // The bucket policy: nobody may put a delete marker upon what is locked.
        if (kind === 'archive' && version === undefined) throw new ServiceError('AccessDenied', 403);
        objects.remove(key, version, call.headers['x-amz-bypass-governance-retention'] === 'true');
        return { status: 204, body: '' };
      }
      case 'DeleteObjects': {
        if (kind === 'archive') throw new ServiceError('AccessDenied', 403);
        checkBody(call);
        for (const [, each = ''] of call.body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) {
          assertOwn(call, each, kind);
          objects.remove(each, undefined, false);
        }
        return xml('DeleteResult', '');
      }
      case 'PutObjectLegalHold': {
        const on = /<Status>(ON|OFF)<\/Status>/.exec(call.body.toString())?.[1];
        if (on === undefined) throw new ServiceError('MalformedXML');
        objects.hold(key, version, on === 'ON');
        return { status: 200, body: '' };
      }
      case 'PutObjectRetention': {
        const body = call.body.toString();
        const mode = /<Mode>(GOVERNANCE|COMPLIANCE)<\/Mode>/.exec(body)?.[1] as Retention['mode'] | undefined;
        const until = Date.parse(/<RetainUntilDate>([^<]*)</.exec(body)?.[1] ?? '');
        if (mode === undefined || Number.isNaN(until)) throw new ServiceError('MalformedXML');
        objects.retain(
          key,
          version,
          { mode, until },
          call.headers['x-amz-bypass-governance-retention'] === 'true',
        );
        return { status: 200, body: '' };
      }
      case 'ListObjectsV2': {
        const most = Number(call.query.get('max-keys') ?? 1000);
        const after = call.query.get('continuation-token') ?? call.query.get('start-after') ?? '';
        const found = objects
          .keys()
          .filter(
            (each) => each.startsWith(prefix) && each > after && objects.current(each)?.body !== undefined,
          );
        const shown = found.slice(0, most);
        const more = found.length > shown.length;
        return xml(
          'ListBucketResult',
          text({
            Name: name,
            KeyCount: shown.length,
            IsTruncated: more,
            ...(more ? { NextContinuationToken: shown.at(-1) ?? '' } : {}),
          }) +
            shown
              .map(
                (each) =>
                  `<Contents>${text({ Key: each, Size: objects.current(each)?.body?.length ?? 0 })}</Contents>`,
              )
              .join(''),
        );
      }
      case 'ListObjectVersions': {
        const found = objects
          .keys()
          .filter((each) => each.startsWith(prefix))
          .flatMap((each) => objects.versionsOf(each));
        const element = (each: Version) =>
          `<${each.body === undefined ? 'DeleteMarker' : 'Version'}>${text({
            Key: each.key,
            VersionId: each.id,
            IsLatest: objects.current(each.key) === each,
            LastModified: new Date(each.at).toISOString(),
          })}</${each.body === undefined ? 'DeleteMarker' : 'Version'}>`;
        return xml(
          'ListVersionsResult',
          text({ Name: name, IsTruncated: false }) + found.map(element).join(''),
        );
      }
      default:
        throw new ServiceError('NotImplemented', 501);
    }
  };
  const stub = await openStub({ service: 's3', protocol, principals, serve });
  return { ...stub, bucket: (name) => bucketOf(name).objects };
}
