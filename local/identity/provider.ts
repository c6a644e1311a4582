// SPDX-License-Identifier: Apache-2.0
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';
import { audience, claimsOf, clientId } from './claims.ts';
import { type SigningKey, algorithm } from './signing-key.ts';
import { signInMemory } from './sign-in-memory.ts';
import { signInPage } from './sign-in-page.ts';
import { signOutOf } from './sign-out.ts';
import { userNamed } from './users.ts';

const hour = 3600;

/** Consent is not asked for: the one client is the airlock's own. */
async function grantAll(provider: Provider, context: KoaContextWithOIDC) {
  const { client, session } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(audience, 'openid');
  await grant.save();
  return grant;
}

/**
 * The development issuer as an OpenID provider: discovery, JWKS, authorization code with PKCE, token endpoint.
 * A library does all of it; it is loaded when somebody first signs in, because it is large. Sessions and codes live in
 * memory and end with the process. Not for any use but a laptop's: signing in is choosing a name.
 */
export function openProvider(issuer: string, key: SigningKey, report: (thrown: unknown) => void) {
  const origin = new URL(issuer).origin;
  const provider: Provider = new Provider(issuer, {
    adapter: signInMemory(),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${origin}/`, `${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/`],
        id_token_signed_response_alg: algorithm,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    // Browsers name the origin of every POST; only this server's own pages sign in here.
    clientBasedCORS: (_context, from) => from === origin,
    scopes: ['openid'],
    claims: { openid: ['sub', 'cognito:groups', 'custom:tenant'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 8 * hour,
      IdToken: hour,
      AuthorizationCode: 60,
      Session: 8 * hour,
      Interaction: hour,
      Grant: 8 * hour,
    },
    interactions: { url: (_context, interaction) => `/oidc/sign-in/${interaction.uid}` },
    loadExistingGrant: (context) => grantAll(provider, context),
    extraTokenClaims: (_context, token) => {
      const user = userNamed('accountId' in token ? token.accountId : '');
      return user === undefined ? {} : claimsOf(user);
    },
    findAccount: (_context, id) => {
      const user = userNamed(id);
      return user && { accountId: id, claims: () => ({ sub: id, ...claimsOf(user) }) };
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience,
          accessTokenFormat: 'jwt' as const,
          accessTokenTTL: 8 * hour,
          jwt: { sign: { alg: algorithm } },
        }),
      },
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `Signing in failed: ${out.error}.\n`;
    },
  });
  // The library would print messages, which may quote what was sent.
  const events: EventEmitter = provider;
  events.on('error', report);
  provider.on('server_error', (_context, thrown) => report(thrown));
  const handle = provider.callback();
  const page = signInPage(provider, `${origin}/`);
  const signOut = signOutOf(provider, `${origin}/`);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if ((await page(request, response)) || (await signOut(request, response))) return;
    await handle(request, response);
  };
}
