// SPDX-License-Identifier: Apache-2.0
import { email } from '../../lambdas/recognizers/email.ts';
import { recognizes } from './table.ts';

recognizes(email, {
  finds: [
    ['the usual form', 'write to jane.quill@example.org.', 'jane.quill@example.org'],
    ['a tag', 'jane+billing@mail.example.co.uk', 'jane+billing@mail.example.co.uk'],
    ['brackets', 'From: Jane <jane@example.com>', 'jane@example.com'],
    ['letters beyond ASCII', 'jané@exämple.com', 'jané@exämple.com'],
    ['combining marks', 'jane\u0301@example.com', 'jane\u0301@example.com'],
    ['capitals', 'JANE@EXAMPLE.COM', 'JANE@EXAMPLE.COM'],
    ['a link', 'mailto:jane@example.com', 'jane@example.com'],
    ['disguised', 'jane [at] example [dot] com', 'jane [at] example [dot] com'],
    ['two of them', 'a1@example.com;b2@example.com', 'b2@example.com'],
  ],
  ignores: [
    ['no top level', 'jane@example'],
    ['nothing before', '@example.com'],
    ['a dot without a top level', 'jane@example.'],
    ['a time', 'seen @ 3 pm'],
    ['the word', 'she sent an email'],
    ['a handle', '@harrow wrote'],
    ['a price each', '3 @ $5'],
    ['two at signs', 'a@@b'],
    ['a space inside', 'jane @ example . com is wrong'],
    ['a domain alone', 'see example.com'],
    ['a decorator', '@Input() value'],
  ],
});
