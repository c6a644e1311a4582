// SPDX-License-Identifier: Apache-2.0
import { securityHeaders } from '../../lambdas/api/security-headers.ts';

/**
 * What the console's files are sent with; CloudFront sends the same (docs/console.md). Scripts and styles are files of this origin: none
 * inline, none by name of another. Fonts are inside the style sheet.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const consoleHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': policy,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
};
