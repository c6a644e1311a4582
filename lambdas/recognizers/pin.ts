// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const pin = pattern({
  name: 'pin',
  type: 'PIN',
  cites: 'PCI DSS 4.0.1 requirement 3.3.1.3 (never stored after authorisation)',
  looksLike:
    /(?=\d{4})(?<=\b(?:pins?|pin[- ]?(?:code|number|no)|access code|passcode|pass code|otp|one[- ]time (?:code|password|passcode)|verification code|geheimzahl|clave)\b(?:[^\p{L}\p{N}\n]{0,6}(?:is|was|to|as|code|number|of|for my card is|for the card is|=)){0,3}[^\p{L}\p{N}\n]{0,6})\d{4,8}(?![\p{L}\p{N}]|[-.,/]\d)/iu,
  edges: 'open',
  score: 0.9,
});
