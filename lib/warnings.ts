// SPDX-License-Identifier: Apache-2.0
import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Settings } from './settings.ts';

/** What a setting costs that cannot be had back, or is not there: told at every synthesis. */
function warningsOf({
  retention,
  network,
  guardrail,
  models,
  trail,
  macie,
}: Settings): Record<string, string> {
  const years = (retention.minimumDays / 365.25).toFixed(1);
  const travelling = models
    .filter(({ profile }) => profile !== undefined)
    .map(({ id, profile }) => `${id} (${profile ?? ''})`);
  return {
    ...(retention.mode === 'COMPLIANCE'
      ? {
          compliance: `retention.mode is COMPLIANCE: for ${years} years nobody can delete what is archived, shorten its retention or change its key, not root and not AWS; the bucket and this stack cannot be deleted either, and are paid for. Object Lock and versions can never be switched off again. Erasing a person destroys a key and leaves the locked object.`,
        }
      : {}),
    ...(network.vpc === 'off'
      ? {
          'no-vpc':
            'network.vpc is off. Lost: functions have a route to the internet, nothing but IAM keeps them to these services, endpoint policies do not bound what they reach, and no flow log shows whom they spoke to. For trials, without real identities.',
        }
      : {}),
    ...(guardrail.tier === 'STANDARD'
      ? {
          residency: `guardrail.tier is STANDARD: guardrails look at texts in any Region of ${guardrail.leavesRegionFor ?? ''}, not only in this one.`,
        }
      : {}),
    ...(travelling.length > 0
      ? {
          'model-regions': `These models answer in any Region of their geography: ${travelling.join(', ')}. What they are shown is de-identified.`,
        }
      : {}),
    ...(trail === 'existing'
      ? {
          'no-trail': 'trail is existing: make sure that it has data events of vault, archive and case keys.',
        }
      : {}),
    ...(macie.session === 'off'
      ? { 'no-macie': 'macie.session is off: nothing looks for what every detector missed.' }
      : {}),
  };
}

/** Says on a stage what its settings mean. */
export function warnAbout(stage: IConstruct, settings: Settings): void {
  for (const [id, sentence] of Object.entries(warningsOf(settings)))
    Annotations.of(stage).addWarningV2(`airlock:${id}`, sentence);
}
