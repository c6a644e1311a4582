// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const script = fileURLToPath(new URL('../../bin/print-openapi.ts', import.meta.url));

const OperationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string().optional(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().default(false),
      }),
    )
    .default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
    .optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string().default('') })),
});
const DocumentSchema = z.looseObject({
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }),
});

export type ApiOperation = z.infer<typeof OperationSchema>;
export type ApiDocument = z.infer<typeof DocumentSchema>;

let read: ApiDocument | undefined;

/**
 * The API's document (OpenAPI 3.1) as the operations of today make it. It is asked for from outside, since the deployment
 * may not know the code it deploys; once a process.
 */
export const apiDocument = (): ApiDocument =>
  (read ??= DocumentSchema.parse(
    JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })),
  ));
