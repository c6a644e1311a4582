// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { Failure } from '../../lambdas/failures.ts';
import type { VaultRef } from '../../lambdas/ports.ts';
import { withRecent } from '../../local/recent-contents.ts';
import type { LocalVault } from '../../local/vault.ts';
import { day, newRevision, noon } from '../contract/sample-case.ts';

const until = noon + day;
const newRef = () => ({ tenantId: 'north', scope: uuidv7(), revision: newRevision() });
const notFound = { name: 'NotFound' };

/** A store behind it that counts what it is asked, and whose writes a test may hold back. */
function counted() {
  const stored = new Map<string, string>();
  const nameOf = ({ tenantId, scope, revision, of }: VaultRef) => `${tenantId} ${scope} ${of} ${revision}`;
  let asked = 0;
  let hold: Promise<void> | undefined;
  const vault: LocalVault = {
    put: async (ref, content) => {
      if (stored.has(nameOf(ref)) && stored.get(nameOf(ref)) !== content) throw new Failure('Conflict');
      stored.set(nameOf(ref), content);
      await hold;
    },
    get: async (ref) => {
      asked += 1;
      const found = stored.get(nameOf(ref));
      if (found === undefined) throw new Failure('NotFound');
      return found;
    },
    purge: async ({ scope }) => {
      for (const name of [...stored.keys()]) if (name.includes(scope)) stored.delete(name);
    },
    prepare: ({ ref, content }) => ({
      write: () => {
        stored.set(nameOf(ref), content);
      },
      written: () => undefined,
    }),
    probe: async () => undefined,
    sweep: async () => 0,
  };
  const holdBack = (until: Promise<void>): void => {
    hold = until;
  };
  return { vault, asked: () => asked, holdBack };
}

describe('a vault that knows what was just written', () => {
  let behind: ReturnType<typeof counted>;
  let vault: LocalVault;
  let now: number;
  beforeEach(() => {
    jest.useFakeTimers();
    now = noon;
    behind = counted();
    vault = withRecent(behind.vault, () => now, { keep: 500, most: 100 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives it back without asking the store, each revision its own', async () => {
    const refs = [newRef(), newRef()];
    for (const [index, ref] of refs.entries()) await vault.put(ref, `content ${index}`, until);
    for (const [index, ref] of refs.entries()) expect(await vault.get(ref)).toBe(`content ${index}`);
    expect(behind.asked()).toBe(0);
    await expect(vault.get({ ...refs[0]!, of: 'conversation' })).rejects.toMatchObject(notFound);
    await expect(vault.get({ ...refs[0]!, tenantId: 'south' })).rejects.toMatchObject(notFound);
  });

  it('knows it for half a second at least, and not for longer than one', async () => {
    const ref = newRef();
    await vault.put(ref, 'here', until);
    jest.advanceTimersByTime(900);
    expect(await vault.get(ref)).toBe('here');
    expect(behind.asked()).toBe(0);
    jest.advanceTimersByTime(100);
    expect(await vault.get(ref)).toBe('here');
    expect(behind.asked()).toBe(1);
    // Nothing goes on in a process that has nothing to do.
    expect(jest.getTimerCount()).toBe(0);
  });

  it('lets the older go when there is much', async () => {
    const first = newRef();
    await vault.put(first, 'a'.repeat(60), until);
    for (let more = 0; more < 4; more += 1) await vault.put(newRef(), 'b'.repeat(60), until);
    await vault.get(first);
    expect(behind.asked()).toBe(1);
  });

  it('does not find what has expired', async () => {
    const ref = newRef();
    await vault.put(ref, 'here', until);
    now = until;
    await expect(vault.get(ref)).rejects.toMatchObject(notFound);
  });

  it('forgets what is purged, and leaves the rest', async () => {
    const [gone, stays] = [newRef(), newRef()];
    await vault.put(gone, 'gone', until);
    await vault.put(stays, 'stays', until);
    await vault.purge(gone);
    await expect(vault.get(gone)).rejects.toMatchObject(notFound);
    expect(await vault.get(stays)).toBe('stays');
  });

  it('forgets what was being written when it was purged', async () => {
    const ref = newRef();
    let letGo = () => {};
    behind.holdBack(new Promise((resolve) => (letGo = resolve)));
    const writing = vault.put(ref, 'gone', until);
    await vault.purge(ref);
    letGo();
    await writing;
    await expect(vault.get(ref)).rejects.toMatchObject(notFound);
  });

  it.each([
    ['knows what was written in somebody’s transaction', false],
    ['but for what was purged before its commit', true],
  ])('%s', async (_what, purged) => {
    const ref = newRef();
    const prepared = vault.prepare({ ref, content: 'together', until });
    await expect(vault.get(ref)).rejects.toMatchObject(notFound);
    prepared.write();
    if (purged) await vault.purge(ref);
    prepared.written();
    const asked = behind.asked();
    if (purged) await expect(vault.get(ref)).rejects.toMatchObject(notFound);
    else {
      expect(await vault.get(ref)).toBe('together');
      expect(behind.asked()).toBe(asked);
    }
  });

  it('does not take in what the store refused', async () => {
    const ref = newRef();
    await vault.put(ref, 'first', until);
    await expect(vault.put(ref, 'second', until)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await vault.get(ref)).toBe('first');
  });
});
