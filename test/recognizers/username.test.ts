// SPDX-License-Identifier: Apache-2.0
import { username } from '../../lambdas/recognizers/username.ts';
import { recognizes } from './table.ts';

recognizes(username, {
  finds: [
    ['a label', 'username: jdoe_88', 'jdoe_88'],
    ['a login', 'login id is quillfeather', 'quillfeather'],
    ['letters and digits', 'user oquill84 cannot log in', 'oquill84'],
    ['a handle', 'follow @quillfeather88 there', '@quillfeather88'],
  ],
  ignores: [
    ['an address', 'write to jane@example.com'],
    ['a version', 'user interface 2, login page3 of the user guide'],
    ['a time', 'seen @ 14:00'],
    ['the word alone', 'I forgot my username'],
    ['a rate', '5 units @12 hours'],
  ],
});
