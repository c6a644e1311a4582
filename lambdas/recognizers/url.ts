// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { Recognizer } from './recognizer.ts';

const rest = String.raw`(?:[:/?#][^\s<>"'\u0060|{}\\^]{0,2000})?`;
/** With a scheme any host will do that has a dot; `www.` needs a name and a top level as well. */
const scheme = new RegExp(
  String.raw`(?:https?|s?ftp|wss?|hxxps?):\/\/(?:[^\s<>"'@/]{1,128}@)?(?:\[[0-9a-f:.]{2,45}\]|localhost|[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,10})${rest}`,
  'giu',
);
const topLevels =
  'com|org|net|edu|gov|mil|int|info|biz|name|pro|io|ai|app|dev|cloud|online|site|store|shop|tech|xyz|health|care|clinic|hospital|bank|finance|insurance|us|uk|ca|au|nz|ie|de|at|ch|fr|it|es|pt|nl|be|dk|se|no|fi|pl|cz|sk|hu|ro|bg|gr|ru|ua|tr|il|ae|sa|in|pk|cn|jp|kr|sg|hk|tw|my|ph|vn|th|id|za|ng|ke|eg|br|mx|ar|cl|co|pe|eu|me|tv|cc|ly|gl';
/** The end of a bare domain: what stands before it is read backwards from here. */
const ending = new RegExp(String.raw`\.(?:${topLevels})(?![A-Za-z0-9-]|\.[A-Za-z0-9])${rest}`, 'g');
const beginning =
  /(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){0,4}[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
/** Two-letter words that end a sentence glued to the next ("was.It", "mg.in"). */
const ambiguous =
  /^\.(?:us|at|in|it|no|be|is|me|my|id|ai|pro|name|care|health|de|es|se|ch|co|dev|store|int|th|pe|clinic|bank|hospital|finance|insurance|site|shop|online|cloud)$/;

const trimmed = (match: string) => {
  const end = match.replace(/[.,;:!?'*_\]]+$/, '');
  return end.endsWith(')') && !end.includes('(') ? end.slice(0, -1).replace(/[.,;:!?]+$/, '') : end;
};

const finding = (start: number, length: number, pattern: string, score: number): Finding => ({
  type: 'URL',
  start,
  end: start + length,
  score,
  because: { detector: 'url', pattern },
});

export const url: Recognizer = {
  name: 'url',
  types: ['URL'],
  cites: '45 CFR 164.514(b)(2)(i)(N); RFC 3986',
  find: (text) => {
    const findings: Finding[] = [];
    if (text.includes('://'))
      for (const match of text.matchAll(scheme))
        findings.push(finding(match.index, trimmed(match[0]).length, 'scheme', 0.95));
    for (const match of text.matchAll(ending)) {
      const before = beginning.exec(text.slice(Math.max(0, match.index - 128), match.index))?.[0];
      if (before === undefined) continue;
      const whole = trimmed(before + match[0]);
      const plain = ambiguous.test(trimmed(match[0])) && !before.startsWith('www.');
      if (!plain) findings.push(finding(match.index - before.length, whole.length, 'domain', 0.7));
    }
    return findings;
  },
};
