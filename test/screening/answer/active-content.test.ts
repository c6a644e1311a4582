// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { activeContent } from '../../../lambdas/screening/answer/active-content.ts';
import { codeSpans } from '../../../lambdas/screening/answer/code.ts';
import { sees } from './given.ts';

describe('active content', () => {
  it.each([
    '<script>a()</script>',
    '</script>',
    '<SCRIPT SRC=//a.example>',
    '<script\n>a()</script>',
    '<img src=x>',
    '<img/src=x onerror=a()>',
    '<svg/onload=a()>',
    '<svg><animate onbegin=a() attributeName=x></svg>',
    '<iframe srcdoc="x"></iframe>',
    '<a href="https://www.cdc.gov">x</a>',
    '<b>x</b>',
    '<p>x</p>',
    'line<hr>line',
    '<style>p{}</style>',
    '<form action=/a><input></form>',
    '<object data=x></object>',
    '<x-widget data-a="1"></x-widget>',
    '<foo onclick="a()">',
    '<!-- hidden -->',
    '<!DOCTYPE html>',
    '<![CDATA[x]]>',
    '<?php echo 1 ?>',
    '[x](javascript:a())',
    '[x](JaVaScRiPt:a())',
    '[x](vbscript:a)',
    '<javascript:alert(1)>',
    'data:text/html;base64,AAAA',
    'data:image/svg+xml,<svg/>',
    'data:,hello',
    'onmouseover="a()"',
    // Full-width forms, which a program that applies NFKC turns into tags.
    '\uff1cscript\uff1ea()\uff1c/script\uff1e',
    // Code that is not closed, or that holds a placeholder, is not data.
    '```html\n<b>x</b>',
    '```html\n<b>[NAME_1_7K]</b>\n```',
    '`<b>` and <b>x</b>',
  ])('%s', (text) => expect(sees(activeContent, text)).toBe(true));

  it.each([
    'BP < 120 and > 80',
    'BP <120',
    'p<0.05',
    'if a<b then a is smaller',
    'a < b > c',
    '5 <= x',
    'x <- 3',
    '<- back',
    'Dear <patient name>, your visit is on <visit date>.',
    '<your name here>',
    '```html\n<b>x</b>\n```',
    '~~~\n<script>a()</script>\n~~~',
    'Use the `<b>` tag.',
    'The data: none were missing.',
    'Data: see the table, please.',
    'She works on click-through rates and on load = 5 kg',
    'A JavaScript course: it takes a week.',
    'The expression (of a gene) rises.',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'one<br>two',
    'H<sub>2</sub>O'.replaceAll(/<[^>]*>/g, ''),
    'I <3 this',
    'email <none on file>',
    '>quoted\n> text',
  ])('not %s', (text) => expect(sees(activeContent, text)).toBe(false));
});

describe('where a text is code', () => {
  it.each([
    ['a fence', 'a\n```js\nx\n```\nb', ['```js\nx\n```']],
    ['a fence of tildes', '~~~\nx\n~~~', ['~~~\nx\n~~~']],
    ['a longer closing', '```\nx\n`````', ['```\nx\n`````']],
    ['a shorter mark inside', '````\n```\n````', ['````\n```\n````']],
    ['a span', 'a `x` b', ['`x`']],
    ['a double span', 'a ``x ` y`` b', []],
    ['two spans', '`a` and `b`', ['`a`', '`b`']],
    ['an open fence', '```\nx', []],
    ['an open span', 'a `x', []],
    ['a span over two lines', '`a\nb`', []],
    ['no code', 'a b', []],
    ['a backtick in the opening line', '``` a`b\nx\n```', []],
  ])('%s', (_what, text, expected) =>
    expect(codeSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected),
  );
});
