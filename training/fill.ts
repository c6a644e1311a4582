// SPDX-License-Identifier: Apache-2.0
import type { Label } from '../lambdas/recognizers/tagger/labels.ts';
import type { Random } from './random.ts';

/** A stretch of generated text, and what it is. */
export type Piece = Readonly<{ text: string; label: Label }>;

/** What a slot of a template can become: text in which further slots may stand. The tag makes `{first#a}` the same person as `{last#a}`. */
export type Slot = Readonly<{ label?: Label; make: (random: Random, memory: Memory, tag: string) => string }>;
export type Slots = Readonly<Record<string, Slot>>;

/** What one document remembers: who `#a` is. */
export type Memory = Map<string, unknown>;

type Part = Readonly<{ text: string } | { slot: string; tag: string }>;

const parsed = new Map<string, readonly Part[]>();

function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const parts = template
    .split(/(\{[A-Za-z][A-Za-z0-9]*(?:#[a-z])?\})/)
    .filter((part) => part !== '')
    .map((part): Part => {
      const slot = /^\{([A-Za-z][A-Za-z0-9]*)(?:#([a-z]))?\}$/.exec(part);
      return slot === null ? { text: part } : { slot: slot[1] ?? '', tag: slot[2] ?? '' };
    });
  if (template.length < 400) parsed.set(template, parts);
  return parts;
}

/** Fills a template. What a slot with a label becomes has that label throughout, whatever stands inside it. */
export function fill(
  slots: Slots,
  random: Random,
  template: string,
  memory: Memory = new Map(),
  label?: Label,
  tag = '',
): Piece[] {
  return partsOf(template).flatMap((part): Piece[] => {
    if ('text' in part) return [{ text: part.text, label: label ?? 'none' }];
    const slot = slots[part.slot];
    if (slot === undefined) throw new Error(`no slot ${part.slot} in ${template}`);
    const inner = part.tag === '' ? tag : part.tag;
    return fill(slots, random, slot.make(random, memory, inner), memory, label ?? slot.label, inner);
  });
}
