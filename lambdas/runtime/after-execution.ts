// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

const EventSchema = z.looseObject({
  source: z.literal('aws.states'),
  'detail-type': z.literal('Step Functions Execution Status Change'),
});

/** Whether this is EventBridge's news that an execution has ended. */
export const afterExecution = (event: unknown): boolean => EventSchema.safeParse(event).success;
