// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { FunctionName } from '../uses.ts';
import { noteFailure } from './report.ts';
import { traced } from './trace.ts';

/** What CloudFormation hands to a custom resource. */
const EventSchema = z.looseObject({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.record(z.string(), z.unknown()),
});
export type ResourceEvent = z.infer<typeof EventSchema>;
export type ResourceAnswer = Readonly<{ id: string; data?: Readonly<Record<string, string>> }>;

/** Told to whoever deploys, in the words of this error: nothing of a request is near. */
export class DeploymentRefused extends Error {
  override readonly name = 'DeploymentRefused';
}
const longest = 1000;

/**
 * A custom resource of the deployment, which answers CloudFormation itself: unanswered, a deployment waits for an
 * hour. A failure fails the deployment, with its sentences where they were written for that.
 */
export const handleResource =
  (name: FunctionName, work: (event: ResourceEvent) => Promise<ResourceAnswer>) =>
  (raw: unknown): Promise<void> =>
    traced(name, async () => {
      const event = EventSchema.parse(raw);
      const { StackId, RequestId, LogicalResourceId, PhysicalResourceId } = event;
      const said = async (): Promise<Readonly<Record<string, unknown>>> => {
        try {
          const { id, data = {} } = await work(event);
          return { Status: 'SUCCESS', PhysicalResourceId: id, Data: data };
        } catch (thrown) {
          noteFailure(name, thrown);
          const reason =
            thrown instanceof DeploymentRefused ? thrown.message : `${name} failed: see its log.`;
          return {
            Status: 'FAILED',
            Reason: reason.slice(0, longest),
            PhysicalResourceId: PhysicalResourceId ?? name,
          };
        }
      };
      const body = JSON.stringify({ StackId, RequestId, LogicalResourceId, ...(await said()) });
      // The URL is signed without a content type.
      const answer = await fetch(event.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } });
      if (!answer.ok) throw new Error(`CloudFormation did not take the answer: ${answer.status}.`);
    });
