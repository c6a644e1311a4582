// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const password = pattern({
  name: 'password',
  type: 'PASSWORD',
  cites: '45 CFR 164.308(a)(5)(ii)(D); PCI DSS 4.0.1 requirement 8.3',
  looksLike: [
    {
      pattern: 'assigned',
      regexp:
        /\b(?:password|passwd|passwort|passphrase|pwd|contraseña|mot de passe|pw)["']?(?: is| was)?\s{0,3}(?:[:=]|\bis\b)\s{0,3}(?<value>"[^"\n]{3,64}"|'[^'\n]{3,64}'|[^\s"',;]{4,64})/iu,
      holds: (match) =>
        !/^(?:not|the|incorrect|wrong|invalid|correct|reset|too|set|now|also|\w+ed|[a-z]+ing|a|an|null|none|true|false)\.?$/i.test(
          match,
        ),
    },
    {
      pattern: 'answer to a question',
      regexp:
        /\b(?:security|secret|recovery|verification|challenge) (?:answer|word|phrase)(?: is| was)?\s{0,2}[:=]?\s{0,2}(?<value>"[^"\n]{2,64}"|'[^'\n]{2,64}'|(?<=[:=]\s{0,2}|\bis )[^\s"',;]{3,64})/iu,
      score: 0.8,
    },
    // "password hunter2!": without "is", only what no word looks like.
    {
      pattern: 'beside',
      regexp:
        /\b(?:password|passwd|passwort|pwd|contraseña)(?: to| is| was)? (?<value>(?=\S{0,40}[\d!@#$%^&*])[^\s"',;]{6,64})/iu,
      score: 0.7,
    },
  ],
  edges: 'open',
  score: 0.9,
});
