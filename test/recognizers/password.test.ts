// SPDX-License-Identifier: Apache-2.0
import { password } from '../../lambdas/recognizers/password.ts';
import { recognizes } from './table.ts';

recognizes(password, {
  finds: [
    ['the answer to a question', 'security answer "Fluffy" please', '"Fluffy"'],
    ['the answer behind a colon', 'secret word: marzipan', 'marzipan'],
    ['a colon', 'password: Tr4vel-mug', 'Tr4vel-mug'],
    ['a sentence', 'My password is sunflower', 'sunflower'],
    ['quotes', 'pwd="two words here"', '"two words here"'],
    ['JSON', '{"password": "x9!kk2"}', '"x9!kk2"'],
    ['no verb but no word either', 'login with password hunter2!', 'hunter2!'],
  ],
  ignores: [
    ['an answer in general', 'I forgot my security answer and the verification phrase'],
    ['what happened to it', 'my password is expired'],
    ['what it is not', 'the password is incorrect'],
    ['a question', 'How do I reset my password?'],
    ['a plain word behind it', 'password manager'],
    ['who wants it', 'please reset my password today'],
    ['a policy', 'passwords must have 12 characters'],
    ['its age', 'my password expires in 30 days'],
    ['its length', 'a password of 8 letters'],
  ],
});
