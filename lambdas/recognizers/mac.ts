// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

const hex = '[0-9A-F]';

export const mac = pattern({
  name: 'mac',
  type: 'MAC',
  cites: '45 CFR 164.514(b)(2)(i)(M); IEEE 802-2014',
  looksLike: [
    {
      pattern: 'octets',
      regexp: new RegExp(`(?<![:-])${hex}{2}([:-])(?:${hex}{2}\\1){4}${hex}{2}(?![:-]${hex})`, 'i'),
    },
    { pattern: 'dotted', regexp: new RegExp(`${hex}{4}\\.${hex}{4}\\.${hex}{4}`, 'i') },
    { pattern: 'digits', regexp: new RegExp(`${hex}{12}`, 'i'), needsContext: true },
  ],
  near: ['mac', 'mac address', 'physical address', 'hardware address', 'ethernet', 'wifi', 'bluetooth'],
  // All zeros and all ones are nobody's.
  holds: (match) => new Set(match.toLowerCase().replace(/[^0-9a-f]/g, '')).size > 1,
  score: 0.95,
});
