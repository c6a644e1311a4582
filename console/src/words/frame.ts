// SPDX-License-Identifier: Apache-2.0
import type { Group } from '../../../lambdas/records/principal.ts';

/** What stands around every page. */
export const frame = {
  product: 'prompt-airlock',
  navigation: 'Pages',
  openNavigation: 'Show the pages',
  closeNavigation: 'Hide the pages',
  notifications: 'Messages',
  close: 'Close this message',
  loading: 'Loading',
  retry: 'Try again',
  offline: 'The server does not answer. Check the connection and try again.',
  errorId: (id: string) => `Whoever looks after this finds it in the log under ${id}.`,
  notFound: 'There is no such page',
  notFoundText: 'The address is not one of this console, or not for your group.',
  broken: 'This page broke',
  brokenText: 'Something in this page went wrong. Your data is safe: nothing was sent. Load it again.',
  reload: 'Load again',
  menu: 'Signed in as',
  dark: 'Use dark colours',
  light: 'Use light colours',
  signOut: 'Sign out',
  groups: {
    requester: 'requester',
    reviewer: 'reviewer',
    'senior-reviewer': 'senior reviewer',
    'junior-reviewer': 'junior reviewer',
    compliance: 'compliance',
  } satisfies Record<Group, string>,
  sections: { ask: 'Ask', review: 'Review', archive: 'Archive' },
  copied: 'Copied',
  failedCopy: 'It could not be copied',
  nextPage: 'Next page',
  previousPage: 'Previous page',
  page: (number: number) => `Page ${number}`,
} as const;
