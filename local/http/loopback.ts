// SPDX-License-Identifier: Apache-2.0

const names = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a Host header names this machine's own loopback. A page of the web can have its own name point to 127.0.0.1
 * (DNS rebinding): then its scripts are of one origin with this server, and only the name tells.
 */
export function isLoopback(host: string | undefined, port: number): boolean {
  return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}
