// SPDX-License-Identifier: Apache-2.0
import { mac } from '../../lambdas/recognizers/mac.ts';
import { recognizes } from './table.ts';

recognizes(mac, {
  finds: [
    ['colons', 'MAC 3c:5a:b4:01:9e:7f', '3c:5a:b4:01:9e:7f'],
    ['hyphens', '3C-5A-B4-01-9E-7F', '3C-5A-B4-01-9E-7F'],
    ['dots', '3c5a.b401.9e7f', '3c5a.b401.9e7f'],
    ['together, beside the word', 'MAC address 3C5AB4019E7F', '3C5AB4019E7F'],
  ],
  ignores: [
    ['five octets', '3c:5a:b4:01:9e'],
    ['seven octets', '3c:5a:b4:01:9e:7f:11'],
    ['a letter beyond f', '3c:5a:b4:01:9e:7g'],
    ['mixed marks', '3c:5a-b4:01-9e:7f'],
    ['nobody', '00:00:00:00:00:00'],
    ['twelve digits without a word', '3C5AB4019E7F'],
  ],
});
