// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import type { NamedHeader, Operation } from './operation.ts';
import { ChatErrorSchema, ProblemSchema } from './problem-document.ts';

const headerDocs: Readonly<Record<NamedHeader, string>> = {
  'idempotency-key': 'The same key with the same body is the same case; 1 to 255 visible ASCII characters.',
  prefer: '`wait=N` (RFC 7240): wait up to N seconds, at most 60.',
  'x-airlock-conversation': 'The conversation to continue.',
  'x-airlock-user': 'The end user that the request named as `user`, percent-encoded.',
};

const headersOf = (each: Operation): z.ZodObject | undefined =>
  each.headers === undefined
    ? undefined
    : z.object(
        Object.fromEntries(
          each.headers.map((name) => [name, z.string().optional().meta({ description: headerDocs[name] })]),
        ),
      );

/** Parameters are strict objects throughout, so the type only forgets what the operation knew. */
const asObject = (schema: z.ZodType | undefined): z.ZodObject | undefined =>
  schema instanceof z.ZodObject ? schema : undefined;

function responsesOf(each: Operation): ZodOpenApiResponsesObject {
  const replies = Object.entries(each.replies).map(([status, { description, schema, contentType }]) => [
    status,
    schema === undefined
      ? { description }
      : { description, content: { [contentType ?? 'application/json']: { schema } } },
  ]);
  const error =
    each.errors === 'chat'
      ? { 'application/json': { schema: ChatErrorSchema } }
      : { 'application/problem+json': { schema: ProblemSchema } };
  return {
    ...(Object.fromEntries(replies) as ZodOpenApiResponsesObject),
    default: { description: 'A refusal or a failure: docs/errors.md.', content: error },
  };
}

/** OpenAPI 3.1.1 of a list of operations, from the schemas that their calls are parsed with. */
export function openapiDocument(operations: readonly Operation[]): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const each of operations) {
    const path = asObject(each.params);
    const query = asObject(each.query);
    const header = headersOf(each);
    paths[each.path] = {
      ...paths[each.path],
      [each.method.toLowerCase()]: {
        operationId: each.id,
        summary: each.summary,
        ...(each.groups.length === 0
          ? { security: [] }
          : { description: `Groups: ${each.groups.join(', ')}.`, security: [{ token: [] }] }),
        requestParams: {
          ...(path === undefined ? {} : { path }),
          ...(query === undefined ? {} : { query }),
          ...(header === undefined ? {} : { header }),
        },
        ...(each.body === undefined
          ? {}
          : { requestBody: { required: true, content: { 'application/json': { schema: each.body } } } }),
        responses: responsesOf(each),
      },
    };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'prompt-airlock',
      version: '1',
      description:
        'Requests to an AI model that pass an airlock: identities out, screened both ways, reviewed when in doubt, recorded before release.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
}
