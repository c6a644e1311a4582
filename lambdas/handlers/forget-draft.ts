// SPDX-License-Identifier: Apache-2.0
import { forgetDraft } from '../api/draft.ts';
import { cases, keys, notify, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('forget-draft', forgetDraft, [cases, keys, notify, policies, vault]);
