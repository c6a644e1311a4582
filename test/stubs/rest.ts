// SPDX-License-Identifier: Apache-2.0
import { type Answer, type Call, openStub, type Protocol, ServiceError, type Stub } from './service.ts';
import type { Principals } from './signature.ts';

/** Operations of AWS's REST-JSON by method and path; `{x}` is one part of the path. What is not listed is unknown. */
export type RestOperations = Readonly<Record<string, (call: Call) => unknown>>;

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** A service that speaks REST-JSON, and knows these operations. */
export function openRest(service: string, principals: Principals, operations: RestOperations): Promise<Stub> {
  const known = Object.keys(operations).map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { name, method, pattern: patternOf(path) };
  });
  const protocol: Protocol = {
    operationOf: ({ method, path }) =>
      known.find((each) => each.method === method && each.pattern.test(path))?.name,
    error: (error) => ({
      status: error.status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.name },
      body: JSON.stringify({ message: error.message }),
    }),
  };
  return openStub({
    service,
    protocol,
    principals,
    serve: async (call): Promise<Answer> => {
      const serve = operations[call.operation];
      if (serve === undefined) throw new ServiceError('UnknownOperationException');
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify((await serve(call)) ?? {}),
      };
    },
  });
}
