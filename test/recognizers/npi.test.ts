// SPDX-License-Identifier: Apache-2.0
import { labelledNpi, npi } from '../../lambdas/recognizers/npi.ts';
import { recognizes } from './table.ts';

recognizes(npi, {
  finds: [
    ['ten digits', 'NPI 1056963956', '1056963956'],
    ['a first digit of 2', '2817360326', '2817360326'],
    ['groups', '1056-963-956', '1056-963-956'],
  ],
  ignores: [
    ['a wrong check digit', 'NPI 1056963957'],
    ['a first digit of 3', '3056963956'],
    ['nine digits', '105696395'],
    ['eleven digits', '10569639560'],
    ['one digit all over', '1111111112'],
  ],
});
recognizes(labelledNpi, {
  finds: [['a mistyped one', 'NPI: 1056963957', '1056963957']],
  ignores: [['the same without its label', '1056963957']],
});
