// SPDX-License-Identifier: Apache-2.0
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';

/** What the airlock says of its cases that people want to hear of at once. */
export const announced = ['held', 'escalated', 'closed', 'expired'] as const;

export type NotificationsProps = Readonly<{ settings: Settings; key: IKey; deadLetters: IQueue }>;

const topicFor = (scope: Construct, id: string, topicName: string, masterKey: IKey): Topic =>
  new Topic(scope, id, { topicName, masterKey, enforceSSL: true });

/**
 * The bus that cases are announced on, and two topics: what happens to cases, and what is wrong. An announcement says
 * which case of which tenant, and what happened: nothing of what it is about.
 */
export class Notifications extends Construct {
  readonly bus: EventBus;
  readonly cases: Topic;
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, { settings, key, deadLetters }: NotificationsProps) {
    super(scope, id);
    const { stage, alarms } = settings;
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: named(stage, 'cases'),
      kmsKey: key,
      deadLetterQueue: deadLetters,
    });
    this.cases = topicFor(this, 'Cases', named(stage, 'case-events'), key);
    this.alarms = topicFor(this, 'Alarms', named(stage, 'alarms'), key);
    for (const address of alarms.emails) this.alarms.addSubscription(new EmailSubscription(address));
    const field = (path: string) => EventField.fromPath(path);
    new Rule(this, 'Announced', {
      eventBus: this.bus,
      description: 'Held, escalated, released and expired cases, without content',
      eventPattern: { source: ['prompt-airlock'], detailType: [...announced] },
      targets: [
        new SnsTopic(this.cases, {
          deadLetterQueue: deadLetters,
          message: RuleTargetInput.fromObject({
            version: '1.0',
            source: 'custom',
            content: {
              title: `Case ${field('$.detail-type')}`,
              description: `Case ${field('$.detail.caseId')} of ${field('$.detail.tenantId')}: ${field('$.detail-type')}`,
            },
          }),
        }),
      ],
    });
    if (alarms.slack !== undefined)
      new SlackChannelConfiguration(this, 'Slack', {
        slackChannelConfigurationName: named(stage, 'alarms'),
        slackWorkspaceId: alarms.slack.workspace,
        slackChannelId: alarms.slack.channel,
        notificationTopics: [this.alarms, this.cases],
      });
  }
}
