// SPDX-License-Identifier: Apache-2.0
import type { askArchive } from '../../words/ask-archive.ts';

export type Parameter = Readonly<{ name: string; kind: keyof typeof askArchive.kindHelp; label: string }>;
/** How an answer is best drawn: names of its columns. */
export type Chart = Readonly<{ kind: 'bar' | 'line'; x: string; y: string; series?: string }>;
/** One of what GET /v1/archive/queries lists. */
export type Question = Readonly<{
  question: string;
  title: string;
  asks: string;
  parameters: readonly Parameter[];
  chart?: Chart;
}>;
