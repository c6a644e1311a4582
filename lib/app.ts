// SPDX-License-Identifier: Apache-2.0
import { App } from 'aws-cdk-lib';
import { deployments } from './deployments.ts';
import { checkAgainstRules } from './nag.ts';
import { SettingMistakes } from './settings.ts';

try {
  // By hand, below: after a mistake in the settings nothing is left that could be deployed.
  const app = new App({ autoSynth: false });
  deployments(app);
  checkAgainstRules(app);
  app.synth();
} catch (error) {
  if (!(error instanceof SettingMistakes)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
