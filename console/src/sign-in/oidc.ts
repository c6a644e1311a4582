// SPDX-License-Identifier: Apache-2.0
import { OidcClient, type SigninResponse, WebStorageStateStore } from 'oidc-client-ts';
import type { Group } from '../../../lambdas/records/principal.ts';
import type { Config } from '../config.ts';

export type Who = Readonly<{ subject: string; tenantId: string; groups: readonly Group[] }>;
/** What a sign-in gave. It lives in memory only and ends with the page. */
export type SignedIn = Readonly<{
  who: Who;
  accessToken: string;
  /** Cognito gives one; the development issuer does not. */
  refreshToken: string | undefined;
}>;

/** Marks the `state` of a sign-in that goes on in a window of its own. */
const inWindow = 'window';
const returnPath = '/signed-in';
/** On which a window for signing in hands its answer to the page that opened it. */
const channelName = 'airlock-signed-in';

const groupNames: readonly string[] = [
  'requester',
  'reviewer',
  'senior-reviewer',
  'junior-reviewer',
  'compliance',
] satisfies Group[];
const isGroup = (name: unknown): name is Group => typeof name === 'string' && groupNames.includes(name);

function signedIn(response: SigninResponse): SignedIn {
  const { profile, access_token, refresh_token } = response;
  const groups = profile['cognito:groups'];
  const tenantId = profile['custom:tenant'];
  const who = {
    subject: profile.sub,
    tenantId: typeof tenantId === 'string' ? tenantId : '',
    groups: Array.isArray(groups) ? groups.filter(isGroup) : [],
  };
  return { who, accessToken: access_token, refreshToken: refresh_token };
}

/** Only a path of this console is a place to return to: never another site's. */
const pathIn = (state: unknown): string =>
  typeof state === 'string' && /^\/(?!\/)[\w/-]*$/.test(state) ? state : '/';

export type Oidc = Readonly<{
  /** Leaves for the issuer and comes back to `returnTo`. With `afresh` the issuer asks who it is. */
  leave: (returnTo: string, afresh: boolean) => Promise<void>;
  /** What the issuer sent back in the page's address. @throws Error */
  finish: () => Promise<Readonly<{ signedIn: SignedIn; returnTo: string }>>;
  /** Signs in again in a window of its own; the page stays as it is. Call it from a click. @throws Error */
  again: () => Promise<SignedIn>;
  /** A new access token for a refresh token; undefined where the issuer gave none, or takes it no longer. */
  refresh: (before: SignedIn) => Promise<SignedIn | undefined>;
}>;

/** Whether this page is a return from the issuer. */
export const isReturn = (): boolean => location.pathname === returnPath;

/** In a window that was opened for signing in: hands the answer over. @returns whether it is such a window */
export function handOver(): boolean {
  const state = new URLSearchParams(location.search).get('state') ?? '';
  if (!isReturn() || !state.endsWith(`;${inWindow}`)) return false;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(location.href);
  channel.close();
  window.close();
  return true;
}

const answerFor = (stateId: string): Promise<string> =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string') return;
      const state = new URL(data).searchParams.get('state') ?? '';
      if (state !== `${stateId};${inWindow}`) return;
      channel.close();
      resolve(data);
    };
  });

/** Authorization code with PKCE. Between leaving and returning the verifier waits in the tab's session storage; tokens never do. */
export function openOidc({ issuer, clientId, scope }: Config): Oidc {
  const client = new OidcClient({
    authority: issuer,
    client_id: clientId,
    scope,
    redirect_uri: `${location.origin}${returnPath}`,
    response_type: 'code',
    loadUserInfo: false,
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'airlock.' }),
  });
  return {
    leave: async (returnTo, afresh) => {
      const request = await client.createSigninRequest({
        state: pathIn(returnTo),
        ...(afresh ? { prompt: 'login' } : {}),
      });
      location.assign(request.url);
    },
    finish: async () => {
      const response = await client.processSigninResponse(location.href);
      return { signedIn: signedIn(response), returnTo: pathIn(response.userState) };
    },
    again: async () => {
      // Before anything is awaited, or the browser takes it for an unwanted window.
      const opened = window.open('', '_blank', 'popup,width=480,height=640');
      if (opened === null) throw new Error('blocked');
      const request = await client.createSigninRequest({ url_state: inWindow });
      const answer = answerFor(request.state.id);
      opened.location.replace(request.url);
      return signedIn(await client.processSigninResponse(await answer));
    },
    refresh: async ({ who, refreshToken }) => {
      if (refreshToken === undefined) return undefined;
      const endpoint = await client.metadataService.getTokenEndpoint();
      if (endpoint === undefined) return undefined;
      const body = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: refreshToken,
      });
      const response = await fetch(endpoint, { method: 'POST', body, credentials: 'omit' });
      if (!response.ok) return undefined;
      const next = (await response.json()) as { access_token?: string; refresh_token?: string };
      if (next.access_token === undefined) return undefined;
      return { who, accessToken: next.access_token, refreshToken: next.refresh_token ?? refreshToken };
    },
  };
}
