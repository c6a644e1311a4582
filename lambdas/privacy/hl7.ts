// SPDX-License-Identifier: Apache-2.0
import { matchesOf } from '../recognizers/matches.ts';
import type { Edit } from './rewrite.ts';

type Field = 'name' | 'provider' | 'date' | 'address' | 'id' | 'phone';

// HL7 v2.5.1, chapters 3 and 6: which fields of a segment identify somebody, and what a form would call them.
const segments: Readonly<Record<string, Readonly<Record<number, readonly [Field, string]>>>> = {
  PID: {
    2: ['id', 'MRN'],
    3: ['id', 'MRN'],
    4: ['id', 'MRN'],
    5: ['name', 'Patient name'],
    6: ['name', 'Patient name'],
    7: ['date', 'Date of birth'],
    9: ['name', 'Patient name'],
    11: ['address', 'Address'],
    13: ['phone', 'Phone'],
    14: ['phone', 'Phone'],
    18: ['id', 'Account number'],
    19: ['id', 'SSN'],
    20: ['id', 'Driver license'],
  },
  NK1: {
    2: ['name', 'Patient name'],
    4: ['address', 'Address'],
    5: ['phone', 'Phone'],
    6: ['phone', 'Phone'],
  },
  GT1: {
    3: ['name', 'Patient name'],
    5: ['address', 'Address'],
    6: ['phone', 'Phone'],
    7: ['phone', 'Phone'],
    8: ['date', 'Date of birth'],
    12: ['id', 'SSN'],
  },
  IN1: {
    2: ['id', 'Member ID'],
    16: ['name', 'Patient name'],
    18: ['date', 'Date of birth'],
    19: ['address', 'Address'],
    36: ['id', 'Member ID'],
    49: ['id', 'Member ID'],
  },
  PV1: {
    7: ['provider', 'Doctor'],
    8: ['provider', 'Doctor'],
    9: ['provider', 'Doctor'],
    17: ['provider', 'Doctor'],
    19: ['id', 'Account number'],
  },
  OBR: { 16: ['provider', 'Doctor'] },
  ORC: { 12: ['provider', 'Doctor'] },
};
const segment = /^([A-Z][A-Z\d]{2})\|(.{1,4000})$/gm;

const capitalised = (word: string): string =>
  word.replaceAll(/\p{L}{2,60}/gu, (each) => each.charAt(0).toUpperCase() + each.slice(1).toLowerCase());

/** A field as a form would show it: the given name before the family name, the date with hyphens. */
function shown(kind: Field, field: string): string {
  const parts = field.split('~')[0]?.split('^') ?? [];
  const some = (...all: (string | undefined)[]) =>
    all.filter((part) => part !== undefined && part !== '').join(' ');
  switch (kind) {
    case 'name':
      return `${parts.length > 1 ? 'Mr. ' : ''}${capitalised(some(parts[1], parts[2], parts[0]))}`;
    case 'provider':
      return `Dr. ${capitalised(some(parts[2], parts[3], parts[1]))}`;
    case 'date':
      return (parts[0] ?? '').replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
    case 'address':
      return `${capitalised(some(parts[0], parts[1]))}, ${capitalised(parts[2] ?? '')}, ${some(parts[3], parts[4])}`;
    case 'id':
    case 'phone':
      return parts.find((part) => part !== '') ?? '';
  }
}

/** The identifying fields of HL7 v2 segments, each written as a form would: a finding in one covers the whole field. */
export function hl7(text: string): Edit[] {
  if (!/^(?:MSH|PID|NK1|GT1|IN1|PV1)\|/m.test(text)) return [];
  return matchesOf(segment, text).flatMap((match) => {
    const fields = segments[match[1] ?? ''];
    if (fields === undefined) return [];
    let start = match.index + 4;
    return (match[2] ?? '').split('|').flatMap((field, index): Edit[] => {
      const from = start;
      start += field.length + 1;
      const [kind, label] = fields[index + 1] ?? [];
      if (kind === undefined || label === undefined || field.trim() === '') return [];
      return [{ start: from, end: from + field.length, text: `\n${label}: ${shown(kind, field)}\n` }];
    });
  });
}
