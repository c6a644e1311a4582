// SPDX-License-Identifier: Apache-2.0
import { reveal } from '../api/reveal.ts';
import { cases, keys, medical, notify, policies, vault } from '../aws/ports.ts';
import { handleOperation } from '../runtime/operation.ts';

export const handler = handleOperation('reveal', reveal, [cases, keys, medical, notify, policies, vault]);
