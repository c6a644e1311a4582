// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetConversation } from '../../lambdas/api/forget-conversation.ts';
import { keepOfConversation } from '../../lambdas/change.ts';
import type { Ports } from '../../lambdas/ports.ts';
import type { Conversation } from '../../lambdas/records/case.ts';
import { openCases } from '../../local/cases.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { openVault } from '../../local/vault.ts';
import { noon, sampleCase, sampleConversation } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

const newFolder = temporaryFolders();

describe('a conversation that is forgotten', () => {
  const clock = () => noon;
  let database: Database;
  let ports: Pick<Ports, 'cases' | 'vault' | 'clock' | 'randomBytes'>;
  let conversation: Conversation;
  const now = async () => (await ports.cases.conversation(conversation)) ?? conversation;
  /** What a case of the conversation does that is under way. */
  const keepMap = async () =>
    keepOfConversation(ports, await now(), { kind: 'identities' }, (identities) => ({ identities }));
  const inVault = () => database.prepare('SELECT count(*) AS objects FROM objects').get()?.['objects'];

  beforeEach(async () => {
    database = openDatabase({ path: join(newFolder(), 'cases.sqlite') });
    const vault = openVault({ database, master: randomBytes(32), clock, randomBytes });
    ports = { cases: openCases(database, clock), vault, clock, randomBytes };
    const item = sampleCase();
    conversation = sampleConversation(item);
    await ports.cases.accept(item, conversation, undefined);
    await keepMap();
  });
  afterEach(() => database.close());

  /** The vault, before each purge of which somebody keeps a new map, so many times. */
  const busy = (times: number): Pick<Ports, 'cases' | 'vault'> => {
    let left = times;
    const purge: Ports['vault']['purge'] = async (scope) => {
      if ((left -= 1) >= 0) await keepMap();
      await ports.vault.purge(scope);
    };
    return { cases: ports.cases, vault: { ...ports.vault, purge } };
  };

  it.each([0, 1, 3])('names no map, and holds none, where %d were kept meanwhile', async (times) => {
    await forgetConversation(busy(times), conversation);
    expect(await now()).not.toHaveProperty('identities');
    expect(inVault()).toBe(0);
    await keepMap();
    expect(inVault()).toBe(1);
  });

  it('is purged also where its row names nothing, or is gone', async () => {
    await ports.vault.put(
      { ...conversation, scope: conversation.conversationId, of: 'conversation', revision: 'A'.repeat(22) },
      'left over',
      noon + 1000,
    );
    await ports.cases.replaceConversation({ ...conversation, version: (await now()).version + 1 });
    await forgetConversation(ports, conversation);
    expect(inVault()).toBe(0);
    const { conversationId } = sampleConversation(sampleCase());
    await forgetConversation(ports, { tenantId: conversation.tenantId, conversationId });
  });

  it('says so where others are always faster', async () => {
    await expect(forgetConversation(busy(100), conversation)).rejects.toMatchObject({ name: 'Conflict' });
  });
});
