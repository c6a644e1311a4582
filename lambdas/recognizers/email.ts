// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { Recognizer } from './recognizer.ts';

const local = /[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const domain =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,8}\p{L}[\p{L}\p{M}]{1,23}(?![\p{L}\p{N}])/uy;
/** "name [at] example [dot] com", as people write it to hide from robots. */
const disguised =
  /(?<![\w.+-])[\w.+-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\w-]{1,63}(?:\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?[A-Z][\w-]{1,62}){1,5}/gi;

const finding = (start: number, end: number, pattern: string): Finding => ({
  type: 'EMAIL',
  start,
  end,
  score: 0.95,
  because: { detector: 'email', pattern },
});

/** RFC 5322 addresses as they are used: an unquoted local part and a domain with a top level. */
export const email: Recognizer = {
  name: 'email',
  types: ['EMAIL'],
  cites: '45 CFR 164.514(b)(2)(i)(F); RFC 5322 section 3.4.1; RFC 6531',
  find: (text) => {
    const findings: Finding[] = [];
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      // Marks that open a sentence part are not the address's own, though the RFC allows them.
      const before =
        local.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[^\p{L}\p{N}_]+/u, '') ?? '';
      domain.lastIndex = at + 1;
      const after = domain.exec(text)?.[0];
      if (before !== '' && after !== undefined)
        findings.push(finding(at - before.length, at + 1 + after.length, 'address'));
    }
    if (/[([{]\s?at\s?[)\]}]/i.test(text))
      for (const match of text.matchAll(disguised))
        findings.push(finding(match.index, match.index + match[0].length, 'disguised'));
    return findings;
  },
};
