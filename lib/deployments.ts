// SPDX-License-Identifier: Apache-2.0
import type { App } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { z } from 'zod';
import { ArchiveStack } from './archive-stack.ts';
import { GatewayStack } from './gateway-stack.ts';
import { RecordStack } from './record-stack.ts';
import { warnAbout } from './warnings.ts';
import { readSettings, SettingMistakes, type Settings } from './settings.ts';

const Presets = z.record(z.string(), z.unknown());

/** The stacks of one stage. An archive in another account comes first: its key is a setting of the others. */
export class Airlock extends Construct {
  readonly record: RecordStack | undefined;
  readonly gateway: GatewayStack | undefined;

  constructor(app: App, settings: Settings) {
    const { stage, region, account, archive } = settings;
    super(app, stage);
    const env = { region, ...(account === undefined ? {} : { account }) };
    const name = (part: string) => `PromptAirlock-${stage}-${part}`;
    const tags = { project: 'prompt-airlock', environment: stage };
    if (archive.account !== undefined && account !== undefined) {
      new ArchiveStack(this, 'Archive', {
        settings,
        account,
        stackName: name('archive'),
        tags,
        env: { account: archive.account, region },
        description: `prompt-airlock ${stage}: the archive, in its own account`,
      });
      if (archive.keyArn === undefined) return;
    }
    this.record = new RecordStack(this, 'Record', {
      settings,
      env,
      stackName: name('record'),
      tags,
      description: `prompt-airlock ${stage}: stores, keys, network, sign-in`,
    });
    warnAbout(this.record, settings);
    this.gateway = new GatewayStack(this, 'Gateway', {
      settings,
      record: this.record,
      env,
      stackName: name('gateway'),
      tags,
      description: `prompt-airlock ${stage}: workflow, functions, API, console, alarms`,
    });
  }
}

/**
 * A stage for every preset of cdk.json (`airlock`), or for the one that `-c preset=NAME` asks for.
 * @throws SettingMistakes
 */
export function deployments(app: App): Airlock[] {
  const presets = Presets.safeParse(app.node.tryGetContext('airlock'));
  if (!presets.success)
    throw new SettingMistakes('cdk.json: context has no "airlock"; write a preset under it, by its name.');
  const asked: unknown = app.node.tryGetContext('preset');
  const names = Object.keys(presets.data);
  if (asked !== undefined && (typeof asked !== 'string' || !names.includes(asked)))
    throw new SettingMistakes(`-c preset=${JSON.stringify(asked)}: write one of ${names.join(', ')}.`);
  return (asked === undefined ? names : [asked]).map(
    (name) => new Airlock(app, readSettings(name, presets.data[name])),
  );
}
