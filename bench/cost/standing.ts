// SPDX-License-Identifier: Apache-2.0
import type { Standing } from './load.ts';

/** What each preset of cdk.json keeps running; test/lib/standing.test.ts counts the same in the templates. */
export const standings: readonly Standing[] = [
  { name: 'trial', endpoints: 0, zones: 0, keys: 5, wafRules: 6, alarms: 14 },
  { name: 'staging', endpoints: 11, zones: 2, keys: 5, wafRules: 6, alarms: 14 },
  { name: 'production', endpoints: 11, zones: 3, keys: 5, wafRules: 6, alarms: 14 },
];
