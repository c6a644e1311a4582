// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { openStub, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';
import { text, xmlError } from './xml.ts';

/** STS: AssumeRole of one role, in a session that is tagged with one tenant. */
export const openSts = (principals: Principals, role: string, now: () => number = Date.now): Promise<Stub> =>
  openStub({
    service: 'sts',
    protocol: {
      operationOf: ({ method, body }) =>
        method === 'POST' ? (new URLSearchParams(body.toString()).get('Action') ?? undefined) : undefined,
      error: (error) => ({
        status: error.status,
        headers: { 'content-type': 'text/xml' },
        body: `<ErrorResponse>${xmlError(error)}</ErrorResponse>`,
      }),
    },
    principals,
    serve: ({ operation, body, who }) => {
      const given = new URLSearchParams(body.toString());
      const seconds = Number(given.get('DurationSeconds'));
      if (operation !== 'AssumeRole') throw new ServiceError('InvalidAction');
      // A session may not make another, as the trust policy has it.
      if (given.get('RoleArn') !== role || who.tenant !== undefined)
        throw new ServiceError('AccessDenied', 403);
      const tenant = given.get('Tags.member.1.Value') ?? '';
      const right =
        given.get('Tags.member.1.Key') === 'tenant' &&
        /^[a-z0-9][a-z0-9-]{0,62}$/.test(tenant) &&
        !given.has('Tags.member.2.Key') &&
        /^[\w+=,.@-]{2,64}$/.test(given.get('RoleSessionName') ?? '') &&
        seconds >= 900 &&
        seconds <= 3600;
      if (!right) throw new ServiceError('ValidationError');
      const session = {
        accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        secret: randomBytes(20).toString('base64'),
        token: randomBytes(40).toString('base64'),
        tenant,
        ...(who.name === undefined ? {} : { name: who.name }),
        expires: now() + seconds * 1000,
      };
      principals.set(session.accessKeyId, session);
      return {
        status: 200,
        headers: { 'content-type': 'text/xml' },
        body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>${text(
          {
            AccessKeyId: session.accessKeyId,
            SecretAccessKey: session.secret,
            SessionToken: session.token,
            Expiration: new Date(session.expires).toISOString(),
          },
        )}</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
      };
    },
  });
