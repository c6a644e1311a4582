// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Slot } from '../../../lambdas/screening/prompt/check.ts';
import { screenPrompt } from '../../../lambdas/screening/screen-prompt.ts';
import { attackDocuments, attackPrompts, moreAttackDocuments } from '../attack-prompts.ts';
import { benignDocuments } from '../benign-documents.ts';
import { benignPrompts } from '../benign-prompts.ts';
import { somePolicy as policy } from './some-policy.ts';

const stopped = (texts: readonly string[], kind: Slot['kind']) =>
  texts.filter((text) => screenPrompt({ slots: [{ kind, text }], policy }).verdict !== 'pass').length /
  texts.length;

describe('on the project’s own lists', () => {
  it('lets ordinary prompts full of trigger words pass, all but one in twenty', () => {
    expect(benignPrompts.length).toBeGreaterThanOrEqual(200);
    expect(stopped(benignPrompts, 'message')).toBeLessThanOrEqual(0.05);
  });

  it('lets ordinary documents pass', () => {
    expect(stopped(benignDocuments, 'document')).toBeLessThanOrEqual(0.05);
  });

  it('stops attacks in messages', () => {
    expect(stopped(attackPrompts, 'message')).toBeGreaterThanOrEqual(0.95);
  });

  it('stops attacks in documents', () => {
    expect(stopped([...attackDocuments, ...moreAttackDocuments], 'document')).toBeGreaterThanOrEqual(0.95);
  });
});
