// SPDX-License-Identifier: Apache-2.0
import { reviewContainment } from '../api/containments.ts';
import { archive, cases, catalogueFiles, custody, keys, notify, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('review-containment', reviewContainment, [
  archive,
  cases,
  catalogueFiles,
  custody,
  keys,
  notify,
  policies,
  vault,
]);
