// SPDX-License-Identifier: Apache-2.0
import { handOver, isReturn, type Oidc, type SignedIn, type Who } from './oidc.ts';

export type SessionState =
  | Readonly<{ kind: 'starting' }>
  /** A window for signing in that has done its work, where it could not close itself. */
  | Readonly<{ kind: 'handed' }>
  /** Nobody: `why` says what led here. */
  | Readonly<{ kind: 'out'; why: 'new' | 'out' | 'idle' | 'failed' }>
  | Readonly<{ kind: 'in'; who: Who }>
  /** The token is not taken any more. The page stays, and goes on once the same person signs in again. */
  | Readonly<{ kind: 'ended'; who: Who; trouble?: 'blocked' | 'another' }>;

export type Session = Readonly<{
  state: () => SessionState;
  subscribe: (listener: () => void) => () => void;
  /** Finds out who it is when the page opens. */
  begin: () => Promise<void>;
  /** Leaves for the issuer. */
  signIn: () => Promise<void>;
  /** Signs in again in a window of its own: call it from a click. */
  signInAgain: () => Promise<void>;
  signOut: (why?: 'out' | 'idle') => void;
  /** For the API client only. */
  token: () => string | undefined;
  /** Called when a token was refused; resolves when there is a newer one. @throws Error when somebody signs out instead */
  renew: (refused: string) => Promise<void>;
}>;

/** Remembers across a load that somebody was signed in here (and so may be silently again), or has signed out. No token, no name. */
const memo = {
  key: 'airlock.signed',
  read: () => sessionStorage.getItem(memo.key),
  write: (value: 'in' | 'out' | 'idle' | 'wait') => sessionStorage.setItem(memo.key, value),
};

const here = (): string => (isReturn() ? '/' : location.pathname);

export function openSession(oidc: Oidc, signOutUrl: string): Session {
  let state: SessionState = { kind: 'starting' };
  let held: SignedIn | undefined;
  let renewing: PromiseWithResolvers<undefined> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: SessionState) => {
    state = next;
    for (const each of listeners) each();
  };
  const enter = (signedIn: SignedIn) => {
    held = signedIn;
    memo.write('in');
    set({ kind: 'in', who: signedIn.who });
    renewing?.resolve(undefined);
    renewing = undefined;
  };
  const leave = async (afresh: boolean) => {
    // A return without an answer must not send the page around in a circle.
    memo.write('wait');
    try {
      await oidc.leave(here(), afresh);
    } catch {
      set({ kind: 'out', why: 'failed' });
    }
  };

  const begin = async () => {
    if (handOver()) {
      set({ kind: 'handed' });
      return;
    }
    const before = memo.read();
    if (isReturn()) {
      try {
        const { signedIn, returnTo } = await oidc.finish();
        history.replaceState(null, '', returnTo);
        enter(signedIn);
      } catch {
        history.replaceState(null, '', '/');
        set({ kind: 'out', why: 'failed' });
      }
    } else if (before === 'in') await leave(false);
    else set({ kind: 'out', why: before === 'out' || before === 'idle' ? before : 'new' });
  };

  const renew = (refused: string): Promise<void> => {
    // Another call has had it renewed meanwhile.
    if (held !== undefined && held.accessToken !== refused) return Promise.resolve();
    if (renewing !== undefined) return renewing.promise;
    const before = held;
    if (before === undefined) return Promise.reject(new Error('nobody is signed in'));
    const next = Promise.withResolvers<undefined>();
    renewing = next;
    const ended = () => set({ kind: 'ended', who: before.who });
    oidc.refresh(before).then((after) => (after === undefined ? ended() : enter(after)), ended);
    return next.promise;
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin,
    signIn: () => {
      const afresh = memo.read() === 'out' || memo.read() === 'idle';
      return leave(afresh);
    },
    signInAgain: async () => {
      if (state.kind !== 'ended') return;
      const { who } = state;
      try {
        const next = await oidc.again();
        if (next.who.subject === who.subject && next.who.tenantId === who.tenantId) enter(next);
        else set({ kind: 'ended', who, trouble: 'another' });
      } catch {
        set({ kind: 'ended', who, trouble: 'blocked' });
      }
    },
    signOut: (why = 'out') => {
      held = undefined;
      renewing?.reject(new Error('signed out'));
      renewing = undefined;
      memo.write(why);
      set({ kind: 'out', why });
      // The issuer's session ends too, and nothing that was on the page stays in its memory.
      location.assign(signOutUrl);
    },
    token: () => held?.accessToken,
    renew,
  };
}
