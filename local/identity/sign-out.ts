// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';

/**
 * `GET /sign-out` under the issuer ends the browser's session and goes back to the console: what Cognito's `/logout` does. No
 * question is asked first, as the provider's own endpoint would: on a laptop being signed out against one's will costs a click.
 * @returns whether the call was for it
 */
export const signOutOf =
  (provider: Provider, back: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/sign-out') return false;
    const context = provider.createContext(request, response);
    const session = await provider.Session.get(context);
    await session.destroy();
    response.writeHead(303, { location: back }).end();
    return true;
  };
