// SPDX-License-Identifier: Apache-2.0
import { canonicalJson, digest } from '../records/digest.ts';
import type { ArchiveEvent } from '../records/event.ts';
import { seal, unseal } from '../records/sealed.ts';

type Note = NonNullable<ArchiveEvent['note']>;

/** A key for one event's note, from the tenant's: an erasure has to be explained after the case's key is gone. */
const noteKey = (tenantKey: Uint8Array, eventId: string): Buffer =>
  Buffer.from(digest(tenantKey, 'event-note', eventId), 'base64url');

/** What somebody wrote about an event, as it is archived. */
export function sealNote(tenantKey: Uint8Array, eventId: string, text: string, nonce: Uint8Array): Note {
  return {
    digest: digest(tenantKey, 'note', eventId, text),
    sealed: seal(noteKey(tenantKey, eventId), `note/${eventId}`, Buffer.from(text), nonce).toString('base64'),
  };
}

/** Opens it again. Throws when it is not of that event or not as it was. */
export const openNote = (tenantKey: Uint8Array, eventId: string, note: Note): string =>
  unseal(noteKey(tenantKey, eventId), `note/${eventId}`, Buffer.from(note.sealed, 'base64')).toString();

/** An event's bytes as they are archived. */
export const writeEvent = (event: ArchiveEvent): Buffer => Buffer.from(canonicalJson(event));
