// SPDX-License-Identifier: Apache-2.0
import type { Policy } from '../records/policy.ts';
import type { Verdict } from '../records/verdict.ts';
import type { PromptCheck, Signal, Slot, SlotView, Surroundings } from './prompt/check.ts';
import { hiddenByCopying } from './prompt/hidden-text.ts';
import { promptChecks } from './prompt/index.ts';
import { view } from './prompt/view.ts';
import { type PlacedSignal, weigh } from './prompt/weigh.ts';

export type ScreenedPrompt = Readonly<{
  /** Messages first, then documents: evidence counts slots in this order. */
  slots: readonly Slot[];
  policy: Pick<Policy, 'screening' | 'rules' | 'languages' | 'denied' | 'models'>;
  /** What normalisation found: how many hidden characters, and whether it read the text whole. */
  signals?: { hidden?: number; complete?: boolean };
}>;

/**
 * Screens a prompt: every check over every slot it looks at, signals added up by the policy's thresholds. Evidence is
 * UTF-16 offsets into the slots. A check that throws is a reason to hold. Nothing to screen is a reason to hold.
 */
export function screenPrompt(
  { slots, policy, signals = {} }: ScreenedPrompt,
  checks: readonly PromptCheck[] = promptChecks,
): Verdict {
  const surroundings: Surroundings = {
    policy,
    totalLength: slots.reduce((sum, { text }) => sum + text.length, 0),
    documents: slots.filter(({ kind }) => kind === 'document').length,
  };
  const found: PlacedSignal[] = [];
  const add = (code: Signal['code'], weight: number, slot = 0, end = 0) =>
    found.push({ code, weight, slot, start: 0, end });
  if (slots.length === 0) add('check-failed', 1);
  if (signals.complete === false) add('detection-incomplete', 1);
  if ((signals.hidden ?? 0) > hiddenByCopying) add('hidden-text', 0.5);
  slots.forEach((slot, index) => {
    let seen: SlotView;
    try {
      seen = view(slot);
    } catch {
      add('check-failed', 1, index, slot.text.length);
      return;
    }
    for (const { looksAt, check } of checks) {
      if (looksAt !== 'both' && looksAt !== slot.kind) continue;
      try {
        for (const signal of check(seen, surroundings)) found.push({ ...signal, slot: index });
      } catch {
        // Its error may quote the text: only the fact is kept.
        add('check-failed', 1, index, slot.text.length);
      }
    }
  });
  return weigh(found, policy);
}
