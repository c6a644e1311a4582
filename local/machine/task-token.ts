// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Sources } from './sources.ts';

/** A new task token: 256 random bits in base64url. A bearer secret; only its digest is kept. */
export const newToken = (sources: Sources): string =>
  Buffer.from(sources.randomBytes(32)).toString('base64url');

/** What the database knows a token by. No key is needed: 256 random bits cannot be guessed from their SHA-256. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Takes the token out of text that goes into the history. */
export const withoutToken = (text: string, token: string | undefined): string =>
  token === undefined ? text : text.replaceAll(token, '[task token]');

/** Whether a string has the form of a token that this engine gives out. */
export const looksLikeToken = (token: string): boolean => /^[\w-]{43}$/.test(token);
