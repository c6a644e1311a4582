// SPDX-License-Identifier: Apache-2.0
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { named } from '../names.ts';
import type { Settings } from '../settings.ts';
import { largerThan } from './larger-than.ts';

export type FirewallProps = Readonly<{ settings: Settings; stageArn: string; logs: ILogGroup }>;
type Rule = CfnWebACL.RuleProperty;

const visible = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples show headers of requests, tokens among them.
  sampledRequestsEnabled: false,
});

/** A managed group. `counted`: rules that would refuse what people may well ask about; the airlock looks at texts itself. */
const managed = (priority: number, name: string, counted: readonly string[] = []): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: visible(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

const rate = (
  priority: number,
  name: string,
  limit: number,
  by: Partial<CfnWebACL.RateBasedStatementProperty>,
): Rule => ({
  name,
  priority,
  action: {
    block: {
      customResponse: { responseCode: 429, responseHeaders: [{ name: 'Retry-After', value: '300' }] },
    },
  },
  visibilityConfig: visible(name),
  statement: { rateBasedStatement: { limit, evaluationWindowSec: 300, aggregateKeyType: 'IP', ...by } },
});

const rules = ({ api }: Settings): Rule[] => [
  {
    name: 'BodySize',
    priority: 0,
    action: { block: { customResponse: { responseCode: 413 } } },
    visibilityConfig: visible('BodySize'),
    statement: {
      regexMatchStatement: {
        regexString: largerThan(api.maxBodyBytes),
        fieldToMatch: { singleHeader: { Name: 'content-length' } },
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
  },
  rate(1, 'RatePerAddress', api.perFiveMinutes, {}),
  rate(2, 'RatePerToken', api.perFiveMinutes, {
    aggregateKeyType: 'CUSTOM_KEYS',
    customKeys: [{ header: { name: 'authorization', textTransformations: [{ priority: 0, type: 'MD5' }] } }],
  }),
  managed(3, 'AWSManagedRulesAmazonIpReputationList'),
  managed(4, 'AWSManagedRulesCommonRuleSet', [
    // 8 KB; ours is above.
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'EC2MetaDataSSRF_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    // Clients of AI APIs are programs.
    'NoUserAgent_HEADER',
  ]),
  managed(5, 'AWSManagedRulesKnownBadInputsRuleSet', ['Log4JRCE_BODY', 'JavaDeserializationRCE_BODY']),
];

/** In front of the API: sizes, rates and known bad addresses and requests. Bodies are looked at to 64 KB and never logged. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { settings, stageArn, logs }: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      name: named(settings.stage, 'api'),
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible(named(settings.stage, 'api')),
      associationConfig: { requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } } },
      rules: rules(settings),
    });
    new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: stageArn });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [logs.logGroupArn],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'x-api-key' } },
        { queryString: {} },
      ],
    });
  }
}
