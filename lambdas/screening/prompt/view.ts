// SPDX-License-Identifier: Apache-2.0
import type { Slot, SlotView } from './check.ts';
import { fold } from './fold.ts';
import { tokenise } from './token.ts';
import { undisguise } from './undisguise.ts';

/** A slot made ready for the checks, once, so that a dozen checks do not each fold and cut it again. */
export function view(slot: Slot): SlotView {
  const { folded, origins, hidden } = fold(slot.text);
  return {
    kind: slot.kind,
    text: slot.text,
    folded,
    origin: origins === undefined ? (offset) => offset : (offset) => origins[offset] ?? slot.text.length,
    tokens: undisguise(tokenise(folded), folded),
    hidden,
  };
}
