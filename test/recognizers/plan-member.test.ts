// SPDX-License-Identifier: Apache-2.0
import { planMember } from '../../lambdas/recognizers/plan-member.ts';
import { recognizes } from './table.ts';

recognizes(planMember, {
  finds: [
    ['an insurer and a number', 'cc: gout, ins HMSA R0044821 active', 'R0044821'],
    ['an insurer of two words', 'Insurance: Blue Shield XQ8842109 verified', 'XQ8842109'],
    ['digits alone', 'payer Cigna 1188402937', '1188402937'],
  ],
  ignores: [
    ['an insurer without a number', 'ins HMSA, R side pain'],
    ['an amount', 'insurance Cigna paid 4,500'],
    ['a year', 'Insurance Plan 2026'],
    ['words', 'his insurance covers metformin 1000 mg'],
  ],
});
