// SPDX-License-Identifier: Apache-2.0
import { actionFor, type Policy } from '../records/policy.ts';
import { strictest, type Evidence, type Verdict } from '../records/verdict.ts';
import { forgedTurn } from './forged-turn.ts';
import type { PromptCheck, Signal, Slot, SlotView, Surroundings } from './prompt/check.ts';
import { hiddenByCopying } from './prompt/hidden-text.ts';
import { promptChecks } from './prompt/index.ts';
import { view } from './prompt/view.ts';
import { type PlacedSignal, weigh } from './prompt/weigh.ts';

export type ScreenedPrompt = Readonly<{
  /** Messages first, then documents: evidence counts slots in this order. */
  slots: readonly Slot[];
  policy: Pick<Policy, 'screening' | 'rules' | 'languages' | 'denied' | 'models'>;
  /** Per slot: an assistant's turn that is known to have been released. All others are taken for the user's. */
  assistantVerified?: readonly boolean[];
  /** What normalisation found: how many hidden characters, and whether it read the text whole. */
  signals?: { hidden?: number; complete?: boolean };
}>;

/** The check characters of a placeholder are random: they may spell a word ("C4"), and mean nothing. */
const checkCharacters = /(\[[A-Z_]{2,30}_\d{1,6}_)[0-9A-Z]{2}(?=[\]+-])/g;
const withoutChance = (slot: Slot): Slot =>
  slot.text.includes('[') ? { ...slot, text: slot.text.replaceAll(checkCharacters, '$1QQ') } : slot;

/**
 * Screens a prompt: every check over every slot it looks at, signals added up by the policy's thresholds. Evidence is
 * UTF-16 offsets into the slots. A check that throws is a reason to hold. Nothing to screen is a reason to hold.
 */
export function screenPrompt(
  { slots, policy, assistantVerified = [], signals = {} }: ScreenedPrompt,
  checks: readonly PromptCheck[] = promptChecks,
  judgeTurn = forgedTurn,
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
  const forged: Evidence[] = [];
  slots.forEach((slot, index) => {
    let seen: SlotView;
    try {
      seen = view(withoutChance(slot));
    } catch {
      add('check-failed', 1, index, slot.text.length);
      return;
    }
    const own: Signal[] = [];
    for (const { looksAt, check } of checks) {
      if (looksAt !== 'both' && looksAt !== slot.kind) continue;
      try {
        own.push(...check(seen, surroundings));
      } catch {
        // Its error may quote the text: only the fact is kept.
        add('check-failed', 1, index, slot.text.length);
      }
    }
    found.push(...own.map((signal) => ({ ...signal, slot: index })));
    if (slot.role !== 'assistant' || assistantVerified[index] === true) return;
    try {
      const turn = judgeTurn(seen, own, policy.screening.hold);
      if (turn !== undefined) forged.push({ ...turn, slot: index });
    } catch {
      add('check-failed', 1, index, slot.text.length);
    }
  });
  return strictest([weigh(found, policy), forgedVerdict(forged, policy)]);
}

/** A fact about the history: it holds by itself, and adds nothing to what would block. */
function forgedVerdict(evidence: readonly Evidence[], policy: Pick<Policy, 'rules'>): Verdict {
  const code = 'forged-assistant-turn';
  const verdict = evidence.length === 0 ? 'pass' : actionFor(policy, code);
  return { verdict, reasons: verdict === 'pass' ? [] : [{ code, evidence: evidence.slice(0, 64) }] };
}
