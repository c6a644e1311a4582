// SPDX-License-Identifier: Apache-2.0
import { conversationScope } from '../contents.ts';
import { Failure, failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Conversation } from '../records/case.ts';

/**
 * Purges what the vault holds of a conversation: it begins again without an identity map. Another of its cases may be under
 * way and keep a new map between the row's change and the purge, which takes it: so until the row names none after a purge.
 * @throws Conflict when others are always faster: nothing was promised yet, and it can be asked for again
 */
export async function forgetConversation(
  ports: Pick<Ports, 'cases' | 'vault'>,
  ref: Pick<Conversation, 'tenantId' | 'conversationId'>,
): Promise<void> {
  let purged = false;
  for (let tries = 0; tries < 8; tries += 1) {
    const conversation = await ports.cases.conversation(ref);
    if (conversation?.identities !== undefined) {
      const { identities: _map, released: _turns, ...rest } = conversation;
      try {
        await ports.cases.replaceConversation({ ...rest, version: rest.version + 1 });
      } catch (thrown) {
        if (failureName(thrown) !== 'Conflict') throw thrown;
        continue;
      }
    } else if (purged) return;
    await ports.vault.purge(conversationScope(ref));
    purged = true;
  }
  throw new Failure('Conflict');
}
