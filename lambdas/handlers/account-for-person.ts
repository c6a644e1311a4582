// SPDX-License-Identifier: Apache-2.0
import { accountForPerson } from '../api/account-for-person.ts';
import { archive, cases, catalogueQueries, custody, keys, people, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('account-for-person', accountForPerson, [
  archive,
  cases,
  catalogueQueries,
  custody,
  keys,
  people,
  policies,
]);
