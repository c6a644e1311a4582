// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const cardExpiry = pattern({
  name: 'card-expiry',
  type: 'CARD_EXPIRY',
  cites: 'PCI DSS 4.0.1 requirement 3 (cardholder data)',
  looksLike: /(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d/,
  label: [
    'exp',
    'expiry',
    'expires',
    'expires on',
    'expiration',
    'exp date',
    'expiry date',
    'expiration date',
    'valid thru',
    'valid through',
    'valid until',
    'good thru',
    'mm/yy',
    'card expires',
    'expiring',
    'caduca',
    'gültig bis',
  ],
  needsContext: true,
  score: 0.6,
});
