// SPDX-License-Identifier: Apache-2.0
import { readDraft } from '../api/draft.ts';
import { cases, keys, notify, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('read-draft', readDraft, [cases, keys, notify, policies, vault]);
