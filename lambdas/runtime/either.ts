// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

type Handler = (event: unknown) => Promise<unknown>;
const FromGateway = z.looseObject({ requestContext: z.looseObject({}), httpMethod: z.string() });

/** One function for an operation of the API and for a schedule that does the same: API Gateway's events tell. */
export const either =
  (operation: Handler, task: Handler): Handler =>
  (event) =>
    (FromGateway.safeParse(event).success ? operation : task)(event);
