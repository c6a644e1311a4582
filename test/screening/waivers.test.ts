// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { reasonCodes, type ReasonCode } from '../../lambdas/records/reason.ts';
import { mayApprove } from '../../lambdas/screening/waivers.ts';

const codes = Object.keys(reasonCodes) as ReasonCode[];

describe('what an approval may waive', () => {
  it('is everything when nothing was held', () => expect(mayApprove([])).toEqual({ ok: true }));

  it.each(codes)('%s as its record says', (code) =>
    expect(mayApprove([{ code }])).toEqual(
      reasonCodes[code].waivable ? { ok: true } : { ok: false, because: [code] },
    ),
  );

  // Design section 2, spelled out, so that a change of the table is noticed.
  it.each<ReasonCode>([
    'detector-unavailable',
    'detection-incomplete',
    'language-not-covered',
    'residual-identifier',
    'original-value',
    'placeholder-unknown',
    'placeholder-damaged',
    'placeholder-misplaced',
    'restore-unsafe',
    'unsafe-link',
    'check-failed',
  ])('%s never', (code) => expect(mayApprove([{ code }]).ok).toBe(false));

  it('names only what stands in the way, each once', () =>
    expect(
      mayApprove([
        { code: 'promise' },
        { code: 'unsafe-link' },
        { code: 'unsafe-link' },
        { code: 'tool-call' },
      ]),
    ).toEqual({ ok: false, because: ['unsafe-link', 'tool-call'] }));

  it('refuses a code it does not know', () =>
    expect(mayApprove([{ code: 'toString' as ReasonCode }])).toEqual({ ok: false, because: ['toString'] }));
});
