// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import type { Policy } from '../records/policy.ts';
import { budgetDay, callTokens } from '../steps/token-estimate.ts';
import { Problem } from './problems.ts';

const dayMs = 86_400_000;

/** `Retry-After` of a budget: seconds until the next day begins, UTC. */
export const untilTomorrow = (now: number): string => String(Math.ceil((dayMs - (now % dayMs)) / 1000));

/**
 * Refuses at the door what would only fail later, perhaps after a person has looked at it. The budget is spent, and
 * decided, when the model is called (InvokeModel): what is under way by then is not counted here.
 * @throws Problem budget-exceeded, with Retry-After
 */
export async function checkBudget(
  ports: Pick<Ports, 'cases' | 'clock'>,
  tenantId: string,
  policy: Pick<Policy, 'models' | 'tokensPerDay'>,
  characters: number,
): Promise<void> {
  const now = ports.clock();
  const spent = await ports.cases.spent({ tenantId, day: budgetDay(now) });
  if (spent + callTokens(policy, characters) <= policy.tokensPerDay) return;
  throw new Problem('budget-exceeded', { headers: { 'retry-after': untilTomorrow(now) } });
}
