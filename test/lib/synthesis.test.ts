// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { assembly, cdkContext, stageOf, synthesise, templatesOf } from './stages.ts';

type Report = {
  pluginReports: {
    pluginName: string;
    conclusion: string;
    violations: { ruleName: string; severity: string }[];
  }[];
};
const reportIn = (folder: string): Report =>
  JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')) as Report;
const airlock = cdkContext()['airlock'] as Record<string, Record<string, unknown>>;
const withPreset = (name: string, settings: Record<string, unknown>) =>
  synthesise({ ...cdkContext(), airlock: { [name]: settings } });

describe('synthesis', () => {
  it('makes the two stacks of every preset', () =>
    expect(Object.keys(templatesOf(assembly())).sort()).toEqual(
      ['production', 'staging', 'trial']
        .flatMap((stage) => ['gateway', 'record'].map((part) => `PromptAirlock-${stage}-${part}`))
        .sort(),
    ));

  it('finds nothing against AWS Solutions, HIPAA, NIST 800-53 and PCI DSS that has no reason', () => {
    const { pluginReports } = reportIn(assembly());
    expect(pluginReports.filter(({ conclusion }) => conclusion !== 'success')).toEqual([]);
  });

  it('checks against all of them, and against CloudFormation’s own rules', () => {
    const source = readFileSync(new URL('../../lib/nag.ts', import.meta.url), 'utf8');
    for (const pack of ['AwsSolutionsChecks', 'HIPAASecurityChecks', 'NIST80053R5Checks', 'PCIDSS321Checks'])
      expect(source).toContain(`new ${pack}(app)`);
    expect(cdkContext()['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
  });

  it('gives every exception a reason of its own, and none by a wildcard', () => {
    const tree = readFileSync(join(assembly(), 'manifest.json'), 'utf8');
    const { artifacts } = JSON.parse(tree) as {
      artifacts: Record<
        string,
        {
          metadata?: Record<string, { type: string; data: Record<string, string> }[]>;
          additionalMetadataFile?: string;
        }
      >;
    };
    const acknowledged = Object.values(artifacts).flatMap(({ metadata = {}, additionalMetadataFile }) => {
      const more =
        additionalMetadataFile === undefined
          ? {}
          : (JSON.parse(readFileSync(join(assembly(), additionalMetadataFile), 'utf8')) as typeof metadata);
      return Object.values({ ...metadata, ...more })
        .flat()
        .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
        .flatMap(({ data }) => Object.entries(data));
    });
    expect(acknowledged.length).toBeGreaterThan(100);
    for (const [rule, reason] of acknowledged) {
      expect(rule).not.toMatch(/IAM[45]$/);
      expect([rule, reason.length > 40]).toEqual([rule, true]);
    }
  });

  it('stays within what CloudFormation takes: 500 resources, 200 outputs, a million bytes', () => {
    const files = readdirSync(assembly()).filter((file) => file.endsWith('.template.json'));
    for (const file of files) {
      const text = readFileSync(join(assembly(), file), 'utf8');
      const { Resources, Outputs = {} } = JSON.parse(text) as { Resources: object; Outputs?: object };
      expect([
        file,
        Object.keys(Resources).length <= 480,
        Object.keys(Outputs).length <= 200,
        Buffer.byteLength(text) < 1_000_000,
      ]).toEqual([file, true, true, true]);
    }
  });

  it('protects the record stacks from being deleted, and no other', () => {
    const { artifacts } = JSON.parse(readFileSync(join(assembly(), 'manifest.json'), 'utf8')) as {
      artifacts: Record<
        string,
        { type: string; properties?: { stackName?: string; terminationProtection?: boolean } }
      >;
    };
    for (const { type, properties } of Object.values(artifacts))
      if (type === 'aws:cloudformation:stack')
        expect([properties?.stackName, properties?.terminationProtection ?? false]).toEqual([
          properties?.stackName,
          properties?.stackName?.endsWith('-record'),
        ]);
  });

  it('fails with a sentence on wrong settings, and writes nothing to deploy', () => {
    const { folder, status, said } = withPreset('trial', { ...airlock['trial'], tenants: [] });
    expect([status, said.trim()]).toEqual([
      1,
      'cdk.json, airlock.trial:\n  tenants has to be at least 1 entries.',
    ]);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe('cfn-lint', () => {
  const installed = spawnSync('cfn-lint', ['--version']).status === 0;
  const run = installed ? it : it.skip;
  run(
    `finds no error in the largest templates${installed ? '' : ' (cfn-lint is not installed here: pip install cfn-lint)'}`,
    () => {
      const files = readdirSync(assembly()).filter(
        (file) => file.startsWith('production') && file.endsWith('.template.json'),
      );
      const { stdout } = spawnSync('cfn-lint', ['--format', 'parseable', ...files], {
        cwd: assembly(),
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      expect(stdout.split('\n').filter((line) => /:E\d{4}:/.test(line))).toEqual([]);
    },
  );

  it('is told to pass over one thing, in the one place where it is wrong', () => {
    const told = Object.values(stageOf('production').gateway.template.Resources).filter(
      (resource) => 'cfn-lint' in ((resource as { Metadata?: object }).Metadata ?? {}),
    );
    expect(told.map(({ Type }) => Type)).toEqual(['AWS::StepFunctions::StateMachine']);
  });
});
