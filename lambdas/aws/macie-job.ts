// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  CreateClassificationJobCommand,
  Macie2Client,
  UpdateClassificationJobCommand,
} from '@aws-sdk/client-macie2';
import { Failure } from '../failures.ts';
import { asking, type Names } from './asking.ts';
import type { Connection } from './connection.ts';

export type MacieJob = Readonly<{
  stage: string;
  account: string;
  buckets: readonly string[];
  /** Custom data identifiers, made from the project's recognizers. */
  identifierIds: readonly string[];
  frequency: 'day' | 'week';
  /** Of everything that it looks for: a job cannot be changed, so another hash is another job. */
  hash: string;
}>;

/** A job that is over already, or was never there, need not be ended. */
const over: Names = {
  ResourceNotFoundException: 'NotFound',
  ConflictException: 'NotFound',
  ValidationException: 'NotFound',
};

/**
 * Macie's scheduled job over what is readable of the archive. All managed identifiers: the recommended set leaves out
 * every one for health, names, addresses, birth dates and bank accounts.
 */
export function openMacieJobs({ own }: Connection) {
  const macie = new Macie2Client(own);
  return {
    /** Makes the job; the same one again is the same as once. @returns its id */
    create: async ({
      stage,
      account,
      buckets,
      identifierIds,
      frequency,
      hash,
    }: MacieJob): Promise<string> => {
      const token = createHash('sha256')
        .update(JSON.stringify([stage, buckets, identifierIds, frequency, hash]))
        .digest('hex');
      const command = new CreateClassificationJobCommand({
        clientToken: token,
        name: `prompt-airlock-${stage}-${token.slice(0, 12)}`,
        description: 'Identifiers in what was de-identified, and in records that hold none',
        jobType: 'SCHEDULED',
        initialRun: true,
        samplingPercentage: 100,
        scheduleFrequency:
          frequency === 'day' ? { dailySchedule: {} } : { weeklySchedule: { dayOfWeek: 'SUNDAY' } },
        managedDataIdentifierSelector: 'ALL',
        customDataIdentifierIds: [...identifierIds],
        s3JobDefinition: { bucketDefinitions: [{ accountId: account, buckets: [...buckets] }] },
        tags: { project: 'prompt-airlock', environment: stage },
      });
      const { jobId } = await asking(() => macie.send(command));
      if (jobId === undefined) throw new Failure('Malformed');
      return jobId;
    },
    /** Ends a job for good. Idempotent. */
    cancel: async (jobId: string): Promise<void> => {
      const command = new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' });
      await asking(() => macie.send(command), over).catch((thrown: unknown) => {
        if (!(thrown instanceof Failure) || thrown.name !== 'NotFound') throw thrown;
      });
    },
  };
}
