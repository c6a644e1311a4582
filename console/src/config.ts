// SPDX-License-Identifier: Apache-2.0

/**
 * Where this build is served, from `/console-config.json` of its own origin: one build for the laptop and for
 * CloudFront with Cognito.
 */
export type Config = Readonly<{
  /** OpenID Connect issuer; its discovery document is below it. */
  issuer: string;
  clientId: string;
  /** Space-separated. */
  scope: string;
  /** Address that ends the session at the issuer and comes back to `/`. */
  signOutUrl: string;
  /** In front of `/v1/…`; empty for the console's own origin. */
  apiUrl: string;
  /** After how long without a key or a pointer somebody is signed out. */
  idleMinutes: number;
}>;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('console-config.json is not complete');
  return value;
};

/** @throws Error when it cannot be had or is not complete */
export async function readConfig(): Promise<Config> {
  const response = await fetch('/console-config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error('console-config.json cannot be had');
  const read = (await response.json()) as Partial<Record<keyof Config, unknown>>;
  return {
    issuer: text(read.issuer),
    clientId: text(read.clientId),
    scope: text(read.scope ?? 'openid'),
    signOutUrl: text(read.signOutUrl),
    apiUrl: text(read.apiUrl ?? ''),
    idleMinutes: typeof read.idleMinutes === 'number' ? read.idleMinutes : 15,
  };
}
