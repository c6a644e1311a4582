// SPDX-License-Identifier: Apache-2.0
import type { Reply } from '../../lambdas/api/operation.ts';
import { securityHeaders } from '../../lambdas/api/security-headers.ts';

async function* encoded(events: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for await (const event of events) yield encoder.encode(event);
}

/** A reply of an operation as a response of the fetch standard. */
export function toResponse({ status, headers, body, events, stream }: Reply): Response {
  if (events !== undefined)
    return new Response(ReadableStream.from(encoded(events)), {
      status,
      headers: { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8', ...headers },
    });
  if (stream !== undefined)
    return new Response(ReadableStream.from(stream), { status, headers: { ...securityHeaders, ...headers } });
  if (body === undefined) return new Response(null, { status, headers: { ...securityHeaders, ...headers } });
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...securityHeaders, 'content-type': 'application/json', ...headers },
  });
}
