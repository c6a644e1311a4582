// SPDX-License-Identifier: Apache-2.0
import { chatCompletions } from '../api/chat-completions.ts';
import { cases, intake, keys, policies, vault, workflow } from '../aws/ports.ts';
import { streamOperation } from '../runtime/stream.ts';

export const handler = streamOperation(
  'chat-completions',
  chatCompletions({ waitSeconds: 240, keepAliveSeconds: 10 }),
  [cases, intake, keys, policies, vault, workflow],
);
