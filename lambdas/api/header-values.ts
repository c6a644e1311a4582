// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Headers } from './operation.ts';
import { Problem } from './problems.ts';

const wrong = (name: string, message: string) =>
  new Problem('invalid-request', { errors: [{ path: `headers.${name}`, message }] });

/** The caller's own key for a request: 1 to 255 visible ASCII characters. @throws Problem invalid-request */
export function idempotencyKey(headers: Headers): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw wrong('idempotency-key', 'must be 1 to 255 visible ASCII characters');
}

/**
 * The end user whose case is meant, percent-encoded (RFC 3986) where it is not plain ASCII. It travels in a
 * header because it identifies a person and URLs are logged. @throws Problem invalid-request
 */
export function endUser(headers: Headers): string | undefined {
  const value = headers['x-airlock-user'];
  if (value === undefined) return undefined;
  try {
    const user = decodeURIComponent(value);
    if (user.length >= 1 && user.length <= 256) return user;
  } catch {
    // Broken percent-encoding, which the error would quote.
  }
  throw wrong('x-airlock-user', 'must be 1 to 256 characters, percent-encoded');
}

/** The conversation to continue. @throws Problem invalid-request */
export function conversationOf(headers: Headers): string | undefined {
  const value = headers['x-airlock-conversation'];
  if (value === undefined || z.uuid().safeParse(value).success) return value;
  throw wrong('x-airlock-conversation', 'must be a conversation id that this service issued');
}
