// SPDX-License-Identifier: Apache-2.0
import { erasePerson } from '../api/erase-person.ts';
import { archive, cases, catalogueFiles, custodian, keys, people, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('erase-person', erasePerson, [
  archive,
  cases,
  catalogueFiles,
  custodian,
  keys,
  people,
  policies,
  vault,
]);
