// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { detect } from '../../lambdas/privacy/detect.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import { restore } from '../../lambdas/privacy/restore.ts';
import { recognizers } from '../../lambdas/recognizers/index.ts';
import { PolicySchema } from '../../lambdas/records/policy.ts';
import { secretOf } from './people.ts';

it('the worked example of docs/privacy-engine.md goes as it says', () => {
  const policy = PolicySchema.parse(healthcare);
  const text =
    "Mr. Chidi Okafor (MRN 8834521, SSN 2 1 9 - 0 9 - 9 9 9 9) was admitted on 03/04/2026 and went home on March 16, 2026. When should Okafor's stitches come out? Take two weeks after discharge.";
  const { findings } = detect(text, { recognizers, threshold: policy.detection.prompt.threshold });
  const map0 = emptyIdentityMap(secretOf(9));
  const { slots, map } = pseudonymise([{ text, findings }], { policy, map: map0 });
  expect(slots[0]?.text.replaceAll(/_(\d)_[0-9A-Z]{2}/g, '_$1')).toBe(
    "Mr. [NAME_1] (MRN [MRN_1], SSN [SSN_1]) was admitted on [DATE_1] and went home on [DATE_1+12d]. When should [NAME_1]'s stitches come out? Take two weeks after discharge.",
  );
  const placeholder = (type: string) =>
    map.identities.find((identity) => identity.type === type)?.placeholder ?? '';
  const name = placeholder('NAME');
  const answer = `**${name.charAt(0)}${name.slice(1, 4).toLowerCase()}${name.slice(4)}**'s stitches come out on [${placeholder('DATE')} + 26 days].`;
  expect(restore(answer, map)).toMatchObject({
    text: "**Chidi Okafor**'s stitches come out on 03/30/2026.",
    anomalies: [],
  });
});
