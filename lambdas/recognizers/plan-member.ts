// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

/** The number of a member behind the name of the insurer, with no label of its own: "ins HMSA R0044821". */
export const planMember = pattern({
  name: 'plan-member',
  type: 'MEMBER',
  cites: '45 CFR 164.514(b)(2)(i)(I)',
  looksLike: [
    {
      pattern: 'behind the insurer',
      regexp:
        /\b(?:[Ii]ns(?:urance)?|INS(?:URANCE)?|[Cc]overage|[Pp]ayer|[Pp]ayor|[Cc]arrier)(?: is|\.|:)? (?:[A-Z][A-Za-z&]{1,14} ){1,3}#?(?<value>(?=[A-Z\d]{0,8}\d{4})[A-Z]{0,4}\d[A-Z\d]{5,14})(?![A-Za-z\d]|[-.,/]\d)/,
    },
  ],
  edges: 'open',
  score: 0.7,
});
