// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { Keys } from '../../lambdas/ports.ts';
import type { CaseRef } from '../../lambdas/records/case.ts';

/** A key store that can also destroy a key. */
export type KeysUnderTest = Readonly<{ keys: Keys & { erase: (ref: CaseRef) => Promise<void> } }>;

const newRef = (): CaseRef => ({ tenantId: 'north', caseId: uuidv7() });
const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

/** What every key store does. */
export function describeKeys(name: string, make: () => Promise<KeysUnderTest>): void {
  describe(`${name} keeps the contract of the keys:`, () => {
    it('makes one key of 32 bytes a case, however often and by however many it is asked', async () => {
      const { keys } = await make();
      const ref = newRef();
      await Promise.all(Array.from({ length: 10 }, () => keys.create(ref)));
      const key = await keys.caseKey(ref);
      expect(key).toHaveLength(32);
      await keys.create(ref);
      expect(hex(await keys.caseKey(ref))).toBe(hex(key));
    });

    it('gives every case another key, that of one id under another tenant included', async () => {
      const { keys } = await make();
      const refs = Array.from({ length: 20 }, newRef);
      refs.push({ ...refs[0]!, tenantId: 'south' });
      for (const ref of refs) await keys.create(ref);
      const found = await Promise.all(refs.map(async (ref) => hex(await keys.caseKey(ref))));
      expect(new Set(found).size).toBe(21);
    });

    it('does not find a key that was never made', async () => {
      const { keys } = await make();
      await expect(keys.caseKey(newRef())).rejects.toMatchObject({ name: 'NotFound' });
      await expect(keys.erase(newRef())).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('says that a destroyed key is erased, for good, and leaves the others', async () => {
      const { keys } = await make();
      const [gone, kept] = [newRef(), newRef()];
      for (const ref of [gone, kept]) await keys.create(ref);
      const before = hex(await keys.caseKey(kept));
      await keys.caseKey(gone);
      await keys.erase(gone);
      await keys.erase(gone);
      const erased = { name: 'KeyErased' };
      await expect(keys.caseKey(gone)).rejects.toMatchObject(erased);
      await expect(keys.create(gone)).rejects.toMatchObject(erased);
      await expect(keys.caseKey(gone)).rejects.toMatchObject(erased);
      expect(hex(await keys.caseKey(kept))).toBe(before);
    });

    it('discards a key as if it had never been made, as often as it is asked', async () => {
      const { keys } = await make();
      const [unused, kept] = [newRef(), newRef()];
      for (const ref of [unused, kept]) await keys.create(ref);
      await keys.caseKey(unused);
      await keys.discard(unused);
      await keys.discard(unused);
      await expect(keys.caseKey(unused)).rejects.toMatchObject({ name: 'NotFound' });
      expect(await keys.caseKey(kept)).toHaveLength(32);
    });

    it('does not let a caller change the key that others get', async () => {
      const { keys } = await make();
      const ref = newRef();
      await keys.create(ref);
      const first = await keys.caseKey(ref);
      const before = hex(first);
      first.fill(0);
      expect(hex(await keys.caseKey(ref))).toBe(before);
      const tenant = await keys.tenantKey('north');
      const tenantBefore = hex(tenant);
      tenant.fill(0);
      expect(hex(await keys.tenantKey('north'))).toBe(tenantBefore);
    });

    it('has one digest key a tenant, which is none of its case keys', async () => {
      const { keys } = await make();
      const [north, south] = [await keys.tenantKey('north'), await keys.tenantKey('south')];
      expect(north).toHaveLength(32);
      expect(hex(await keys.tenantKey('north'))).toBe(hex(north));
      expect(hex(south)).not.toBe(hex(north));
      const ref = newRef();
      await keys.create(ref);
      expect(hex(await keys.caseKey(ref))).not.toBe(hex(north));
    });

    it('has one key a tenant for the index of people, which is none of the others', async () => {
      const { keys } = await make();
      const [north, south] = [await keys.indexKey('north'), await keys.indexKey('south')];
      expect(north).toHaveLength(32);
      expect(hex(await keys.indexKey('north'))).toBe(hex(north));
      expect(hex(south)).not.toBe(hex(north));
      expect(hex(await keys.tenantKey('north'))).not.toBe(hex(north));
    });
  });
}
