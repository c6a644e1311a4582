// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { stepNames } from '../../lambdas/steps/index.ts';
import { GatewayStack } from '../../lib/gateway-stack.ts';

const file = readFileSync(new URL('../../statemachines/airlock.asl.json', import.meta.url), 'utf8');
const template = Template.fromStack(new GatewayStack(new App(), 'Gateway'));
const machine = Object.values(template.findResources('AWS::StepFunctions::StateMachine'))[0]![
  'Properties'
] as Record<string, unknown>;

describe('the synthesised state machine', () => {
  it('is the very file that the laptop runs', () => expect(machine['DefinitionString']).toBe(file));

  it('has a substitution for every name in the file, and no other', () => {
    const named = new Set([...file.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!));
    expect(Object.keys(machine['DefinitionSubstitutions'] as object).sort()).toEqual([...named].sort());
    expect([...named].sort()).toEqual([...stepNames].sort());
  });

  it('may invoke exactly the functions it names', () => {
    const policies = Object.values(template.findResources('AWS::IAM::Policy')) as {
      Properties: { PolicyDocument: { Statement: { Action: unknown; Resource: unknown }[] } };
    }[];
    const invoke = policies
      .flatMap((policy) => policy.Properties.PolicyDocument.Statement)
      .filter((statement) => JSON.stringify(statement.Action).includes('lambda:InvokeFunction'));
    expect(invoke).toHaveLength(1);
    expect(invoke[0]!.Resource).toEqual(Object.values(machine['DefinitionSubstitutions'] as object));
  });

  it('logs no execution data and encrypts with a customer key that rotates', () => {
    expect(machine['LoggingConfiguration']).toMatchObject({ IncludeExecutionData: false });
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      EncryptionConfiguration: Match.objectLike({ Type: 'CUSTOMER_MANAGED_KMS_KEY' }),
    });
  });
});
