// SPDX-License-Identifier: Apache-2.0
import { findPerson } from '../api/find-person.ts';
import { archive, cases, custody, keys, people, policies } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('find-person', findPerson, [
  archive,
  cases,
  custody,
  keys,
  people,
  policies,
]);
