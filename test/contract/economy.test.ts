// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { inForce } from '../../lambdas/aws/policies.ts';
import { policiesFor } from '../../lambdas/aws/ports.ts';

describe('the policies of a deployment', () => {
  const [full, economy] = (['full', 'economy'] as const).map((EFFORT) =>
    inForce(policiesFor({ EFFORT, RETENTION_MODE: 'COMPLIANCE' })),
  );
  const hashOf = (some: typeof full, id: string) => some?.find(({ ref }) => ref.id === id)?.ref.hash;

  it('hash differently by the effort that detectors are asked with, so that a record says which it was', () => {
    expect(hashOf(economy, 'healthcare')).not.toBe(hashOf(full, 'healthcare'));
  });
  it('ask Comprehend Medical only in doubt, and the checks first, by the economy', () => {
    const policy = economy?.find(({ ref }) => ref.id === 'healthcare')?.policy;
    for (const side of ['prompt', 'answer'] as const)
      expect(policy?.detection[side]).toMatchObject({ medical: 'unsure', checks: true });
  });
  it.each(['GOVERNANCE', 'COMPLIANCE'] as const)(
    'lock in %s where the deployment does, whatever they say',
    (mode) => {
      const deployed = inForce(policiesFor({ EFFORT: 'full', RETENTION_MODE: mode }));
      expect(deployed.map(({ policy }) => policy.archive.mode)).toEqual(deployed.map(() => mode));
    },
  );
  it('stay what they are where Comprehend Medical was not asked anyway', () => {
    expect(hashOf(economy, 'finance')).toBe(hashOf(full, 'finance'));
  });
});
