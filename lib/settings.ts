// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import { brokenTerms } from './policy-terms.ts';
import { checkRegions, medicalRegions, prefixLists, standardTierRegions } from './regions.ts';
import { sentences } from './setting-sentences.ts';
import { SettingsSchema } from './settings-schema.ts';

export type Settings = Readonly<z.infer<typeof SettingsSchema>> & Readonly<{ stage: string }>;

/** A mistake in the settings: one sentence each, and what to write instead. */
export class SettingMistakes extends Error {
  override readonly name = 'SettingMistakes';
}

/** A function's environment holds 4 kB in all (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html): this much of it may be tenants. */
const tenantBytes = 2000;
const bytesOf = (tenants: z.infer<typeof SettingsSchema>['tenants']): number =>
  Buffer.byteLength(JSON.stringify(tenants));

/** What contradicts itself, or promises what a Region or this deployment cannot keep. */
function contradictions(stage: string, settings: z.infer<typeof SettingsSchema>): string[] {
  const { region, guardrail, detection, retention, archive, account, network, api, console } = settings;
  const found: (string | false)[] = [
    new Set(settings.tenants.map(({ id }) => id)).size < settings.tenants.length &&
      'tenants: two have the same id; write each once.',
    bytesOf(settings.tenants) > tenantBytes &&
      'tenants: so many do not fit into the environment of a function. Write fewer or shorter ids, and deploy the others as a stage of their own.',
    guardrail.tier === 'STANDARD' &&
      guardrail.leavesRegionFor === undefined &&
      'guardrail.tier: STANDARD looks at texts in other Regions of a geography. Write guardrail.leavesRegionFor ("us", "eu" or "apac") if that is allowed, else guardrail.tier "CLASSIC".',
    guardrail.tier === 'CLASSIC' &&
      guardrail.leavesRegionFor !== undefined &&
      'guardrail.leavesRegionFor: a CLASSIC guardrail stays in its Region; leave this out, or write guardrail.tier "STANDARD".',
    guardrail.tier === 'STANDARD' &&
      !standardTierRegions.includes(region) &&
      `guardrail.tier: there is no STANDARD tier in ${region}; write "CLASSIC".`,
    detection.medical &&
      !medicalRegions.includes(region) &&
      `detection.medical: Comprehend Medical is not in ${region}. Write false, or use one of ${medicalRegions.join(', ')}.`,
    detection.checks &&
      !checkRegions.includes(region) &&
      `detection.checks: InvokeGuardrailChecks is not in ${region}. Write false, or use one of ${checkRegions.join(', ')}.`,
    detection.effort === 'economy' &&
      !detection.checks &&
      'detection.effort: the economy has the checks look first. Write detection.checks true, or detection.effort "full".',
    retention.mode === 'COMPLIANCE' &&
      retention.accept === undefined &&
      'retention.mode: what COMPLIANCE locks nobody can delete before its time, not even root. Write retention.accept "nobody-can-undo-this", or retention.mode "GOVERNANCE".',
    archive.account !== undefined &&
      account === undefined &&
      'archive.account: the archive has to know whom to let in. Write account, the one that this is deployed to.',
    archive.account !== undefined &&
      archive.account === account &&
      'archive.account: this is the account of the deployment itself; leave it out.',
    archive.keyArn !== undefined &&
      archive.account === undefined &&
      'archive.keyArn: this is for an archive in another account. Write archive.account, or leave both out.',
    network.vpc === 'private' &&
      network.prefixLists === undefined &&
      prefixLists[region] === undefined &&
      `network.prefixLists: the lists of ${region} are not known here. Write s3 and dynamodb as "aws ec2 describe-managed-prefix-lists" names them.`,
    network.vpc === 'off' &&
      stage === 'production' &&
      'network.vpc: functions outside a VPC are for trials. Write "private".',
    stage === 'production' &&
      console.enabled &&
      console.domain === undefined &&
      'console.domain: without a certificate of its own the console would be served with TLS below 1.2. Write name and certificateArn, or console.enabled false.',
    network.vpc === 'off' &&
      api.kind === 'private' &&
      'api.kind: a private API needs the VPC. Write network.vpc "private", or api.kind "regional".',
    api.kind === 'private' &&
      console.enabled &&
      'console.enabled: CloudFront cannot reach a private API. Write false and serve console/dist inside your network, or write api.kind "regional".',
  ];
  return [
    ...found.filter((each) => each !== false),
    ...brokenTerms({ vaultDays: settings.vaultDays, minimumDays: retention.minimumDays }),
  ];
}

/**
 * Settings of a stage from what cdk.json says.
 * @throws SettingMistakes with a sentence for each thing to correct
 */
export function readSettings(stage: string, value: unknown): Settings {
  const name = /^[a-z][a-z0-9]{1,11}$/.test(stage);
  const parsed = SettingsSchema.safeParse(value);
  const mistakes = [
    ...(name ? [] : [`The stage is called "${stage}": use 2 to 12 letters and digits, a letter first.`]),
    ...(parsed.success ? contradictions(stage, parsed.data) : sentences(parsed.error)),
  ];
  if (!parsed.success || mistakes.length > 0)
    throw new SettingMistakes(
      [`cdk.json, airlock.${stage}:`, ...mistakes.map((each) => `  ${each}`)].join('\n'),
    );
  return { stage, ...parsed.data };
}
