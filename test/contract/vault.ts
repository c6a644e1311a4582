// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { Vault } from '../../lambdas/ports.ts';
import { day, newRevision, noon } from './sample-case.ts';

/** A vault, and its clock for the test to turn: it begins at `noon`. */
export type VaultUnderTest = Readonly<{ vault: Vault; setNow: (now: number) => void }>;

const until = noon + day;
const newRef = () => ({ tenantId: 'north', scope: uuidv7(), revision: newRevision() });
const notFound = { name: 'NotFound' };

/** What every vault does. */
export function describeVault(name: string, make: () => Promise<VaultUnderTest>): void {
  describe(`${name} keeps the contract of the vault:`, () => {
    it.each([
      ['one letter', 'a'],
      ['nothing', ''],
      ['JSON', '{"kind":"request","messages":[{"role":"user","content":"hello"}]}'],
      ['characters of several bytes', 'Zoë Müller 東京 🏥 e\u0301'],
      ['a NUL', 'a\u0000b'],
      ['the longest prompt there is', 'x'.repeat(200_000)],
      ['as many characters of four bytes', '🏥'.repeat(100_000)],
    ])('gives back %s', async (_what, content) => {
      const { vault } = await make();
      const ref = newRef();
      await vault.put(ref, content, until);
      expect(await vault.get(ref)).toBe(content);
    });

    it('does not find what was never put, or what another tenant, scope or revision has', async () => {
      const { vault } = await make();
      const ref = newRef();
      await expect(vault.get(ref)).rejects.toMatchObject(notFound);
      await vault.put(ref, 'here', until);
      await expect(vault.get({ ...ref, tenantId: 'south' })).rejects.toMatchObject(notFound);
      await expect(vault.get({ ...ref, scope: uuidv7() })).rejects.toMatchObject(notFound);
      await expect(vault.get({ ...ref, revision: newRevision() })).rejects.toMatchObject(notFound);
    });

    it('keeps what is of a conversation apart from what is of a case, also where both have one id', async () => {
      const { vault } = await make();
      const ofCase = newRef();
      const ofConversation = { ...ofCase, of: 'conversation' as const };
      await vault.put(ofConversation, 'identities', until);
      await expect(vault.get(ofCase)).rejects.toMatchObject(notFound);
      await vault.put(ofCase, 'text', until);
      await vault.purge({ tenantId: ofCase.tenantId, scope: ofCase.scope });
      await expect(vault.get(ofCase)).rejects.toMatchObject(notFound);
      expect(await vault.get(ofConversation)).toBe('identities');
    });

    it('takes the same content twice under one revision, since a retry may write again', async () => {
      const { vault } = await make();
      const ref = newRef();
      await vault.put(ref, 'same', until);
      await expect(vault.put(ref, 'same', until)).resolves.toBeUndefined();
      expect(await vault.get(ref)).toBe('same');
    });

    it('refuses other content under a revision that is taken, and keeps the first', async () => {
      const { vault } = await make();
      const ref = newRef();
      await vault.put(ref, 'first', until);
      await expect(vault.put(ref, 'second', until)).rejects.toMatchObject({ name: 'Conflict' });
      expect(await vault.get(ref)).toBe('first');
    });

    it('lets exactly one of several writers have a revision', async () => {
      const { vault } = await make();
      const ref = newRef();
      const contents = Array.from({ length: 20 }, (_, index) => `writer ${index}`);
      const results = await Promise.allSettled(contents.map((content) => vault.put(ref, content, until)));
      const winners = contents.filter((_, index) => results[index]?.status === 'fulfilled');
      expect(winners).toEqual([await vault.get(ref)]);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'Conflict' });
    });

    it('forgets an object when its time is over, not before', async () => {
      const { vault, setNow } = await make();
      const ref = newRef();
      await vault.put(ref, 'short', until);
      setNow(until - 1);
      expect(await vault.get(ref)).toBe('short');
      setNow(until);
      await expect(vault.get(ref)).rejects.toMatchObject(notFound);
    });

    it('purges everything of a scope, nothing else, and as often as it is asked', async () => {
      const { vault } = await make();
      const [one, elsewhere] = [newRef(), newRef()];
      const two = { ...one, revision: newRevision() };
      const otherTenant = { ...one, tenantId: 'south' };
      for (const ref of [one, two, elsewhere, otherTenant]) await vault.put(ref, 'text', until);
      await vault.purge(one);
      await vault.purge(one);
      for (const ref of [one, two]) await expect(vault.get(ref)).rejects.toMatchObject(notFound);
      for (const ref of [elsewhere, otherTenant]) expect(await vault.get(ref)).toBe('text');
    });

    it('purges a scope that never was, and takes new objects into one that was purged', async () => {
      const { vault } = await make();
      const ref = newRef();
      await expect(vault.purge(ref)).resolves.toBeUndefined();
      await vault.put(ref, 'cleaned', until);
      await vault.purge(ref);
      const next = { ...ref, revision: newRevision() };
      await vault.put(next, 'cleaned', until);
      expect(await vault.get(next)).toBe('cleaned');
    });

    it.each([
      ['a tenant that climbs', { tenantId: '..' }],
      ['a tenant with a slash', { tenantId: 'a/b' }],
      ['no tenant', { tenantId: '' }],
      ['a scope that climbs', { scope: '../../etc' }],
      ['a scope that is no id', { scope: 'here' }],
      ['a revision that climbs', { revision: '../../../../etc/passwd' }],
      ['a revision that is too short', { revision: 'abc' }],
      ['a revision with a NUL', { revision: `${'a'.repeat(21)}\u0000` }],
    ])('refuses %s', async (_what, wrong) => {
      const { vault } = await make();
      const ref = { ...newRef(), ...wrong };
      await expect(vault.put(ref, 'text', until)).rejects.toMatchObject({ name: 'InvalidInput' });
      await expect(vault.get(ref)).rejects.toMatchObject({ name: 'InvalidInput' });
    });

    it.each([Number.NaN, -1, 1.5, Infinity])('refuses an end of %d', async (wrong) => {
      const { vault } = await make();
      await expect(vault.put(newRef(), 'text', wrong)).rejects.toMatchObject({ name: 'InvalidInput' });
    });

    it('keeps many objects apart that are written and read at the same time', async () => {
      const { vault } = await make();
      const scopes = Array.from({ length: 20 }, () => uuidv7());
      const refs = Array.from({ length: 200 }, (_, index) => ({ ...newRef(), scope: scopes[index % 20]! }));
      const got = await Promise.all(
        refs.map(async (ref, index) => {
          await vault.put(ref, `object ${index}`, until);
          return vault.get(ref);
        }),
      );
      expect(got).toEqual(refs.map((_, index) => `object ${index}`));
    });
  });
}
