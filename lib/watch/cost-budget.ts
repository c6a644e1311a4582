// SPDX-License-Identifier: Apache-2.0
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';

/** A month's money, of what carries this project's tags: told at half, at four fifths, and when it is going to be passed. */
export class CostBudget extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { settings, topicArn }: { settings: Settings; topicArn: string },
  ) {
    super(scope, id);
    const subscribers = [{ subscriptionType: 'SNS', address: topicArn }];
    const tell = (threshold: number, notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: {
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
        notificationType,
      },
      subscribers,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: named(settings.stage, 'month'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: settings.alarms.monthlyUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:environment$${settings.stage}`] },
      },
      notificationsWithSubscribers: [tell(50, 'ACTUAL'), tell(80, 'ACTUAL'), tell(100, 'FORECASTED')],
    });
  }
}
