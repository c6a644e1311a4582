// SPDX-License-Identifier: Apache-2.0
import type { Case } from '../../lambdas/records/case.ts';
import type { ReasonCode } from '../../lambdas/records/reason.ts';
import type { LocalPorts } from '../../local/ports.ts';

const reasons: readonly ReasonCode[][] = [
  ['medication-dosage'],
  ['ungrounded', 'diagnosis-statement'],
  ['random-sample'],
  ['residual-identifier'],
  ['promise'],
];
const minute = 60_000;

/**
 * Puts so many held cases into the queue, made after one that is really held: rows only, without texts in the vault. No sweep
 * comes for them: they moved in the future.
 */
export async function addHeldCases(
  ports: Pick<LocalPorts, 'cases' | 'newId' | 'clock'>,
  like: Readonly<{ tenantId: string; caseId: string }>,
  count: number,
): Promise<void> {
  const { cases } = ports;
  const model = await cases.get(like);
  const review = model?.review;
  if (model === undefined || review === undefined) throw new Error('there is no held case to go by');
  const now = ports.clock();
  const made = Array.from({ length: count }, (_, index): Case => {
    const { claim: _nobody, ...open } = review;
    return {
      ...model,
      caseId: ports.newId(),
      version: 0,
      movedAt: now + 86_400_000,
      review: {
        ...open,
        side: index % 3 === 0 ? 'prompt' : 'answer',
        reasons: [...(reasons[index % reasons.length] ?? [])],
        openedAt: now - (index % 600) * minute,
        expiresAt: now + (30 + (index % 1000)) * minute,
      },
    };
  });
  await Promise.all(made.map((item) => cases.accept(item, undefined, undefined)));
}
