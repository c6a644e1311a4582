// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';

export const magstripe = pattern({
  name: 'magstripe',
  type: 'MAGSTRIPE',
  cites: 'PCI DSS 4.0.1 requirement 3.3.1.1 (never stored after authorisation); ISO/IEC 7813',
  looksLike: [
    { pattern: 'track 1', regexp: /%?B\d{12,19}\^[^^\n]{2,26}\^\d{4}[^?\n]{0,60}\?/ },
    { pattern: 'track 2', regexp: /;\d{12,19}=\d{4,7}[^?\s]{0,30}\?/ },
  ],
  edges: 'open',
  score: 0.99,
});
