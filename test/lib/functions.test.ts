// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { environmentFor, type FunctionName, functions } from '../../lambdas/uses.ts';
import { variables } from '../../lambdas/environment.ts';
import { stageOf } from './stages.ts';

const names = Object.keys(functions) as FunctionName[];
const functionsOf = (stage: 'trial' | 'production') => {
  const { record, gateway } = stageOf(stage);
  return Object.fromEntries(
    [...record.all('AWS::Lambda::Function'), ...gateway.all('AWS::Lambda::Function')].flatMap(
      ({ Properties }) => {
        const name = Properties['FunctionName'];
        return typeof name === 'string'
          ? [[name.replace(`prompt-airlock-${stage}-`, ''), Properties] as const]
          : [];
      },
    ),
  );
};
const production = functionsOf('production');
const trial = functionsOf('trial');
const environmentOf = (name: FunctionName) =>
  (production[name]!['Environment'] as { Variables: Record<string, string> }).Variables;

describe('functions', () => {
  it('are those of uses.ts, and no other', () =>
    expect(Object.keys(production).sort()).toEqual([...names].sort()));

  it.each(names)('%s runs on Node.js 24, arm64, as its own role, with its own time and memory', (name) =>
    expect(production[name]).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Role: `arn:aws:iam::111122223333:role/prompt-airlock-production-${name}`,
      Timeout: functions[name].seconds,
      MemorySize: functions[name].memory,
      TracingConfig: { Mode: 'Active' },
      ReservedConcurrentExecutions: 20,
    }),
  );

  it.each(names)('%s is told what its uses need and nothing else, as it will read it', (name) => {
    const told = environmentOf(name);
    expect(Object.keys(told).sort()).toEqual(
      [...new Set(['STAGE', ...environmentFor(functions[name].uses)])].sort(),
    );
    // Stand-ins for what CloudFormation makes up (ids of guardrails, ARNs of keys) have the form of neither.
    for (const [variable, value] of Object.entries(told))
      if (!value.includes('<'))
        expect([variable, variables[variable as keyof typeof variables].safeParse(value).success]).toEqual([
          variable,
          true,
        ]);
  });

  it('have their packages from the layer of their stack, whose versions stay for the versions that run on them', () => {
    const { record, gateway } = stageOf('production');
    for (const stack of [record, gateway]) {
      const layers = stack.all('AWS::Lambda::LayerVersion').filter(({ id }) => id.startsWith('Dependencies'));
      expect(layers).toMatchObject([
        {
          DeletionPolicy: 'Retain',
          Properties: { CompatibleRuntimes: ['nodejs24.x'], CompatibleArchitectures: ['arm64'] },
        },
      ]);
    }
    for (const name of names)
      expect([name, production[name]!['Layers']]).toEqual([name, [expect.stringMatching(/^<Dependencies/)]]);
  });

  it('are in private subnets in production, and nowhere in a trial', () => {
    for (const name of names) {
      expect(production[name]).toMatchObject({
        VpcConfig: { SubnetIds: expect.any(Array), SecurityGroupIds: expect.any(Array) },
      });
      expect(trial[name]).not.toHaveProperty('VpcConfig');
    }
  });

  it('keep what they could not handle, where nobody waits for an answer', () =>
    expect(names.filter((name) => production[name]!['DeadLetterConfig'] !== undefined).sort()).toEqual([
      'contain-finding',
      'seal-archive',
      'seed-review',
      'sweep',
    ]));

  it('are published as versions where the workflow calls them, and those stay', () => {
    const states = names.filter((name) => 'state' in functions[name]);
    const versions = stageOf('production').gateway.all('AWS::Lambda::Version');
    expect(versions.map(({ Properties }) => Properties['FunctionName']).sort()).toEqual(
      states.map((name) => `prompt-airlock-production-${name}`).sort(),
    );
    for (const { DeletionPolicy } of versions) expect(DeletionPolicy).toBe('Retain');
  });

  it('share the account’s concurrency in a trial, which may have ten', () => {
    for (const name of names) expect(trial[name]).not.toHaveProperty('ReservedConcurrentExecutions');
  });
});

describe('how what is archived is locked', () => {
  it.each([
    ['trial', 'GOVERNANCE'],
    ['production', 'COMPLIANCE'],
  ] as const)('%s tells every function that reads policies: %s', (stage, mode) => {
    const told = stageOf(stage)
      .gateway.all('AWS::Lambda::Function')
      .flatMap(({ Properties }) => {
        const { Variables } = (Properties['Environment'] ?? {}) as { Variables?: Record<string, string> };
        return Variables?.['EFFORT'] === undefined ? [] : [Variables['RETENTION_MODE']];
      });
    expect(told.length).toBeGreaterThan(5);
    expect(new Set(told)).toEqual(new Set([mode]));
  });
});

describe('the dead-letter queue', () => {
  it('is encrypted with a customer key', () =>
    expect(stageOf('production').gateway.all('AWS::SQS::Queue')[0]!.Properties).toMatchObject({
      KmsMasterKeyId: expect.any(String),
      MessageRetentionPeriod: 1_209_600,
    }));
});
