// SPDX-License-Identifier: Apache-2.0
import { base58Check } from './base58.ts';
import { bech32 } from './bech32.ts';
import { pattern } from './recognizer.ts';

export const crypto = pattern({
  name: 'crypto',
  type: 'CRYPTO',
  cites: 'BIP 13, BIP 173, BIP 350; EIP-55',
  looksLike: [
    { pattern: 'base58', regexp: /[13][1-9A-HJ-NP-Za-km-z]{25,34}/, holds: base58Check },
    {
      pattern: 'bech32',
      regexp: /(?:bc|tb|ltc)1[02-9ac-hj-np-z]{11,87}|(?:BC|TB|LTC)1[02-9AC-HJ-NP-Z]{11,87}/,
      holds: bech32,
    },
    { pattern: 'ethereum', regexp: /0x[0-9a-fA-F]{40}/, score: 0.9 },
    { pattern: 'other', regexp: /[LMDXrTA][1-9A-HJ-NP-Za-km-z]{25,34}/, holds: base58Check },
  ],
  check: 'base58check or bech32',
  score: 0.95,
});
