// SPDX-License-Identifier: Apache-2.0

const ended = /\b(?:ended|ending|end)\s(?:on\s|at\s)?$/i;
/** The last day of a month in words, or of a quarter in numbers. */
const quarterEnd =
  /\p{L}.*\b(?:31(?:st)?|30(?:th)?|28(?:th)?|29(?:th)?)\b|\b(?:31(?:st)?|30(?:th)?|28(?:th)?|29(?:th)?)\b.*\p{L}|^(?:0?3[-/.]31|0?6[-/.]30|0?9[-/.]30|12[-/.]31)\b|\b(?:03-31|06-30|09-30|12-31)$/u;
const report =
  /\b(?:fiscal|balance|assets?|liabilit|revenues?|shares?|stock|consolidated|net|cash|total|income|tax|inventor|earnings|equity|goodwill|deferred|outstanding|expenses?|warrants?|notes|leases?|securities|awards?|vested|nonvested|quarters?|financial statements?|years? ended|months ended|amortization|sales|operating|gross|debt|fair value|volumes?|facility)/i;
const person =
  /\b(?:patient|pt|mr|mrs|ms|dr|dob|born|admitted|discharged|seen|visit|diagnosed|she|he|her|his|my|me|i|client|customer|member)\b/i;
/** Rules, guidelines and approvals carry dates that are no one's. */
const publication =
  /\b(?:guidelines?|act|directive|regulation|statute|amendment|treaty|law|standard|edition|version|rule|asu|ifrs)\b[^.;\n]{0,20}$/i;

/** Whether a date belongs to a report, a law or a guideline and not to a person. Looks 90 characters around. */
export function isReportingDate(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  const after = text.slice(end, end + 60);
  if (person.test(before) || person.test(after)) return false;
  const period = ended.test(before) || quarterEnd.test(text.slice(start, end));
  return (period && (report.test(before) || report.test(after))) || publication.test(before);
}
