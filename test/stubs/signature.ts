// SPDX-License-Identifier: Apache-2.0
import { createHash, createHmac } from 'node:crypto';
import { ServiceError } from './service.ts';

/** Who signs: a function itself, or a function in a session of one tenant. */
export type Principal = Readonly<{
  accessKeyId: string;
  secret: string;
  token?: string;
  tenant?: string;
  expires?: number;
  /** Which function it is, where that is known. */
  name?: string;
}>;
export type Principals = Map<string, Principal>;

type Signed = Readonly<{
  method: string;
  /** As it came, not decoded. */
  rawPath: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}>;

const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');
const hmac = (key: string | Buffer, value: string): Buffer =>
  createHmac('sha256', key).update(value).digest();
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const region = 'us-east-1';
const header =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/;

function canonical(
  { method, rawPath, query, headers, body }: Signed,
  service: string,
  signed: string,
): string {
  // Every service but S3 has the path encoded once more (AWS Signature Version 4, "Create a canonical request").
  const path = service === 's3' ? rawPath : rawPath.split('/').map(escaped).join('/');
  const pairs = [...query].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort();
  const lines = signed
    .split(';')
    .map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}\n`);
  const hash = headers['x-amz-content-sha256'] ?? sha256(body);
  return [method, path, pairs.join('&'), lines.join(''), signed, hash].join('\n');
}

/**
 * Verifies a request's AWS Signature Version 4, for this service and region, and its body's hash.
 * @throws ServiceError as AWS says it
 */
export function signerOf(request: Signed, service: string, principals: Principals): Principal {
  const { headers, body } = request;
  const found = header.exec(headers['authorization'] ?? '');
  if (found === null) throw new ServiceError('MissingAuthenticationToken', 403);
  const [, id = '', day = '', where, what, signed = '', signature] = found;
  const principal = principals.get(id);
  if (principal === undefined) throw new ServiceError('UnrecognizedClientException', 403);
  if ((principal.expires ?? Infinity) <= Date.now() || principal.token !== headers['x-amz-security-token'])
    throw new ServiceError('ExpiredTokenException', 403);
  const hash = headers['x-amz-content-sha256'];
  if (
    where !== region ||
    what !== service ||
    !signed.split(';').includes('host') ||
    (hash !== undefined && hash !== sha256(body))
  )
    throw new ServiceError('SignatureDoesNotMatch', 403);
  const scope = `${day}/${where}/${what}/aws4_request`;
  const text = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'] ?? '',
    scope,
    sha256(canonical(request, service, signed)),
  ].join('\n');
  const key = [day, where, what, 'aws4_request'].reduce<Buffer>(
    (made, part) => hmac(made, part),
    Buffer.from(`AWS4${principal.secret}`),
  );
  if (hmac(key, text).toString('hex') !== signature) throw new ServiceError('SignatureDoesNotMatch', 403);
  return principal;
}
