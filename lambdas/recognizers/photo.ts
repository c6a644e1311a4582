// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const photo = pattern({
  name: 'photo',
  type: 'PHOTO',
  cites: '45 CFR 164.514(b)(2)(i)(Q)',
  looksLike: [
    { pattern: 'file', regexp: /\b[\w-]{1,80}\.(?:jpe?g|png|heic|tiff?|bmp|gif|dcm|webp)\b/i },
    {
      pattern: 'labelled',
      regexp:
        /\b(?:photo(?:graph)?|image|picture|headshot)s? (?:id|file|no\.?|number|#|ref(?:erence)?)[ :#]{0,4}(?<value>(?=[A-Z_-]{0,20}\d)[\w-]{3,40})/i,
    },
  ],
  edges: 'open',
  score: 0.7,
});
