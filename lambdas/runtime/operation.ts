// SPDX-License-Identifier: Apache-2.0
import type { Operation, Reply } from '../api/operation.ts';
import { securityHeaders } from '../api/security-headers.ts';
import { refusal, serve } from '../api/serve.ts';
import { awsPorts, type Opener } from '../aws/ports.ts';
import type { Ports } from '../ports.ts';
import type { FunctionName } from '../uses.ts';
import { callOf } from './call.ts';
import { noteFailure } from './report.ts';
import { traced } from './trace.ts';

/** What API Gateway takes back. */
export type Answered = Readonly<{
  statusCode: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

/** Serves one operation with the ports it uses, in a trace. The SDK asks again by itself: nobody else does. */
export function operationOf(name: FunctionName, operation: Operation, openers: readonly Opener[]) {
  const ports: Ports = awsPorts(openers, { attempts: 3 });
  const report = (id: string, thrown: unknown) => noteFailure(name, thrown, { problem: id });
  const answer = serve(operation, ports, report);
  const reply = async (event: unknown): Promise<Reply> => {
    try {
      return await answer(callOf(event));
    } catch (thrown) {
      return refusal(operation, thrown, ports, report);
    }
  };
  return (event: unknown): Promise<Reply> =>
    traced(name, async (annotate) => {
      const made = await reply(event);
      annotate({ status: made.status });
      return made;
    });
}

/** A reply that is whole: what is not, is streamed (`stream.ts`). */
export const whole = ({ status, headers, body }: Reply): Answered => ({
  statusCode: status,
  headers: {
    ...securityHeaders,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  body: body === undefined ? '' : JSON.stringify(body),
});

/** An operation of the API as a Lambda function behind API Gateway. */
export function handleOperation(
  name: FunctionName,
  operation: Operation,
  openers: readonly Opener[],
): (event: unknown) => Promise<Answered> {
  const answer = operationOf(name, operation, openers);
  return async (event) => whole(await answer(event));
}
