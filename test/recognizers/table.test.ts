// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { hl7Identifier } from '../../lambdas/recognizers/mrn.ts';
import { name } from '../../lambdas/recognizers/name.ts';
import { table } from '../../lambdas/recognizers/table.ts';
import { recognizes, valuesIn } from './table.ts';

recognizes(table, {
  finds: [
    ['CSV', 'name,dob,ssn\nOdile Quill,04/12/1958,412-73-9058', 'Odile Quill'],
    ['Markdown', '| Patient | MRN |\n|---|---|\n| Odile Q. | 7730214 |', '7730214'],
    ['tabs', 'First Name\tLast Name\tTest\nOdile\tQuill\tCBC', 'Quill'],
    ['semicolons', 'Nombre;CP\nOdile;28001', '28001'],
    ['quotes', '"email","phone"\n"o@example.com","4155550132"', '4155550132'],
    ['later rows', 'name,phone\nOdo,1\nOdile,2', 'Odile'],
  ],
  ignores: [
    ['prose with commas', 'The drug, given IV, works.\nIt is, however, slow.'],
    ['a table of values', '| Test | Result |\n|---|---|\n| Sodium | 138 |'],
    ['one telling heading in prose', 'By name, not by sight.\nShe came, not he.'],
    ['a row of another width', 'name,dob\nwell then'],
    ['empty cells', '| MRN | Note |\n| N/A | none |\n| - | |'],
    ['a list of words', 'pain, fever, cough\nnausea, chills, rash'],
  ],
});

recognizes(hl7Identifier, {
  finds: [['a record number', 'PID|1||7730214^^^HOSP^MR||', '7730214']],
  ignores: [
    ['another type', 'PID|1||7730214^^^HOSP^ZZ||'],
    ['no components', 'PID|1||7730214||'],
  ],
});

describe('an HL7 message', () => {
  it('gives its names away', () => {
    expect(valuesIn(name, 'PID|1||7730214^^^HOSP^MR||QUILL^ODILE^M||1958')).toEqual(['QUILL^ODILE^M']);
    expect(valuesIn(name, 'OBX|1|CE|CODE^TEXT||')).toEqual([]);
  });
});
