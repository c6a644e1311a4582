// SPDX-License-Identifier: Apache-2.0
import type { Policy } from '../../records/policy.ts';
import type { ReasonCode } from '../../records/reason.ts';
import type { Token } from './token.ts';

/** One piece of text of a request, in the order the model would see it. */
export type Slot = Readonly<{
  kind: 'message' | 'document';
  /** Who is said to have written it; documents have none. */
  role?: 'user' | 'assistant';
  text: string;
}>;

/** A slot as the checks see it. Offsets everywhere are UTF-16 code units of `text`, the original. */
export type SlotView = Readonly<{
  kind: Slot['kind'];
  text: string;
  /** Normalised and folded text (view.ts): what is written, whatever it looks like. Checks match against this. */
  folded: string;
  /** Where a stretch of `folded` stands in `text`. */
  place: (start: number, end: number) => Readonly<{ start: number; end: number }>;
  /** Words of `folded`, their disguises (leet, splits, typing errors) undone. */
  tokens: readonly Token[];
  /** Further readings of the whole text: decoded, joined, tag characters spelled out (privacy/normalise.ts). */
  readings: readonly string[];
  /** Invisible and look-alike characters that ordinary writing has no use for. */
  hidden: number;
  /** False when the text was encoded more deeply than is read. */
  complete: boolean;
}>;

/** What one check has seen: how much it weighs (0 and up, 0.5 holds by itself) and where, never the text. */
export type Signal = Readonly<{ code: ReasonCode; weight: number; start: number; end: number }>;

/** What a check may look at beside its slot. */
export type Surroundings = Readonly<{
  policy: Pick<Policy, 'languages' | 'denied' | 'models'>;
  /** Length of all slots together in UTF-16 code units. */
  totalLength: number;
  /** How many context documents the request has: with some, asking for a person's details may be the task. */
  documents: number;
}>;

/** A check of one slot at a time. It is pure; when it throws, the prompt is held (weigh.ts). */
export type PromptCheck = Readonly<{
  name: string;
  looksAt: 'message' | 'document' | 'both';
  check: (slot: SlotView, surroundings: Surroundings) => readonly Signal[];
}>;
