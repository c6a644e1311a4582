// SPDX-License-Identifier: Apache-2.0
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { problemReply } from '../../lambdas/api/problem-document.ts';
import { Problem, type ProblemCode } from '../../lambdas/api/problems.ts';
import { securityHeaders } from '../../lambdas/api/security-headers.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** What cannot be read as HTTP, or has headers that are too large, gets a problem too, and nothing of it back. */
export function refuseNotHttp(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Whoever went away, or has had an answer begun, gets no other.
    if (error.code === 'ECONNRESET' || !socket.writable || ('_httpMessage' in socket && socket._httpMessage))
      return void socket.destroy();
    const { status, headers, body } = problemReply(new Problem(codes[error.code ?? ''] ?? 'invalid-http'));
    const text = JSON.stringify(body);
    const lines = {
      ...securityHeaders,
      ...headers,
      'content-length': String(Buffer.byteLength(text)),
      connection: 'close',
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head.join('')}\r\n${text}`);
  });
}
