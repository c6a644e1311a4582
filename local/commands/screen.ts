// SPDX-License-Identifier: Apache-2.0
import { normalise } from '../../lambdas/privacy/normalise.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import { screenPrompt } from '../../lambdas/screening/screen-prompt.ts';

/** `airlock screen`: `{"id","text"}` in, `{"id","verdict","reasons"}` out; the text taken as a user's message or as a context document. */
export const screenLine =
  (policy: Policy, as: 'message' | 'document') => (line: { id: string | number; text: string }) => {
    const { hidden, complete } = normalise(line.text);
    const slot =
      as === 'message' ? { kind: as, role: 'user' as const, text: line.text } : { kind: as, text: line.text };
    const { verdict, reasons } = screenPrompt({ slots: [slot], policy, signals: { hidden, complete } });
    return { id: line.id, verdict, reasons: [...new Set(reasons.map((reason) => reason.code))] };
  };
