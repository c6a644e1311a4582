// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { macieIdentifiers } from '../../lib/watch/macie-identifiers.ts';
import { stageOf } from './stages.ts';

const { gateway } = stageOf('production');
const alarms = gateway.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const rules = gateway.all('AWS::Events::Rule').map(({ Properties }) => Properties);
const ruleOn = (text: string) =>
  rules.filter((rule) => JSON.stringify(rule['EventPattern'] ?? rule['ScheduleExpression']).includes(text));

describe('alarms', () => {
  it('all tell somebody, and say what they mean and where it is written what to do', () => {
    expect(alarms.length).toBeGreaterThanOrEqual(14);
    for (const alarm of alarms) {
      expect(alarm['AlarmActions']).toHaveLength(1);
      expect(alarm['AlarmDescription']).toMatch(/^[A-Z].*\. See docs\/operations\.md, "[a-z-]+"\.$/);
    }
  });

  it('are on error rate, throttles, old holds, expired reviews, detectors and dead letters', () => {
    const names = alarms.map((alarm) => String(alarm['AlarmName']).replace('prompt-airlock-production-', ''));
    for (const name of [
      'server-errors',
      'throttled',
      'executions-throttled',
      'review-escalated',
      'review-expired',
      'detector-unavailable',
      'dead-letters',
      'contained',
      'unusual-requests',
      'unusual-holds',
    ])
      expect(names).toContain(name);
  });

  it('on what is unusual learn what is usual', () =>
    expect(alarms.filter((alarm) => JSON.stringify(alarm).includes('ANOMALY_DETECTION_BAND'))).toHaveLength(
      2,
    ));

  it('watch counts that functions write with exactly these dimensions', () => {
    const report = readFileSync(new URL('../../lambdas/runtime/report.ts', import.meta.url), 'utf8');
    expect(report).toContain("namespace: 'PromptAirlock', serviceName: 'prompt-airlock'");
    const own = alarms.filter((alarm) =>
      ['Failed', 'Throttled', 'DetectorUnavailable'].includes(String(alarm['MetricName'])),
    );
    expect(own).toHaveLength(3);
    for (const alarm of own)
      expect(alarm['Dimensions']).toEqual([
        { Name: 'service', Value: 'prompt-airlock' },
        { Name: 'stage', Value: 'production' },
      ]);
  });
});

describe('what is announced', () => {
  it('of held, escalated and released cases is their id, tenant and kind', () => {
    const [announced] = ruleOn('escalated');
    const [target] = announced!['Targets'] as {
      InputTransformer: { InputPathsMap: Record<string, string> };
    }[];
    expect(Object.values(target!.InputTransformer.InputPathsMap).sort()).toEqual([
      '$.detail-type',
      '$.detail.caseId',
      '$.detail.tenantId',
    ]);
  });

  it('goes to encrypted topics', () => {
    for (const { Properties } of gateway.all('AWS::SNS::Topic'))
      expect(Properties['KmsMasterKeyId']).toBeDefined();
  });
});

describe('rules', () => {
  it('sweep at once what failed, timed out or was aborted, and every minute', () => {
    expect(ruleOn('TIMED_OUT')[0]).toMatchObject({
      EventPattern: {
        source: ['aws.states'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [
            'arn:aws:states:us-east-1:111122223333:stateMachine:prompt-airlock-production-workflow',
          ],
        },
      },
    });
    expect(ruleOn('rate(1 minute)')).toHaveLength(1);
  });

  it('bring held cases, and nothing else that is announced, to whoever makes test cases', () => {
    const [held, ...more] = rules.filter((rule) => /seed-?review/i.test(JSON.stringify(rule['Targets'])));
    expect(more).toEqual([]);
    expect(held).toMatchObject({ EventPattern: { source: ['prompt-airlock'], 'detail-type': ['held'] } });
    expect(held!['Targets']).toMatchObject([{ DeadLetterConfig: {}, RetryPolicy: {} }]);
  });

  it('bring findings of Macie to containment and to people, without what was found', () => {
    const [found] = ruleOn('Macie Finding');
    expect(JSON.stringify(found)).toContain('contain-finding');
    expect(JSON.stringify((found!['Targets'] as object[])[1])).not.toContain(
      '$.detail.classificationDetails',
    );
  });

  it.each(['GuardDuty Finding', 'Security Hub Findings - Imported'])(
    'bring %s about this deployment to the alarms',
    (type) => {
      expect(JSON.stringify(ruleOn(type)[0])).toContain('*prompt-airlock-production-*');
    },
  );

  it('keep what a target would not take', () => {
    for (const rule of rules.filter((each) => !JSON.stringify(each).includes('event-log')))
      for (const target of rule['Targets'] as { DeadLetterConfig?: object }[])
        expect([rule['Description'], target.DeadLetterConfig]).toEqual([
          rule['Description'],
          expect.any(Object),
        ]);
  });
});

describe('Macie', () => {
  it('is told forms of the recognizers, within its limits', () => {
    const told = gateway.all('AWS::Macie::CustomDataIdentifier').map(({ Properties }) => Properties);
    expect(told.map((each) => each['Regex']).sort()).toEqual(
      macieIdentifiers()
        .map(({ regex }) => regex)
        .sort(),
    );
    for (const { regex } of macieIdentifiers()) expect(() => new RegExp(regex)).not.toThrow();
  });

  it('is switched on by production, expected by staging, and left alone by a trial', () => {
    expect(gateway.all('AWS::Macie::Session')).toHaveLength(1);
    expect(stageOf('staging').gateway.all('AWS::Macie::Session')).toHaveLength(0);
    expect(stageOf('staging').gateway.all('Custom::AirlockMacieJob')).toHaveLength(1);
    expect(stageOf('trial').gateway.all('Custom::AirlockMacieJob')).toHaveLength(0);
  });
});

describe('money', () => {
  it('is told at half, at four fifths, and when it is going to be passed', () => {
    const budget = gateway.all('AWS::Budgets::Budget')[0]!.Properties as {
      NotificationsWithSubscribers: { Notification: { Threshold: number; NotificationType: string } }[];
    };
    expect(
      budget.NotificationsWithSubscribers.map(({ Notification }) => [
        Notification.Threshold,
        Notification.NotificationType,
      ]),
    ).toEqual([
      [50, 'ACTUAL'],
      [80, 'ACTUAL'],
      [100, 'FORECASTED'],
    ]);
  });
});
