// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const cvv = pattern({
  name: 'cvv',
  type: 'CVV',
  cites: 'PCI DSS 4.0.1 requirement 3.3.1.2 (never stored after authorisation)',
  looksLike:
    /(?<!\d)(?<=(?:\b(?:cvv2?|cvc2?|cvn|cav2?|csc|card verification (?:value|code|number)|card security code|security code)\b|\bcid(?=\W{0,4}\d))(?: (?:code|number|no|is|of|for [a-z ]{1,20}))?[^\p{L}\p{N}\n]{0,6}(?:is |was |code |number |= ?)?)\d{3,4}(?!\d)/iu,
  edges: 'open',
  score: 0.95,
});
