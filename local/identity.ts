// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { errors, importJWK, jwtVerify, SignJWT } from 'jose';
import type { Principal } from '../lambdas/records/principal.ts';
import { Problem } from '../lambdas/api/problems.ts';
import type { Report } from '../lambdas/api/serve.ts';
import { boundedMap } from '../lambdas/bounded-map.ts';
import { issuerOf, serverUrl } from './identity/address.ts';
import { principalOf } from '../lambdas/api/claims.ts';
import { audience, claimsOf, clientId } from './identity/claims.ts';
import { algorithm, signingKey } from './identity/signing-key.ts';
import { type User, userNamed, users } from './identity/users.ts';

export { type User, users };

/** Difference of clocks that is forgiven, seconds. */
const tolerance = 5;
/** Verified tokens that are remembered: a signature costs more than everything else about a call. */
const remembered = 500;
/** A working day, seconds. */
const defaultLifetime = 8 * 3600;

export type MintOptions = Readonly<{
  /** Seconds; negative for one that has expired. Default: a working day. */
  expiresIn?: number;
  /** Milliseconds since 1970. Default: now. */
  now?: number;
}>;

export type Identity = Readonly<{
  issuer: string;
  /** An access token for somebody of the list. @throws Error with a sentence when there is nobody of that name */
  mintToken: (name: string, options?: MintOptions) => Promise<string>;
  /** Who a token speaks for. @throws Problem token-expired, token-invalid */
  verify: (token: string) => Promise<Principal>;
  /** Serves everything under the issuer's path; URLs are relative to it. Loads the OpenID provider on first use. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}>;

/** The development issuer of a data folder, under a server's URL. `report` hears what goes wrong in the OpenID provider. */
export async function openIdentity(
  folder: string,
  url: string,
  report: Report = () => undefined,
): Promise<Identity> {
  const issuer = issuerOf(url);
  const jwk = await signingKey(folder);
  const { d: _private, ...open } = jwk;
  const privateKey = await importJWK(jwk, algorithm);
  const publicKey = await importJWK(open, algorithm);
  let provider: Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> | undefined;
  const known = boundedMap<string, { principal: Principal; until: number }>(remembered);
  return {
    issuer,

    mintToken: async (name, { expiresIn = defaultLifetime, now = Date.now() } = {}) => {
      const user = userNamed(name);
      if (user === undefined)
        throw new Error(`There is no ${name}: use ${users.map((each) => each.name).join(', ')}.`);
      const seconds = Math.floor(now / 1000);
      return new SignJWT({ client_id: clientId, token_use: 'access', ...claimsOf(user) })
        .setProtectedHeader({ alg: algorithm, kid: jwk.kid, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(user.name)
        .setJti(randomUUID())
        .setIssuedAt(Math.min(seconds, seconds + expiresIn))
        .setExpirationTime(seconds + expiresIn)
        .sign(privateKey);
    },

    verify: async (token) => {
      const earlier = known.get(token);
      if (earlier !== undefined && Date.now() < earlier.until) return earlier.principal;
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          issuer,
          audience,
          algorithms: [algorithm],
          // RFC 9068: an ID token of the same issuer is not an access token.
          typ: 'at+jwt',
          clockTolerance: tolerance,
          requiredClaims: ['exp', 'sub'],
        });
        const principal = principalOf(payload);
        if (principal !== undefined) {
          known.set(token, { principal, until: (payload.exp ?? 0) * 1000 });
          return principal;
        }
      } catch (thrown) {
        // The library's errors describe the token; the caller learns two things only.
        if (thrown instanceof errors.JWTExpired) throw new Problem('token-expired');
      }
      throw new Problem('token-invalid');
    },

    handle: async (request, response) => {
      provider ??= import('./identity/provider.ts').then(({ openProvider }) =>
        openProvider(issuer, jwk, (thrown) => report('sign-in', thrown)),
      );
      await (
        await provider
      )(request, response);
    },
  };
}

/** A token for the server on a data folder, running or not: for `airlock token`. */
export async function mintToken(
  folder: string,
  name: string,
  options: MintOptions & { environment?: Readonly<Record<string, string | undefined>> } = {},
): Promise<string> {
  const url = serverUrl(folder, options.environment ?? process.env);
  return (await openIdentity(folder, url)).mintToken(name, options);
}
