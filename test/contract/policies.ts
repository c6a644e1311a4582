// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Policies } from '../../lambdas/ports.ts';
import { PolicyRefSchema } from '../../lambdas/records/case.ts';
import { canonicalJson, sha256 } from '../../lambdas/records/digest.ts';
import { type Policy, PolicySchema } from '../../lambdas/records/policy.ts';
import healthcare from '../../policies/healthcare.json' with { type: 'json' };

/** Puts policies into force, one after the other set, and opens the port anew each time. */
export type PoliciesUnderTest = (inForce: readonly Policy[]) => Promise<Policies>;

const policy = (changes: Partial<Policy> = {}): Policy => ({ ...PolicySchema.parse(healthcare), ...changes });
const hashOf = (each: Policy) => sha256(canonicalJson(each));

/** What every policies port does. */
export function describePolicies(name: string, make: () => Promise<PoliciesUnderTest>): void {
  describe(`${name} keep the contract of the policies:`, () => {
    it('each is found by its name, with a reference to exactly this version', async () => {
      const [one, two] = [policy({ id: 'one' }), policy({ id: 'two', version: '2.1.0' })];
      const policies = await (await make())([one, two]);
      for (const each of [one, two]) {
        const found = policies.current(each.id);
        expect(found?.policy).toEqual(each);
        expect(PolicyRefSchema.parse(found?.ref)).toEqual({
          id: each.id,
          version: each.version,
          hash: hashOf(each),
        });
        expect(await policies.byHash(hashOf(each))).toEqual(each);
      }
    });

    it('their names come in a stable order', async () => {
      const [one, two, three] = ['one', 'two', 'three'].map((id) => policy({ id })) as [
        Policy,
        Policy,
        Policy,
      ];
      const put = await make();
      const names = (await put([one, two, three])).ids();
      expect([...names].sort()).toEqual(['one', 'three', 'two']);
      expect((await put([three, two, one])).ids()).toEqual(names);
    });

    it('a name or hash that none has is not found', async () => {
      const policies = await (await make())([policy()]);
      for (const id of ['finance', '', 'toString', '__proto__', 'Healthcare'])
        expect(policies.current(id)).toBeUndefined();
      for (const hash of ['0'.repeat(64), '', 'healthcare'])
        await expect(policies.byHash(hash)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('every version that was in force is found by its hash for good, also of a policy that is gone', async () => {
      const put = await make();
      const first = policy();
      const second = policy({ version: '1.1.0', samplePercent: 50 });
      const gone = policy({ id: 'gone' });
      await put([first, gone]);
      const policies = await put([second]);
      expect(policies.current('healthcare')?.ref.hash).toBe(hashOf(second));
      expect(policies.current('gone')).toBeUndefined();
      for (const each of [first, second, gone]) expect(await policies.byHash(hashOf(each))).toEqual(each);
    });
  });
}
