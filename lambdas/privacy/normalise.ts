// SPDX-License-Identifier: Apache-2.0
import { brokenLines } from './broken-lines.ts';
import { spacedOut } from './broken-up.ts';
import { compatible } from './compatibility.ts';
import { encodings } from './encodings.ts';
import { entities } from './entities.ts';
import { hiddenCharacters, hiddenText, mayHide } from './invisible.ts';
import { disguised, mayDisguise } from './look-alikes.ts';
import { disjoint, plainView, rewrite, type View } from './rewrite.ts';
import { hl7 } from './hl7.ts';
import { spokenDigits } from './spoken-digits.ts';
import { structured } from './structured.ts';

/** How many layers of encoding are taken off. */
const depth = 3;

/**
 * A text as detectors should read it. `text` is the plain reading; `views` are further readings (decoded, joined)
 * in which an evasion shows; each maps its own offsets outward to `original`. All offsets are UTF-16 code units.
 */
export type Normalised = View &
  Readonly<{
    original: string;
    views: readonly View[];
    /** Invisible, overridden and look-alike characters that ordinary writing has no use for. */
    hidden: number;
    /** Stretches that were encoded. */
    encoded: number;
    /** False when there were more layers of encoding than are taken off. */
    complete: boolean;
  }>;

/** NFKC, invisible characters, look-alikes, and the digits, dashes and quotes of other scripts, in plain writing. */
function plain(view: View): { view: View; hidden: number } {
  if (!/\P{ASCII}/u.test(view.text)) return { view, hidden: 0 };
  let hidden = 0;
  let result = view;
  if (mayHide(result.text)) {
    const found = hiddenCharacters(result.text);
    hidden += found.hidden;
    result = rewrite(result, found.edits);
  }
  result = rewrite(result, compatible(result.text));
  if (mayDisguise(result.text)) {
    const found = disguised(result.text);
    hidden += found.length;
    result = rewrite(result, found);
  }
  return { view: result, hidden };
}

/** Readings in which what was broken up (spaced, spelled out, split over lines) is whole again, and data reads as a form. */
function joined(view: View): View[] {
  const apart = disjoint([...spacedOut(view.text), ...spokenDigits(view.text)]);
  const lines = disjoint(brokenLines(view.text));
  const forms = disjoint([...hl7(view.text), ...structured(view.text)]);
  return [apart, lines, forms].filter((edits) => edits.length > 0).map((edits) => rewrite(view, edits));
}

/** Reads a text in every way a person or a machine might; see `Normalised`. Linear in the text's length. */
export function normalise(text: string): Normalised {
  const original = plainView(text);
  const read = plain(original);
  const { hidden } = read;
  let { view } = read;
  let encoded = 0;
  let complete = true;
  for (let layer = 0; view.text.includes('&'); layer += 1) {
    const edits = entities(view.text);
    if (edits.length === 0) break;
    if (layer === depth) {
      complete = false;
      break;
    }
    encoded += edits.length;
    view = plain(rewrite(view, edits)).view;
  }
  const views: View[] = joined(view);
  const secret = mayHide(text) ? hiddenText(text) : [];
  if (secret.length > 0) views.push(plain(rewrite(original, disjoint(secret))).view);
  let layered = view;
  for (let layer = 0; ; layer += 1) {
    const edits = disjoint([...encodings(layered.text), ...(layer === 0 ? [] : entities(layered.text))]);
    if (edits.length === 0) break;
    if (layer === depth) {
      complete = false;
      break;
    }
    encoded += edits.length;
    layered = plain(rewrite(layered, edits)).view;
    views.push(layered, ...joined(layered));
  }
  return { ...view, original: text, views, hidden, encoded, complete };
}

/** Longer than any value is; what is longer is not undressed. */
const longestValue = 200;

/** A value in plain writing, so that its disguises are one: without invisible characters, spacing, spelling out. */
export function legible(value: string): string {
  if (value.length > longestValue) return value;
  const { text, views } = normalise(value);
  return views[0]?.text ?? text;
}
