// SPDX-License-Identifier: Apache-2.0
import { normalise } from '../../privacy/normalise.ts';
import type { Slot, SlotView } from './check.ts';
import { fold } from './fold.ts';
import { tokenise } from './token.ts';
import { undisguise } from './undisguise.ts';

/** A slot made ready for the checks, once, so that a dozen checks do not each normalise and cut it again. */
export function view(slot: Slot): SlotView {
  const normal = normalise(slot.text);
  const { folded, origins } = fold(normal.text);
  const before = (offset: number) =>
    origins === undefined ? offset : (origins[offset] ?? normal.text.length);
  return {
    kind: slot.kind,
    text: slot.text,
    folded,
    place: (start, end) => normal.toOriginal(before(start), before(end)),
    tokens: undisguise(tokenise(folded), folded),
    readings: normal.views.map(({ text }) => text),
    hidden: normal.hidden,
    complete: normal.complete,
  };
}
