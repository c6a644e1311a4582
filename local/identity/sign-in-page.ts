// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
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

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 8vh auto 0; padding: 1rem; }
ul { list-style: none; padding: 0; }
li { margin: .5rem 0; }
button { min-width: 6rem; margin-right: .75rem; padding: .4rem 1rem; font: inherit; font-weight: 600; border: 2px solid #0972d3; border-radius: 2rem; background: none; color: inherit; cursor: pointer; }
button:hover { background: #0972d3; color: #fff; }
`;
/** The one inline style, by its digest: nothing else is let in. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;

const pageAt = (path: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in to prompt-airlock</title>
<style>${style}</style>
<main>
<h1>Who are you today?</h1>
<p>This is the development sign-in of a laptop: nobody here is real, and there is no password.</p>
<ul>
${choice(path)}
</ul></main></html>
`;

/**
 * The page of the development sign-in. The provider's cookie binds it to the browser that asked: a choice on a page that is
 * older than the server, or than an hour, goes back to where signing in begins.
 * @returns whether the call was for it
 */
export const signInPage =
  (provider: Provider, back: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const match = route.exec(path);
    if (match === null) return false;
    if (request.method === 'GET' && match[1] === undefined) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
      response.writeHead(200, headers).end(pageAt(`/oidc${path}`));
      return true;
    }
    const user = userNamed(match[1] ?? '');
    if (request.method !== 'POST' || user === undefined) return false;
    try {
      await provider.interactionFinished(request, response, { login: { accountId: user.name } });
    } catch (thrown) {
      if (!(thrown instanceof errors.SessionNotFound)) throw thrown;
      response.writeHead(303, { location: back }).end();
    }
    return true;
  };
