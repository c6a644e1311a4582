// SPDX-License-Identifier: Apache-2.0

type Refusal = Readonly<{ status: number; code: string; title: string; detail: string; retryAfter?: number }>;

/** What API Gateway answers by itself, in the words of docs/errors.md. Never what was sent: a body may hold anything. */
const refusals: Readonly<Record<string, Refusal>> = {
  UNAUTHORIZED: {
    status: 401,
    code: 'no-token',
    title: 'No token',
    detail: 'Send a bearer token in the Authorization header.',
  },
  EXPIRED_TOKEN: {
    status: 401,
    code: 'token-expired',
    title: 'Token expired',
    detail: 'The token has expired.',
  },
  ACCESS_DENIED: {
    status: 403,
    code: 'forbidden',
    title: 'Forbidden',
    detail: 'The token’s groups do not allow this operation.',
  },
  INVALID_API_KEY: {
    status: 403,
    code: 'forbidden',
    title: 'Forbidden',
    detail: 'Send the API key of your tenant in the x-api-key header.',
  },
  WAF_FILTERED: {
    status: 403,
    code: 'forbidden',
    title: 'Forbidden',
    detail: 'The request was refused at the door.',
  },
  BAD_REQUEST_BODY: {
    status: 400,
    code: 'invalid-request',
    title: 'Invalid request',
    detail: 'The request does not have the shape that the API describes.',
  },
  BAD_REQUEST_PARAMETERS: {
    status: 400,
    code: 'invalid-request',
    title: 'Invalid request',
    detail: 'The request does not have the shape that the API describes.',
  },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 404,
    code: 'not-found',
    title: 'Not found',
    detail: 'There is nothing here for you.',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    code: 'body-too-large',
    title: 'Body too large',
    detail: 'The body is larger than 1 MB.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    code: 'unsupported-media-type',
    title: 'Unsupported media type',
    detail: 'The body must be application/json.',
  },
  THROTTLED: {
    status: 429,
    code: 'throttled',
    title: 'Throttled',
    detail: 'Too many calls: try again shortly.',
    retryAfter: 1,
  },
  QUOTA_EXCEEDED: {
    status: 429,
    code: 'budget-exceeded',
    title: 'Budget exceeded',
    detail: 'The budget of the tenant for today is used up: the next day begins at midnight UTC.',
    retryAfter: 3600,
  },
  DEFAULT_4XX: {
    status: 400,
    code: 'invalid-request',
    title: 'Invalid request',
    detail: 'The request does not have the shape that the API describes.',
  },
  DEFAULT_5XX: {
    status: 503,
    code: 'unavailable',
    title: 'Unavailable',
    detail: 'A service behind this one does not answer.',
    retryAfter: 5,
  },
};

const response = ({ status, code, title, detail, retryAfter }: Refusal) => ({
  statusCode: status,
  responseParameters: {
    'gatewayresponse.header.Content-Type': "'application/problem+json'",
    'gatewayresponse.header.Cache-Control': "'no-store'",
    ...(retryAfter === undefined ? {} : { 'gatewayresponse.header.Retry-After': `'${retryAfter}'` }),
    ...(status === 401 ? { 'gatewayresponse.header.WWW-Authenticate': "'Bearer'" } : {}),
  },
  responseTemplates: {
    'application/json': JSON.stringify({
      type: `urn:prompt-airlock:problem:${code}`,
      title,
      status,
      code,
      detail,
    }),
  },
});

export const gatewayResponses: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(refusals).map(([name, refusal]) => [name, response(refusal)]),
);
