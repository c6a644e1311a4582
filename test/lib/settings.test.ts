// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../lib/settings.ts';
import { cdkContext } from './stages.ts';

const presets = cdkContext()['airlock'] as Record<string, Record<string, unknown>>;
const production = presets['production']!;
const trial = presets['trial']!;
const said = (stage: string, settings: unknown): string => {
  try {
    readSettings(stage, settings);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
};

describe('the presets', () => {
  it.each(Object.keys(presets))('%s is valid', (name) => expect(said(name, presets[name])).toBe('nothing'));

  it('lock in COMPLIANCE in production only', () =>
    expect(
      Object.fromEntries(
        Object.keys(presets).map((name) => [name, readSettings(name, presets[name]).retention.mode]),
      ),
    ).toEqual({
      trial: 'GOVERNANCE',
      staging: 'GOVERNANCE',
      production: 'COMPLIANCE',
    }));
});

describe('wrong settings fail with a sentence that says what to write', () => {
  it.each([
    ['no tenants', { ...trial, tenants: [] }, 'tenants has to be at least 1 entries'],
    [
      'a tenant twice',
      { ...trial, tenants: [{ id: 'a' }, { id: 'a' }] },
      'tenants: two have the same id; write each once.',
    ],
    [
      'more tenants than fit into an environment',
      { ...trial, tenants: Array.from({ length: 60 }, (_, index) => ({ id: `tenant-${index}` })) },
      'tenants: so many do not fit into the environment of a function.',
    ],
    [
      'a tenant that no key could begin with',
      { ...trial, tenants: [{ id: 'A#b' }] },
      'tenants.0.id has to look like',
    ],
    ['no alarms', { ...trial, alarms: undefined }, 'alarms is missing; write an object.'],
    [
      'an address that is none',
      { ...trial, alarms: { emails: ['nobody'], monthlyUsd: 1 } },
      'alarms.emails.0 has to look like',
    ],
    [
      'a name that nobody knows',
      { ...trial, retentoin: {} },
      'knows no "retentoin"; take it out or correct its name.',
    ],
    [
      'a retention mode that S3 has not',
      { ...trial, retention: { mode: 'STRICT', minimumDays: 1 } },
      'retention.mode has to be "GOVERNANCE" or "COMPLIANCE".',
    ],
    [
      'COMPLIANCE without having it accepted',
      { ...trial, retention: { mode: 'COMPLIANCE', minimumDays: 1 } },
      'Write retention.accept "nobody-can-undo-this", or retention.mode "GOVERNANCE".',
    ],
    [
      'a bucket that locks longer than a policy',
      { ...trial, retention: { mode: 'GOVERNANCE', minimumDays: 2555 } },
      'retention.minimumDays: the policy healthcare locks for 7 years, which the bucket would refuse. Write at most 2554,',
    ],
    [
      'a vault that forgets before a policy does',
      { ...trial, vaultDays: 3 },
      'vaultDays: the policy finance keeps content for 7 days. Write at least that,',
    ],
    [
      'a guardrail that leaves its Region unasked',
      { ...trial, guardrail: { tier: 'STANDARD' } },
      'Write guardrail.leavesRegionFor ("us", "eu" or "apac") if that is allowed, else guardrail.tier "CLASSIC".',
    ],
    [
      'a guardrail that would leave and stay',
      { ...trial, guardrail: { tier: 'CLASSIC', leavesRegionFor: 'us' } },
      'leave this out, or write guardrail.tier "STANDARD".',
    ],
    [
      'Comprehend Medical where it is not',
      { ...trial, region: 'eu-central-1' },
      'detection.medical: Comprehend Medical is not in eu-central-1. Write false, or use one of',
    ],
    [
      'checks where they are not',
      { ...trial, region: 'ca-central-1' },
      'detection.checks: InvokeGuardrailChecks is not in ca-central-1.',
    ],
    [
      'a private API that CloudFront would have to reach',
      { ...production, api: { kind: 'private' } },
      'console.enabled: CloudFront cannot reach a private API.',
    ],
    [
      'a private API without a VPC',
      { ...trial, api: { kind: 'private' }, console: { enabled: false } },
      'api.kind: a private API needs the VPC.',
    ],
    [
      'an archive elsewhere that knows nobody',
      { ...trial, archive: { account: '222233334444' } },
      'Write account, the one that this is deployed to.',
    ],
    [
      'an archive elsewhere that is here',
      { ...trial, account: '222233334444', archive: { account: '222233334444' } },
      'archive.account: this is the account of the deployment itself; leave it out.',
    ],
    [
      'a key of an archive that is here',
      { ...trial, archive: { keyArn: 'arn:aws:kms:us-east-1:1:key/a' } },
      'Write archive.account, or leave both out.',
    ],
    [
      'a Region whose prefix lists are not known',
      { ...trial, region: 'eu-west-2', network: {} },
      'network.prefixLists: the lists of eu-west-2 are not known here.',
    ],
    [
      'a backup that outlives what a receipt may say',
      { ...trial, backupDays: 36 },
      'backupDays may be at most 35.',
    ],
  ])('%s', (_what, settings, sentence) => expect(said('trial', settings)).toContain(sentence));

  it.each([
    [
      'functions outside a VPC',
      { ...production, network: { vpc: 'off' } },
      'network.vpc: functions outside a VPC are for trials. Write "private".',
    ],
    [
      'a console without a certificate of its own',
      { ...production, console: {} },
      'console.domain: without a certificate of its own',
    ],
  ])('in production: %s', (_what, settings, sentence) =>
    expect(said('production', settings)).toContain(sentence),
  );

  it('names the stage, and every mistake at once', () => {
    const message = said('trial', { ...trial, tenants: [], backupDays: 0 });
    expect(message).toMatch(/^cdk\.json, airlock\.trial:/);
    expect(message.split('\n')).toHaveLength(3);
  });

  it.each(['Production', 'x', 'a-b', 'averylongstagename'])('a stage may not be called %s', (name) =>
    expect(said(name, trial)).toContain(`The stage is called "${name}"`),
  );
});
