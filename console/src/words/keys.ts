// SPDX-License-Identifier: Apache-2.0

/** Keys that do something where no text is being typed. */
export const keys = {
  title: 'Keyboard',
  show: 'Keyboard help',
  close: 'Close',
  queue: [
    ['j', 'next review'],
    ['k', 'review before'],
    ['Enter', 'open it'],
    ['c', 'claim it'],
    ['a, e, r', 'open it to approve, edit or reject'],
    ['?', 'this help'],
  ],
  review: [
    ['c', 'claim, or renew the claim'],
    ['a', 'approve'],
    ['e', 'edit'],
    ['r', 'reject'],
    ['u', 'back to the queue'],
    ['?', 'this help'],
  ],
} as const;
