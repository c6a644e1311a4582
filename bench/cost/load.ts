// SPDX-License-Identifier: Apache-2.0

/** What is sent through the airlock in a month. Lengths in characters. */
export type Load = Readonly<{
  requests: number;
  prompt: number;
  answer: number;
  /** Documents that come along, together. */
  documents: number;
  /** Share of requests whose history was sent before and is not asked about again, 0..1 of the prompt's length. */
  history: number;
}>;

/** How detectors outside are asked (docs/cost.md). Shares, 0..1 of the characters. */
export type Effort = Readonly<{
  name: 'full' | 'economy';
  /** Of the prompts, and of the answers, that Comprehend Medical is asked about. */
  medicalPrompt: number;
  medicalAnswer: number;
  /** Whether the guardrail's checks look at everything first. */
  checks: boolean;
}>;

export const full: Effort = { name: 'full', medicalPrompt: 1, medicalAnswer: 1, checks: false };

/** What a deployment pays for whether or not anybody uses it: counts a month, by preset of lib/settings.ts. */
export type Standing = Readonly<{
  name: string;
  endpoints: number;
  zones: number;
  keys: number;
  wafRules: number;
  alarms: number;
}>;
