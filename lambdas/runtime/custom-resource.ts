// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { noteFailure } from './report.ts';
import type { FunctionName } from '../uses.ts';

/** What the provider framework of the CDK hands to a custom resource's `onEvent`. */
const EventSchema = z.looseObject({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.record(z.string(), z.unknown()),
});
export type ResourceEvent = z.infer<typeof EventSchema>;

/**
 * A custom resource of the deployment. Its errors fail the deployment: their sentences are written for whoever
 * deploys, and nothing of a request is near.
 */
export const handleResource =
  (
    name: FunctionName,
    work: (
      event: ResourceEvent,
    ) => Promise<Readonly<{ id: string; data?: Readonly<Record<string, string>> }>>,
  ) =>
  async (
    event: unknown,
  ): Promise<Readonly<{ PhysicalResourceId: string; Data: Readonly<Record<string, string>> }>> => {
    try {
      const { id, data = {} } = await work(EventSchema.parse(event));
      return { PhysicalResourceId: id, Data: data };
    } catch (thrown) {
      noteFailure(name, thrown);
      throw thrown;
    }
  };
