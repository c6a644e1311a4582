// SPDX-License-Identifier: Apache-2.0

export const signIn = {
  title: 'Sign in',
  welcome: 'prompt-airlock',
  what: 'Ask an assistant without giving identities away: they are taken out before the model sees the text and put back into its answer. When in doubt, a person looks first.',
  button: 'Sign in',
  leaving: 'Going to the sign-in …',
  failed: 'Signing in did not work',
  failedText: 'The sign-in was ended, or took too long. Start it again.',
  unknown: 'You are signed in, but belong to no group of this console. Ask whoever manages access.',
  out: 'You are signed out',
  outText: 'Nothing of what you saw is kept in this browser.',
  idleOut: 'You were signed out because nothing was done for a while',
  ended: 'Your sign-in has ended',
  endedText:
    'Sign in again to go on. This page stays as it is: what you typed is not lost. A small window opens for it.',
  again: 'Sign in again',
  handed: 'You are signed in again. Close this window and go on in the other one.',
  leave: 'Sign out',
  blocked: 'The window for signing in could not be opened. Allow it for this page and try again.',
  another:
    'Somebody else signed in. This page belongs to whoever opened it: sign in as the same person, or sign out.',
  idle: 'Are you still there?',
  idleText: (seconds: number) =>
    `Nothing was done for a while. You will be signed out in ${seconds} seconds, so that nobody else can read on.`,
  stay: 'Stay signed in',
} as const;
