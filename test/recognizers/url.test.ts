// SPDX-License-Identifier: Apache-2.0
import { url } from '../../lambdas/recognizers/url.ts';
import { recognizes } from './table.ts';

recognizes(url, {
  finds: [
    ['a scheme', 'see https://portal.example.org/p/8841?x=1.', 'https://portal.example.org/p/8841?x=1'],
    ['any top level with a scheme', 'http://quill.webcam', 'http://quill.webcam'],
    ['www', 'www.quillfeather.com', 'www.quillfeather.com'],
    ['a bare domain', 'go to quillfeather.com/login, please', 'quillfeather.com/login'],
    ['an address as host', 'http://[2001:db8::1]/path', 'http://[2001:db8::1]/path'],
    ['quotes', '"https://quill.example/"', 'https://quill.example/'],
    ['parentheses', '(https://quill.example/a)', 'https://quill.example/a'],
  ],
  ignores: [
    ['no top level', 'www.quillfeather'],
    ['a host without a dot', 'http://quillfeather'],
    ['sentences without a space', 'It was mild.It went away.'],
    ['a file', 'report.pdf'],
    ['a number', '3.14'],
    ['the domain of an address', 'jane@quillfeather.com'],
    ['a decimal and a unit', '2.5mg.in total'],
  ],
});
