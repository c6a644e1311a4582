// SPDX-License-Identifier: Apache-2.0
import { keepOfConversation } from '../change.ts';
import { conversationScope, getContent } from '../contents.ts';
import { Failure, failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { type Case, type Conversation, ConversationSchema } from '../records/case.ts';
import {
  type EditedPrompt,
  PromptContentSchema,
  type ReleasedTurns,
  ReleasedTurnsSchema,
  type RequestContent,
} from '../records/content.ts';
import { digest } from '../records/digest.ts';
import { IdentityMapSchema } from '../records/identity.ts';

/** How many answers of a conversation are remembered: as many messages as a request may have. */
const most = 200;

/** A turn as it is compared: clients trim, compose accents and change line ends. */
const plain = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim();

/** Digests under the conversation's own secret, which goes with its vault and with an erasure. */
const digester = (secret: string) => (purpose: 'restored' | 'deidentified', text: string) =>
  digest(Buffer.from(secret, 'base64url'), `released-turn-${purpose}`, plain(text));

async function conversationOf(ports: Ports, item: Case): Promise<Conversation | undefined> {
  const found = await ports.cases.conversation(item);
  if (found === undefined) return undefined;
  const parsed = ConversationSchema.safeParse(found);
  if (!parsed.success) throw new Failure('Malformed');
  return parsed.data;
}

const orNone = async <Content>(content: Promise<Content>): Promise<Content | undefined> => {
  try {
    return await content;
  } catch (thrown) {
    // Expired or erased: whatever was said is not known any more.
    if (failureName(thrown) === 'NotFound') return undefined;
    throw thrown;
  }
};

/** The secret of a conversation and what it has said; undefined when its identity map is gone. */
async function memory(ports: Ports, conversation: Conversation) {
  const { identities, released } = conversation;
  if (identities === undefined) return undefined;
  const scope = conversationScope(conversation);
  const map = await orNone(getContent(ports, { ...scope, revision: identities }, IdentityMapSchema));
  if (map === undefined) return undefined;
  const said =
    released === undefined
      ? undefined
      : await orNone(getContent(ports, { ...scope, revision: released }, ReleasedTurnsSchema));
  return { digestOf: digester(map.secret), turns: said?.turns ?? [] };
}

/**
 * Remembers that the conversation said this, by keyed digests only. Doing it again changes nothing; a conversation
 * that has expired or was erased remembers nothing. @throws Malformed, Conflict, Unavailable, StorageUnavailable
 */
export async function rememberReleased(
  ports: Ports,
  item: Case,
  said: Readonly<{ restored: string; deidentified: string }>,
): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    const conversation = await conversationOf(ports, item);
    const known = conversation && (await memory(ports, conversation));
    if (conversation === undefined || known === undefined) return;
    const turn = {
      restored: known.digestOf('restored', said.restored),
      deidentified: known.digestOf('deidentified', said.deidentified),
    };
    if (
      known.turns.some((each) => each.restored === turn.restored && each.deidentified === turn.deidentified)
    )
      return;
    const content: ReleasedTurns = { kind: 'released-turns', turns: [...known.turns, turn].slice(-most) };
    try {
      await keepOfConversation(ports, conversation, content, (released) => ({ released }));
      return;
    } catch (thrown) {
      if (failureName(thrown) !== 'Conflict') throw thrown;
    }
  }
  throw new Failure('Conflict');
}

/** Verified turns of the prompt that an edit was made from: what the reviewer left as it was stays verified. */
async function leftAsShown(ports: Ports, item: Case): Promise<ReadonlySet<string>> {
  if (item.prompt === undefined) return new Set();
  const ref = { tenantId: item.tenantId, scope: item.caseId, revision: item.prompt };
  const shown = await orNone(getContent(ports, ref, PromptContentSchema));
  return new Set(
    shown?.messages
      .filter((_, index) => shown.assistantVerified?.[index] === true)
      .map((each) => each.content),
  );
}

/**
 * Per message of a prompt: whether it is an assistant's turn that this conversation released, by keyed digest of the
 * whole turn. Where in the conversation it was said is not compared. @throws NotFound, Malformed, Unavailable
 */
export async function verifiedTurns(
  ports: Ports,
  item: Case,
  source: RequestContent | EditedPrompt,
): Promise<boolean[]> {
  if (source.messages.every((message) => message.role === 'user')) return source.messages.map(() => false);
  const conversation = await conversationOf(ports, item);
  if (conversation === undefined) throw new Failure('NotFound');
  const known = await memory(ports, conversation);
  const edited = source.kind === 'edited-prompt';
  const purpose = edited ? 'deidentified' : 'restored';
  const left = edited ? await leftAsShown(ports, item) : new Set<string>();
  const said = new Set(known?.turns.map((turn) => turn[purpose]));
  return source.messages.map(
    ({ role, content }) =>
      role === 'assistant' &&
      (left.has(content) || (known !== undefined && said.has(known.digestOf(purpose, content)))),
  );
}
