// SPDX-License-Identifier: Apache-2.0
import type { ShownText } from '../../../lambdas/api/shown-texts.ts';
import type { Finding } from '../../../lambdas/records/finding.ts';
import type { IdentifierFamily } from '../../../lambdas/records/identifier.ts';
import type { Range } from './segments.ts';

/** What is shown about a stretch of a text. */
export type Mark = Range &
  Readonly<{
    /** Found by a detector, or a placeholder that nothing was reported about here. */
    finding?: Finding;
    /** `NAME_1_7K`, where one stands in it: what a reveal asks for. */
    placeholder?: string;
    /** What a reason points at: its sentence. */
    because?: string;
  }>;

const placeholderPattern = /\[([A-Z_]{2,20}_\d{1,6}_[0-9A-Z]{2})(?:[+-]\d{1,6}[a-z])?\]/g;

/** The findings of a text, its placeholders that none of them covers, and what reasons point at. */
export function marksOf(
  { text, findings }: ShownText,
  evidence: readonly (Range & { because: string })[],
): Mark[] {
  const placeholders = [...text.matchAll(placeholderPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    placeholder: match[1] ?? '',
  }));
  const found = findings.map((finding): Mark => {
    const { start, end } = finding;
    const inside = placeholders.find((each) => each.start < end && each.end > start);
    return { start, end, finding, ...(inside === undefined ? {} : { placeholder: inside.placeholder }) };
  });
  const uncovered = placeholders.filter(
    (each) => !findings.some(({ start, end }) => start < each.end && end > each.start),
  );
  return [...found, ...uncovered, ...evidence].sort((a, b) => a.start - b.start);
}

const families: Readonly<Record<string, IdentifierFamily>> = {
  NAME: 'NAME',
  FACILITY: 'ADDRESS',
  PLACE: 'ADDRESS',
  STREET: 'ADDRESS',
  ZIP: 'ADDRESS',
  DATE: 'DATE',
  AGE: 'AGE',
  PHONE: 'PHONE',
  FAX: 'PHONE',
  EMAIL: 'EMAIL',
  URL: 'URL',
  IP: 'IP',
  ORG: 'ORG',
  PROFESSION: 'PROFESSION',
};

/** The kind of identifier a mark is about, for its colour; undefined for a mark that only a reason makes. */
export function familyOf({ finding, placeholder }: Mark): IdentifierFamily | undefined {
  const type = finding?.type ?? placeholder?.replace(/_\d{1,6}_[0-9A-Z]{2}$/, '');
  return type === undefined ? undefined : (families[type] ?? 'ID');
}
