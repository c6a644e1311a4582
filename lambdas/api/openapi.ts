// SPDX-License-Identifier: Apache-2.0
import type { Operation } from './operation.ts';

/** The operation that answers with the document, which is asked for when it is first needed, and once. */
export const openapiOf = (document: () => Promise<object>): Operation => {
  let made: Promise<object> | undefined;
  return {
    id: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document.',
    groups: [],
    replies: { 200: { description: 'OpenAPI 3.1.' } },
    handle: () => async () => ({ status: 200, body: await (made ??= document()) }),
  };
};

/** The document is made of the operations themselves: its library is not needed to serve other requests. */
export const openapi = (operations: () => readonly Operation[]): Operation =>
  openapiOf(async () => (await import('./openapi-document.ts')).openapiDocument(operations()));
