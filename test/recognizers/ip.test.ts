// SPDX-License-Identifier: Apache-2.0
import { ipv4, ipv6 } from '../../lambdas/recognizers/ip.ts';
import { recognizes } from './table.ts';

recognizes(ipv4, {
  finds: [
    ['an address', 'from 203.0.113.77.', '203.0.113.77'],
    ['a prefix', '198.51.100.0/24', '198.51.100.0/24'],
    ['a port', '203.0.113.77:8443', '203.0.113.77:8443'],
  ],
  ignores: [
    ['an octet over 255', '203.0.113.256'],
    ['three parts', '1.2.3'],
    ['five parts', '1.2.3.4.5'],
    ['a version', 'version 10.2.3.4'],
    ['a version in short', 'v10.2.3.4'],
    ['letters around it', 'IP203.0.113.77x'],
  ],
});
recognizes(ipv6, {
  finds: [
    ['shortened', 'from 2001:db8::8a2e:370:7334', '2001:db8::8a2e:370:7334'],
    ['whole', '2001:db8:0:0:1:2:3:4', '2001:db8:0:0:1:2:3:4'],
    ['loopback', 'my ip: ::1', '::1'],
    ['mapped', '::ffff:203.0.113.77', '::ffff:203.0.113.77'],
    ['a prefix', '2001:db8::/32', '2001:db8::/32'],
    ['brackets', '[2001:db8::1]', '2001:db8::1'],
    ['a full stop behind', 'Gateway fe80::1.', 'fe80::1'],
  ],
  ignores: [
    ['a time', '12:34:56'],
    ['seven groups', '1:2:3:4:5:6:7'],
    ['a hardware address', '3c:5a:b4:01:9e:7f'],
    ['code', 'std::vector'],
    ['code of hexadecimal letters', 'dead::beef'],
    ['two gaps', '2001::db8::1'],
    ['a group of five', '12345:db8::1'],
    ['a ratio', '1:2'],
  ],
});
