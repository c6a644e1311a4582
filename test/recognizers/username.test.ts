// SPDX-License-Identifier: Apache-2.0
import { username } from '../../lambdas/recognizers/username.ts';
import { recognizes } from './table.ts';

recognizes(username, {
  finds: [
    ['a label', 'username: jdoe_88', 'jdoe_88'],
    ['a login', 'login id is quillfeather', 'quillfeather'],
    ['letters and digits', 'user oquill84 cannot log in', 'oquill84'],
    ['a handle', 'follow @quillfeather88 there', '@quillfeather88'],
    ['a user id', 'user id quill_84 phone', 'quill_84'],
    ['a handle with dots', 'her fb is @lil.plume.91 and', '@lil.plume.91'],
    ['on a network', 'insta plume.quill7 posted', 'plume.quill7'],
  ],
  ignores: [
    ['a domain', 'write to me at @example.com or @mail.example.org'],
    ['a network in general', 'saw it on facebook yesterday, an instagram post'],
    ['a user in general', 'a user id for each clerk'],
    ['an address', 'write to jane@example.com'],
    ['a version', 'user interface 2, login page3 of the user guide'],
    ['a time', 'seen @ 14:00'],
    ['the word alone', 'I forgot my username'],
    ['a rate', '5 units @12 hours'],
  ],
});
