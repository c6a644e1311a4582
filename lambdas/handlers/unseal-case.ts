// SPDX-License-Identifier: Apache-2.0
import { unsealCase } from '../api/unseal-case.ts';
import { archive, cases, custody, keys, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('unseal-case', unsealCase, [
  archive,
  cases,
  custody,
  keys,
  policies,
  vault,
]);
