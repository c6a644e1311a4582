// SPDX-License-Identifier: Apache-2.0
import { card } from '../../lambdas/recognizers/card.ts';
import { recognizes } from './table.ts';

recognizes(card, {
  finds: [
    ['sixteen digits', '4742078023458889', '4742078023458889'],
    ['groups with spaces', 'Visa 4742 0780 2345 8889', '4742 0780 2345 8889'],
    ['groups with hyphens', '5232-1547-1059-0344', '5232-1547-1059-0344'],
    ['American Express', '3724 190271 15676', '3724 190271 15676'],
    ['thirteen digits', '4360144458886', '4360144458886'],
    ['twelve digits', '508917189062', '508917189062'],
    ['odd groups beside the word', 'my card is 47420 78023 458889', '47420 78023 458889'],
    ['a truncated number beside the word', 'card XXXX-XXXX-XXXX-8889', 'XXXX-XXXX-XXXX-8889'],
    ['two of them', 'cards 4742078023458889, 5232154710590344', '5232154710590344'],
  ],
  ignores: [
    ['a wrong check digit', '4742078023458880'],
    ['a wrong check digit beside the word', 'my card number is 4742 0780 2345 8880'],
    ['a range nobody issues', '9142078023458881'],
    ['a length the range does not issue', '47420780234586'],
    ['a longer number', '47420780234588891234567'],
    ['a decimal fraction', '0.4742078023458889'],
    ['letters around it', 'X4742078023458889Y'],
    ['a time stamp in milliseconds', '1718203948571'],
    ['zeros', '0000000000000000'],
    ['a tracking number', '1Z 9999 9999 9999'],
  ],
});
