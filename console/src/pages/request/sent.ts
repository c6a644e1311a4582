// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

export type Sent = Readonly<{ caseId: string; acceptedAt: string }>;

/** The cases sent from this page since it was loaded, the newest first. In memory only: it ends with the sign-in. */
let cases: readonly Sent[] = [];
const listeners = new Set<() => void>();
const most = 20;

export function remember({ caseId, acceptedAt }: Sent): void {
  cases = [{ caseId, acceptedAt }, ...cases].slice(0, most);
  for (const each of listeners) each();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSent = (): readonly Sent[] => useSyncExternalStore(subscribe, () => cases);
