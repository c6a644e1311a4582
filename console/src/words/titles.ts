// SPDX-License-Identifier: Apache-2.0

/** Names of pages: in the navigation, as their heading and as the title of the window. */
export const titles = {
  request: 'Ask the assistant',
  queue: 'Review queue',
  review: 'Review',
  overview: 'Overview',
  search: 'Search cases',
  people: 'Find a person',
  containments: 'Containments',
  questions: 'Ask the archive',
  sql: 'Ask in SQL',
  policyChange: 'Try a policy',
  record: 'Archived case',
  seals: 'Seals',
} as const;
