// SPDX-License-Identifier: Apache-2.0
import { eraseCase } from '../api/erase-case.ts';
import { archive, cases, catalogueFiles, custodian, keys, people, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('erase-case', eraseCase, [
  archive,
  cases,
  catalogueFiles,
  custodian,
  keys,
  people,
  policies,
  vault,
]);
