// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import type { Recognizer } from './recognizer.ts';

/** Column headings, in lower case without marks, and what stands under them. */
const columns: Readonly<Partial<Record<IdentifierType, readonly string[]>>> = {
  NAME: [
    'name',
    'patient',
    'patient name',
    'full name',
    'first name',
    'last name',
    'surname',
    'given name',
    'family name',
    'member name',
    'customer',
    'customer name',
    'client',
    'client name',
    'contact',
    'contact name',
    'provider',
    'physician',
    'doctor',
    'employee',
    'employee name',
    'account holder',
    'cardholder',
    'nombre',
    'apellidos',
    'vorname',
    'nachname',
  ],
  DATE: [
    'dob',
    'date of birth',
    'birth date',
    'birthdate',
    'admission date',
    'discharge date',
    'date of service',
    'dos',
    'visit date',
    'date of death',
    'fecha de nacimiento',
    'geburtsdatum',
  ],
  SSN: ['ssn', 'social security', 'social security number'],
  MRN: ['mrn', 'medical record', 'medical record number', 'patient id', 'chart', 'chart number', 'nhc'],
  MEMBER: [
    'member id',
    'member number',
    'policy',
    'policy number',
    'policy no',
    'insurance id',
    'subscriber id',
    'claim',
    'claim number',
    'group number',
  ],
  ACCOUNT: ['account', 'account number', 'account no', 'acct', 'acct no', 'iban', 'loan number'],
  CARD: ['card', 'card number', 'credit card', 'cc', 'pan'],
  PHONE: [
    'phone',
    'phone number',
    'telephone',
    'tel',
    'mobile',
    'cell',
    'contact number',
    'teléfono',
    'telefon',
  ],
  FAX: ['fax', 'fax number'],
  EMAIL: ['email', 'e mail', 'email address'],
  STREET: ['address', 'street', 'street address', 'home address', 'mailing address', 'domicilio', 'adresse'],
  PLACE: ['city', 'town', 'county'],
  ZIP: ['zip', 'zip code', 'zipcode', 'postcode', 'postal code', 'plz', 'cp'],
};

const typeOf = new Map(
  Object.entries(columns).flatMap(([type, names]) =>
    names.map((name) => [name, type as IdentifierType] as const),
  ),
);
const separators = ['|', '\t', ',', ';'] as const;
const longest = 80;
const longestHeading = 30;

type Cell = Readonly<{ start: number; end: number }>;

/** The cells of a line without the blanks and quotes around them; offsets in the text. */
const cells = (line: string, offset: number, separator: string): Cell[] => {
  let at = offset;
  return line.split(separator).map((cell) => {
    const lead = /^[\s"']*/.exec(cell)?.[0].length ?? 0;
    const content = cell.replace(/^[\s"']+/, '').replace(/[\s"']+$/, '');
    const found = { start: at + lead, end: at + lead + content.length };
    at += cell.length + separator.length;
    return found;
  });
};

const heading = (text: string) =>
  typeOf.get(
    text
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );

/** What stands under a telling heading in a table: Markdown, CSV, tab or semicolon separated. */
export const table: Recognizer = {
  name: 'table',
  types: [...new Set(typeOf.values())],
  cites: '45 CFR 164.514(b)(2)(i); RFC 4180',
  find: (text) => {
    const findings: Finding[] = [];
    let offset = 0;
    let head: { separator: string; types: (IdentifierType | undefined)[] } | undefined;
    for (const line of text.split('\n')) {
      const row = head === undefined ? [] : cells(line, offset, head.separator);
      if (head === undefined || row.length !== head.types.length) head = headOf(line);
      else
        row.forEach(({ start, end }, at) => {
          const type = head?.types[at];
          if (type === undefined || end - start > longest || !/[\p{L}\d]/u.test(text.slice(start, end)))
            return;
          if (/^(?:n\/?a|none|unknown|null|nil)$/i.test(text.slice(start, end))) return;
          findings.push({ type, start, end, score: 0.75, because: { detector: 'table', pattern: 'column' } });
        });
      offset += line.length + 1;
    }
    return findings;
  },
};

/** A line is a heading when two or more of its cells have telling names, or one of a table of marks does. */
const headOf = (line: string) => {
  if (line.length > 400) return undefined;
  for (const separator of separators) {
    const first = line.indexOf(separator);
    if (first === -1 || first > longestHeading) continue;
    const types = cells(line, 0, separator).map(({ start, end }) => heading(line.slice(start, end)));
    const telling = types.filter((type) => type !== undefined).length;
    if (types.length > 1 && telling >= (separator === '|' ? 1 : 2)) return { separator, types };
  }
  return undefined;
};
