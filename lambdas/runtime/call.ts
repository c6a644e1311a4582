// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { principalOf } from '../api/claims.ts';
import { Problem } from '../api/problems.ts';
import { maxBodyBytes } from '../api/read-json.ts';
import type { RawCall } from '../api/serve.ts';

const strings = z.record(z.string(), z.string().optional());
/** What API Gateway hands over (REST API, proxy integration, payload 1.0): only what is needed. */
const EventSchema = z.looseObject({
  pathParameters: strings.nullish(),
  queryStringParameters: strings.nullish(),
  headers: strings.nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
  requestContext: z.looseObject({
    authorizer: z.looseObject({ claims: z.unknown().optional() }).nullish(),
  }),
});

const present = (values: Readonly<Record<string, string | undefined>> | null | undefined) =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** A call as it came through API Gateway, whose authorizer has verified the token. @throws Problem invalid-request */
export function callOf(event: unknown): RawCall {
  const parsed = EventSchema.safeParse(event);
  if (!parsed.success) throw new Problem('invalid-request');
  const { pathParameters, queryStringParameters, headers, body, isBase64Encoded, requestContext } =
    parsed.data;
  const named = Object.fromEntries(
    Object.entries(present(headers)).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    principal: principalOf(requestContext.authorizer?.claims),
    params: present(pathParameters),
    query: present(queryStringParameters),
    header: (name) => (Object.hasOwn(named, name) ? named[name] : undefined),
    body: async () => {
      const bytes = Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8');
      if (bytes.length > maxBodyBytes) throw new Problem('body-too-large');
      return bytes;
    },
  };
}
