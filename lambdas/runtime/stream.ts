// SPDX-License-Identifier: Apache-2.0
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Operation, Reply } from '../api/operation.ts';
import { securityHeaders } from '../api/security-headers.ts';
import type { Opener } from '../aws/ports.ts';
import type { FunctionName } from '../uses.ts';
import { operationOf, whole } from './operation.ts';

type Head = Readonly<{ statusCode: number; headers: Readonly<Record<string, string>> }>;
type Streaming = (event: unknown, response: Writable) => Promise<void>;
/** What Lambda's runtime for Node gives to functions whose answers are streamed. */
type Runtime = Readonly<{
  streamifyResponse: (handler: Streaming) => Streaming;
  HttpResponseStream: Readonly<{ from: (response: Writable, head: Head) => Writable }>;
}>;
declare const awslambda: Runtime;

function partsOf(reply: Reply): [Head, AsyncIterable<string | Uint8Array> | string[]] {
  const { status, headers, events, stream } = reply;
  const body = events ?? stream;
  if (body === undefined) {
    const { body: text, ...head } = whole(reply);
    return [head, [text]];
  }
  const type = events === undefined ? {} : { 'content-type': 'text/event-stream; charset=utf-8' };
  return [{ statusCode: status, headers: { ...securityHeaders, ...type, ...headers } }, body];
}

/** An operation whose answer may be long or late, as a Lambda function that streams it through API Gateway. */
export function streamOperation(
  name: FunctionName,
  operation: Operation,
  openers: readonly Opener[],
): Streaming {
  const answer = operationOf(name, operation, openers);
  return awslambda.streamifyResponse(async (event, response) => {
    const [head, body] = partsOf(await answer(event));
    await pipeline(Readable.from(body), awslambda.HttpResponseStream.from(response, head));
  });
}
