// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { isFor } from './accept.ts';
import { operation } from './operation.ts';

const ModelSchema = z.strictObject({
  id: z.string(),
  object: z.literal('model'),
  created: z.int(),
  owned_by: z.string(),
});

/** GET /v1/models: the policies this tenant may use, under the name that a chat completion asks for. */
export const listModels = operation({
  id: 'listModels',
  method: 'GET',
  path: '/v1/models',
  summary: 'The policies this tenant may use, as OpenAI-compatible model names.',
  groups: ['requester'],
  errors: 'chat',
  replies: {
    200: {
      description: 'All of them.',
      schema: z.strictObject({ object: z.literal('list'), data: z.array(ModelSchema) }),
    },
  },
  handle: (ports) => async (call) => {
    const usable = ports.policies.ids().filter((id) => {
      const current = ports.policies.current(id);
      return current !== undefined && isFor(current.policy, call.principal.tenantId);
    });
    const data = usable.map((id) => ({ id, object: 'model', created: 0, owned_by: 'prompt-airlock' }));
    return { status: 200, body: { object: 'list', data } };
  },
});
