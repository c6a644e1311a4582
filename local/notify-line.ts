// SPDX-License-Identifier: Apache-2.0
import type { Notice, NoticeKind } from './notices.ts';

/** What a person at this machine wants to hear of at once; the rest is in the console. */
const sentences: Readonly<Partial<Record<NoticeKind, string>>> = {
  held: 'Held for review',
  reminded: 'Still waiting for a reviewer',
  escalated: 'Escalated to the senior reviewers',
  expired: 'Expired: nobody decided in time',
  revealed: 'A value was revealed',
  alert: 'Needs attention',
};

/** Asks the terminal for a notification of the desktop (OSC 9: iTerm2, kitty, WezTerm, Windows Terminal). */
const desktop = (text: string): string => `\u001B]9;prompt-airlock: ${text}\u0007`;

/** The line of a notice for the terminal; undefined for what can wait. */
export function noticeLine(notice: Notice, screen: 'terminal' | 'desktop'): string | undefined {
  const sentence = sentences[notice.kind];
  if (sentence === undefined) return undefined;
  const text = notice.code === undefined ? sentence : `${sentence} (${notice.code})`;
  return `${screen === 'desktop' ? desktop(text) : ''}${text}: ${notice.link}`;
}
