// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { stepNames } from '../../lambdas/steps/index.ts';
import { type FunctionName, functions } from '../../lambdas/uses.ts';
import { stageOf } from './stages.ts';

const file = readFileSync(new URL('../../statemachines/airlock.asl.json', import.meta.url), 'utf8');
const { gateway } = stageOf('production');
const machine = gateway.all('AWS::StepFunctions::StateMachine')[0]!.Properties;
const substitutions = machine['DefinitionSubstitutions'] as Record<string, string>;
const raw = Object.values(gateway.template.Resources).find(
  ({ Type }) => Type === 'AWS::StepFunctions::StateMachine',
)!.Properties as { DefinitionSubstitutions: Record<string, { Ref: string }> };

describe('the synthesised state machine', () => {
  it('is the very file that the laptop runs', () => expect(machine['DefinitionString']).toBe(file));

  it('has a substitution for every name in the file, and no other', () => {
    const named = new Set([...file.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!));
    expect(Object.keys(substitutions).sort()).toEqual([...named].sort());
    expect([...named].sort()).toEqual([...stepNames].sort());
  });

  it('names published versions, which stay when they are replaced', () => {
    for (const { Ref } of Object.values(raw.DefinitionSubstitutions))
      expect(gateway.template.Resources[Ref]).toMatchObject({
        Type: 'AWS::Lambda::Version',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      });
  });

  it('may invoke every version of exactly the functions it names, so that old executions end', () => {
    const states = (Object.keys(functions) as FunctionName[]).filter((name) => 'state' in functions[name]);
    const invoke = gateway
      .all('AWS::IAM::ManagedPolicy')
      .filter(({ Properties }) => Properties['ManagedPolicyName'] === 'prompt-airlock-production-workflow')
      .flatMap(
        ({ Properties }) =>
          (Properties['PolicyDocument'] as { Statement: { Action: unknown; Resource: unknown }[] }).Statement,
      )
      .filter(({ Action }) => JSON.stringify(Action).includes('lambda:'));
    expect(invoke).toEqual([
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: states
          .sort()
          .map(
            (name) => `arn:aws:lambda:us-east-1:111122223333:function:prompt-airlock-production-${name}:*`,
          ),
      },
    ]);
  });

  it('logs no execution data and encrypts with a customer key', () => {
    expect(machine['LoggingConfiguration']).toMatchObject({ IncludeExecutionData: false });
    expect(machine['EncryptionConfiguration']).toMatchObject({ Type: 'CUSTOMER_MANAGED_KMS_KEY' });
  });

  it('puts no condition of kms:ViaService on its own role, which would break executions', () => {
    const role = gateway
      .all('AWS::IAM::ManagedPolicy')
      .find(({ Properties }) => Properties['ManagedPolicyName'] === 'prompt-airlock-production-workflow');
    expect(role).toBeDefined();
    expect(JSON.stringify(role)).not.toContain('kms:ViaService');
  });
});
