// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Guardrails } from '../../lib/gateway/guardrails.ts';
import { readSettings, type Settings } from '../../lib/settings.ts';
import { cdkContext, stageOf } from './stages.ts';

const policies = readdirSync(new URL('../../policies/', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .map(
    (file) =>
      JSON.parse(readFileSync(new URL(`../../policies/${file}`, import.meta.url), 'utf8')) as {
        id: string;
        denied: { topics: { name: string }[]; words: string[] };
      },
  );
const presets = cdkContext()['airlock'] as Record<string, unknown>;
const production = readSettings('production', presets['production']);
const made = stageOf('production')
  .gateway.all('AWS::Bedrock::Guardrail')
  .map(({ Properties }) => Properties);
const named = (name: string) => made.find((each) => each['Name'] === `prompt-airlock-production-${name}`)!;

/** Logical ids of the versions that these settings make. */
const versionsOf = (settings: Settings): string[] => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new Guardrails(stack, 'Guardrails', { settings });
  return Object.entries(
    app.synth().getStackByName('Stack').template.Resources as Record<string, { Type: string }>,
  )
    .filter(([, { Type }]) => Type === 'AWS::Bedrock::GuardrailVersion')
    .map(([id]) => id);
};

describe('guardrails', () => {
  it.each(policies.map((policy) => [policy.id, policy] as const))(
    'of %s deny its topics and words',
    (id, { denied }) => {
      const guardrail = named(id) as {
        TopicPolicyConfig?: { TopicsConfig: { Name: string; Type: string }[] };
        WordPolicyConfig?: { WordsConfig: { Text: string }[] };
      };
      expect(guardrail.TopicPolicyConfig?.TopicsConfig.map(({ Name, Type }) => [Name, Type]) ?? []).toEqual(
        denied.topics.map(({ name }) => [name, 'DENY']),
      );
      expect(guardrail.WordPolicyConfig?.WordsConfig.map(({ Text }) => Text) ?? []).toEqual(denied.words);
    },
  );

  it('report identifiers and mask none: what is taken out is the project’s own decision', () => {
    for (const { id } of policies)
      for (const entity of (named(id)['SensitiveInformationPolicyConfig'] as { PiiEntitiesConfig: object[] })
        .PiiEntitiesConfig)
        expect(entity).toMatchObject({
          InputAction: 'NONE',
          OutputAction: 'NONE',
          InputEnabled: true,
          OutputEnabled: true,
        });
  });

  it('look for attacks on the way in', () => {
    for (const guardrail of made)
      expect((guardrail['ContentPolicyConfig'] as { FiltersConfig: object[] }).FiltersConfig).toContainEqual({
        Type: 'PROMPT_ATTACK',
        InputStrength: 'HIGH',
        OutputStrength: 'NONE',
      });
  });

  it('leave the Region only where the settings accept it', () => {
    for (const guardrail of made)
      expect(guardrail).toMatchObject({
        CrossRegionConfig: {
          GuardrailProfileArn: 'arn:aws:bedrock:us-east-1:111122223333:guardrail-profile/us.guardrail.v1:0',
        },
      });
    for (const { Properties } of stageOf('staging').gateway.all('AWS::Bedrock::Guardrail'))
      expect(Properties).not.toHaveProperty('CrossRegionConfig');
  });

  it('have a version for each configuration, and keep those of before', () => {
    const versions = stageOf('production').gateway.all('AWS::Bedrock::GuardrailVersion');
    expect(versions).toHaveLength(policies.length + 1);
    for (const { DeletionPolicy, UpdateReplacePolicy } of versions)
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  it('get a new version when the configuration changes, and only then', () => {
    const before = versionsOf(production);
    expect(versionsOf({ ...production, vaultDays: 1 })).toEqual(before);
    const after = versionsOf({ ...production, guardrail: { tier: 'CLASSIC' } });
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });
});
