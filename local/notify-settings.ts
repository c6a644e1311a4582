// SPDX-License-Identifier: Apache-2.0
import { type NoticeKind, noticeKinds } from './notices.ts';

const screens = ['terminal', 'desktop', 'off'] as const;

export type NotifySettings = Readonly<{
  /** Where the person at this machine is told; `desktop` asks the terminal for a notification of the system. */
  screen: (typeof screens)[number];
  webhook?: Readonly<{ url: string; key: Uint8Array; kinds: readonly NoticeKind[] }>;
}>;

const leastKey = 24;

function keyFrom(secret: string | undefined): Uint8Array {
  const text = /^whsec_([A-Za-z0-9+/]{1,200}={0,2})$/.exec(secret ?? '')?.[1];
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length < leastKey)
    throw new Error(
      `AIRLOCK_NOTIFY_SECRET must be whsec_ and at least ${leastKey} bytes in base64: echo "whsec_$(openssl rand -base64 32)"`,
    );
  return key;
}

function urlFrom(text: string): string {
  if (URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)) return text;
  throw new Error('AIRLOCK_NOTIFY_URL must be an http or https URL.');
}

function kindsFrom(text: string | undefined): readonly NoticeKind[] {
  if (text === undefined || text === '') return noticeKinds;
  const asked = text.split(',').map((kind) => kind.trim());
  const known = noticeKinds.filter((kind) => asked.includes(kind));
  if (known.length === new Set(asked).size) return known;
  throw new Error(`AIRLOCK_NOTIFY_KINDS may name ${noticeKinds.join(', ')}.`);
}

/** Who is told of what, from the environment. @throws Error with a sentence for the terminal */
export function notifySettings(environment: Readonly<Record<string, string | undefined>>): NotifySettings {
  const asked = environment['AIRLOCK_NOTIFY'] ?? 'terminal';
  const screen = screens.find((each) => each === asked);
  if (screen === undefined) throw new Error(`AIRLOCK_NOTIFY must be ${screens.join(', ')}.`);
  const url = environment['AIRLOCK_NOTIFY_URL'];
  if (url === undefined || url === '') return { screen };
  const key = keyFrom(environment['AIRLOCK_NOTIFY_SECRET']);
  return {
    screen,
    webhook: { url: urlFrom(url), key, kinds: kindsFrom(environment['AIRLOCK_NOTIFY_KINDS']) },
  };
}
