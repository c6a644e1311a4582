// SPDX-License-Identifier: Apache-2.0
import { type EventPattern, Rule, RuleTargetInput, EventField } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type ThreatFindingsProps = Readonly<{
  /** Beginning of the names of everything of this stage. */
  prefix: string;
  topic: ITopic;
  deadLetters: IQueue;
}>;

const patterns = (prefix: string): Record<string, EventPattern> => {
  const named = [{ wildcard: `*${prefix}*` }];
  return {
    GuardDuty: {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Finding'],
      detail: {
        severity: [{ numeric: ['>=', 4] }],
        $or: [
          { resource: { accessKeyDetails: { userName: named } } },
          { resource: { s3BucketDetails: { name: named } } },
          { resource: { lambdaDetails: { functionName: named } } },
        ],
      },
    },
    SecurityHub: {
      source: ['aws.securityhub'],
      detailType: ['Security Hub Findings - Imported'],
      detail: {
        findings: {
          Resources: { Id: named },
          Severity: { Label: ['MEDIUM', 'HIGH', 'CRITICAL'] },
          RecordState: ['ACTIVE'],
          Workflow: { Status: ['NEW'] },
        },
      },
    },
  };
};

/** What GuardDuty and Security Hub find about this deployment goes to its alarms, where the account has them. */
export class ThreatFindings extends Construct {
  constructor(scope: Construct, id: string, { prefix, topic, deadLetters }: ThreatFindingsProps) {
    super(scope, id);
    for (const [name, eventPattern] of Object.entries(patterns(prefix)))
      new Rule(this, name, {
        description: `Findings of ${name} about ${prefix}`,
        eventPattern,
        targets: [
          new SnsTopic(topic, {
            deadLetterQueue: deadLetters,
            message: RuleTargetInput.fromObject({
              from: name,
              at: EventField.time,
              account: EventField.account,
              eventId: EventField.eventId,
            }),
          }),
        ],
      });
  }
}
