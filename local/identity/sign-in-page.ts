// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { userNamed, users } from './users.ts';

/** `/sign-in/<interaction>` to choose somebody, `/sign-in/<interaction>/<name>` when chosen. Paths are relative to the issuer. */
const route = /^\/sign-in\/[A-Za-z0-9_-]{1,64}(?:\/([a-z]{1,32}))?$/;

const choice = (path: string) =>
  users
    .map(
      ({ name, title }) =>
        `<li><form method="post" action="${path}/${name}"><button>${name}</button> ${title}</form></li>`,
    )
    .join('\n');

const pageAt = (path: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sign in to prompt-airlock</title>
<h1>Who are you today?</h1>
<p>This is the development sign-in of a laptop: nobody here is real, and there is no password.</p>
<ul>
${choice(path)}
</ul></html>
`;

/**
 * The page of the development sign-in. The provider's cookie binds it to the browser that asked.
 * @returns whether the call was for it
 */
export const signInPage =
  (provider: Provider) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const match = route.exec(path);
    if (match === null) return false;
    if (request.method === 'GET' && match[1] === undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageAt(`/oidc${path}`));
      return true;
    }
    const user = userNamed(match[1] ?? '');
    if (request.method !== 'POST' || user === undefined) return false;
    await provider.interactionFinished(request, response, { login: { accountId: user.name } });
    return true;
  };
