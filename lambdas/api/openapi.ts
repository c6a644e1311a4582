// SPDX-License-Identifier: Apache-2.0
import type { Operation } from './operation.ts';

/** The document is made when it is first asked for: its library is not needed to serve requests. */
export const openapi = (operations: () => readonly Operation[]): Operation => {
  let made: Promise<object> | undefined;
  return {
    id: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document.',
    groups: [],
    replies: { 200: { description: 'OpenAPI 3.1.' } },
    handle: () => async () => {
      made ??= import('./openapi-document.ts').then(({ openapiDocument }) => openapiDocument(operations()));
      return { status: 200, body: await made };
    },
  };
};
