// SPDX-License-Identifier: Apache-2.0
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { asking as askingAny, type Names } from './asking.ts';

/** Within InvokeModel's own 290 s for two models in turn. */
const requestTimeout = 120_000;

/**
 * The one Bedrock Runtime client of a process. Retries are the workflow's and the next model's: the SDK makes
 * none of its own, or they would multiply. HTTP/1.1, since long answers gain nothing from multiplexing.
 */
export const bedrockClient = (): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3000,
      requestTimeout,
      throwOnRequestTimeout: true,
    }),
  });

/** Bedrock Runtime's exceptions by what can be done about them; what is not listed is worth another try. */
const named: Names = {
  ModelNotReadyException: 'Throttled',
  ServiceQuotaExceededException: 'Throttled',
  // Another model may still answer; the same call never will.
  AccessDeniedException: 'Malformed',
  ResourceNotFoundException: 'Malformed',
  ValidationException: 'Malformed',
  SyntaxError: 'Malformed',
};

/** Calls Bedrock Runtime; whatever it or the network throws becomes a failure of the closed list. */
export const asking = <Result>(work: () => Promise<Result>): Promise<Result> => askingAny(work, named);
