// SPDX-License-Identifier: Apache-2.0
import { member } from '../../lambdas/recognizers/member.ts';
import { recognizes } from './table.ts';

recognizes(member, {
  finds: [
    ['a member', 'Member ID: XJH884120019', 'XJH884120019'],
    ['a policy', 'policy number 44-1209-83', '44-1209-83'],
    ['a group', 'Group #: 0088123', '0088123'],
    ['a claim', 'claim no. CLM20240019', 'CLM20240019'],
    ['a plan in short', 'ins: ZQ-440912', 'ZQ-440912'],
    ['Medicaid', 'Medicaid 88410233A', '88410233A'],
    ['spaced groups', 'subscriber 884 120 019', '884 120 019'],
  ],
  ignores: [
    ['an amount', 'the policy pays $50000'],
    ['a year', 'Medicare 2024 handbook'],
    ['staff', 'staff member of 12 years'],
    ['Part D', 'Medicare Part D'],
    ['a number without a label', '884120019'],
    ['three digits', 'group 123'],
    ['a family', 'a member of the family'],
    ['members of a team', '5 members of the team'],
    ['a group in general', 'group of 12 patients'],
  ],
});
