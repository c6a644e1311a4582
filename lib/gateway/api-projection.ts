// SPDX-License-Identifier: Apache-2.0
import type { ApiDocument, ApiOperation } from './api-document.ts';
import { gatewayResponses } from './gateway-responses.ts';
import { referredTo, simplerSchema } from './simpler-schema.ts';

export type Integration = Readonly<{ uri: string; streams: boolean; seconds: number }>;

export type ProjectionProps = Readonly<{
  /** Where each operation is served; by `operationId`. @throws Error when it is served nowhere */
  integrationOf: (operationId: string) => Integration;
  /** The role with which API Gateway calls functions. */
  roleArn: string;
  userPoolArn: string;
  /** What tokens have to be for: with a scope named, only access tokens are accepted. */
  scope: string;
  /** Operations that want the API key of their tenant. */
  keyed: readonly string[];
  /** Resource policy of the API. */
  policy?: unknown;
}>;

/** API Gateway waits 29 seconds for an answer that comes at once, and 15 minutes for one that is streamed. */
const longest = { at: 29_000, streamed: 900_000 };

const integration = ({ uri, streams, seconds }: Integration, roleArn: string) => ({
  type: 'aws_proxy',
  httpMethod: 'POST',
  uri,
  credentials: roleArn,
  timeoutInMillis: Math.min(seconds * 1000, streams ? longest.streamed : longest.at),
  ...(streams ? { responseTransferMode: 'STREAM' } : {}),
});

const project = (operation: ApiOperation, props: ProjectionProps) => {
  const { operationId, summary, parameters, requestBody, responses, security } = operation;
  const open = security.length === 0;
  const schema = requestBody?.content['application/json']?.schema;
  return {
    operationId,
    summary,
    parameters: parameters.map(({ name, in: place, required }) => ({
      name,
      in: place,
      required,
      schema: { type: 'string' },
    })),
    ...(schema === undefined
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: simplerSchema(schema) } } },
        }),
    responses: Object.fromEntries(
      Object.entries(responses)
        .filter(([status]) => status !== 'default')
        .map(([status, { description }]) => [status, { description }]),
    ),
    security: open
      ? []
      : [{ people: [props.scope], ...(props.keyed.includes(operationId) ? { tenantKey: [] } : {}) }],
    'x-amazon-apigateway-request-validator': 'all',
    'x-amazon-apigateway-integration': integration(props.integrationOf(operationId), props.roleArn),
  };
};

/** The component schemas that request bodies lead to, and no others. */
function reachable(document: ApiDocument, from: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const wanted = referredTo(from);
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (name in found) continue;
    found[name] = simplerSchema(document.components.schemas[name]);
    wanted.push(...referredTo(found[name]));
  }
  return found;
}

/**
 * The document as API Gateway imports it: OpenAPI 3.0, no keyword that it does not know, every operation with its
 * authoriser, its validation and the function that serves it.
 */
export function apiProjection(document: ApiDocument, props: ProjectionProps): Record<string, unknown> {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [method, project(operation, props)]),
      ),
    ]),
  );
  return {
    openapi: '3.0.1',
    info: { title: document.info.title, version: document.info.version },
    paths,
    components: {
      schemas: reachable(document, paths),
      securitySchemes: {
        people: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [props.userPoolArn] },
        },
        tenantKey: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      },
    },
    'x-amazon-apigateway-request-validators': {
      all: { validateRequestBody: true, validateRequestParameters: true },
    },
    'x-amazon-apigateway-gateway-responses': gatewayResponses,
    ...(props.policy === undefined ? {} : { 'x-amazon-apigateway-policy': props.policy }),
  };
}
