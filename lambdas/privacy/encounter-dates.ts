// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';

const count = '(?:\\d{1,2}|an?|one|two|three|four|five|six|a couple of|a few)';
const fromNow = `yesterday|last night|(?:last|this|this past|the past) (?:week|month)|(?:last|this past) (?:mon|tues|wednes|thurs|fri|satur|sun)day|${count} (?:days?|weeks?|months?) ago`;
const happened =
  '(?:seen|treated|admitted|evaluated|discharged|hospitali[sz]ed|visited|cared for|operated on|examined|diagnosed|transferred|presented|underwent [\\p{L} -]{2,40}|had (?:an? )?[\\p{L} -]{2,40})';
const behind = new RegExp(`^,? (?<told>${fromNow})(?![\\p{L}\\p{N}'’])`, 'diu');
const before = new RegExp(
  `(?<!\\p{L})${happened}\\s(?<told>${fromNow})\\s(?:at|in|to|from|by)\\s(?:the\\s)?$`,
  'diu',
);
const visited = new RegExp(
  `(?<!\\p{L})${happened}(?:\\s\\p{L}+){0,3}\\s(?:at|in|to|from|by|into|@)\\s(?:the\\s|our\\s)?$`,
  'iu',
);
const toldBefore = /(?:ago|day|night|week|month)\s(?:at|in|to|from|by)\s(?:the\s)?$/i;
const reach = 72;

/**
 * "Seen at Lakeview Clinic last week": when somebody was treated at a named facility, told from now. With the time of the request
 * it is a date of service (45 CFR 164.514(b)(2)(i)(C)); apart from a facility and from dates such words stay.
 * Findings and offsets are those of the text, in UTF-16 code units.
 */
export function encounterDates(text: string, findings: readonly Finding[]): Finding[] {
  return findings.flatMap(({ type, start, end, score }): Finding[] => {
    if (type !== 'FACILITY') return [];
    const from = Math.max(0, start - reach);
    const lead = text.slice(from, start);
    // What is rare is asked for first: most facilities have no such word beside them.
    const after = behind.exec(text.slice(end, end + reach));
    const groups = [
      { match: toldBefore.test(lead) ? before.exec(lead) : null, offset: from },
      { match: after !== null && visited.test(lead) ? after : null, offset: end },
    ];
    return groups.flatMap(({ match, offset }): Finding[] => {
      const [first, last] = match?.indices?.groups?.['told'] ?? [0, 0];
      return last === 0
        ? []
        : [
            {
              type: 'DATE',
              start: first + offset,
              end: last + offset,
              score,
              because: { detector: 'date', pattern: 'told from now beside a facility' },
            },
          ];
    });
  });
}
