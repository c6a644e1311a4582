// SPDX-License-Identifier: Apache-2.0
import { isIPv6 } from 'node:net';
import { pattern } from './recognizer.ts';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const v4 = `${octet}(?:\\.${octet}){3}`;

export const ipv4 = pattern({
  name: 'ipv4',
  type: 'IP',
  cites: '45 CFR 164.514(b)(2)(i)(O); RFC 791; RFC 4632',
  looksLike: new RegExp(
    `(?<![\\w.])(?<!(?:version|release|section|chapter|v\\.)\\s)${v4}(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?(?::\\d{1,5})?(?!\\w|\\.\\d)`,
    'i',
  ),
  edges: 'open',
  score: 0.9,
});

export const ipv6 = pattern({
  name: 'ipv6',
  type: 'IP',
  cites: '45 CFR 164.514(b)(2)(i)(O); RFC 4291; RFC 5952',
  looksLike: [
    {
      pattern: 'address',
      regexp: new RegExp(
        `(?<![\\w:.])(?<value>(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]{2,39}?(?:${v4})?)(?:%\\w{1,15})?(?:/\\d{1,3})?(?!\\w|:|\\.\\w)`,
        'i',
      ),
    },
    {
      pattern: 'prefix',
      regexp: /(?<![\w:.])(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:.]{2,45}\/(?:12[0-8]|1[01]\d|\d{1,2})\b/i,
      holds: (match) => isIPv6(match.replace(/\/.*/, '')),
    },
    {
      pattern: 'before a wrong prefix',
      regexp: /(?<![\w:.])(?<value>(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]{3,39})\/\d{4,}/i,
    },
  ],
  holds: (match) => match.length > 2 && /\d/.test(match) && isIPv6(match),
  check: 'RFC 4291',
  edges: 'open',
  score: 0.9,
});
