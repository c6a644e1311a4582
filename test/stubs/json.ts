// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import { type Answer, type Call, type Protocol, ServiceError } from './service.ts';

/** AWS JSON 1.0 and 1.1: the operation in a header, names of errors in the body. */
export const jsonProtocol = (target: string, version: '1.0' | '1.1'): Protocol => ({
  operationOf: ({ method, headers }) => {
    const [prefix, operation] = (headers['x-amz-target'] ?? '').split('.');
    const right = method === 'POST' && headers['content-type'] === `application/x-amz-json-${version}`;
    return right && prefix === target ? operation : undefined;
  },
  error: (error) => ({
    status: error.status,
    headers: { 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify({ __type: `com.amazonaws#${error.name}`, message: error.message, ...error.facts }),
  }),
});

export const jsonAnswer = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(value),
});

/** What a call brings. A member that is missing, wrong or not known is an error, as with the real service. */
export function input<Schema extends z.ZodType>(schema: Schema, call: Call): z.infer<Schema> {
  const parsed = schema.safeParse(JSON.parse(call.body.toString('utf8')));
  if (!parsed.success) throw new ServiceError('ValidationException');
  return parsed.data;
}

export type Operations = Readonly<Record<string, (call: Call) => unknown>>;

/** Serves operations of JSON by name. */
export const serving =
  (operations: Operations) =>
  async (call: Call): Promise<Answer> => {
    const operation = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
    if (operation === undefined) throw new ServiceError('UnknownOperationException');
    return jsonAnswer(await operation(call));
  };
