// SPDX-License-Identifier: Apache-2.0
import type { Intake, Ports, WindowUse } from '../ports.ts';
import { Problem } from './problems.ts';

/**
 * What arrives is evened out over this long, milliseconds. Quotas of the services behind are by the second: with ten
 * seconds, a window's worth at its beginning is throttled behind the door (`npm run cost` simulates it).
 */
export const windowMs = 2_000;

/**
 * Whether a request still fits into a window that is shared by tenants (max-min fairness). Nobody is refused while
 * there is room; but a tenant beyond its even share leaves free what each other tenant asked for in the window
 * before, up to that one's even share. `now` counts the request already. Units: characters.
 */
export function fits(
  capacity: number,
  tenantId: string,
  now: Readonly<Record<string, WindowUse>>,
  before: Readonly<Record<string, WindowUse>>,
): boolean {
  const used = (tenant: string) => now[tenant]?.used ?? 0;
  const tenants = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const total = tenants.reduce((sum, tenant) => sum + used(tenant), 0);
  // One request may be longer than a whole window: alone, it goes.
  if (total === used(tenantId) && now[tenantId]?.requests === 1) return true;
  const share = capacity / tenants.length;
  if (used(tenantId) <= share) return total <= capacity;
  const kept = tenants
    .filter((tenant) => tenant !== tenantId)
    .map((tenant) => Math.max(0, Math.min(share, before[tenant]?.asked ?? 0) - used(tenant)));
  return total + kept.reduce((sum, each) => sum + each, 0) <= capacity;
}

/** Seconds until a tenant's turn may come: the rest of this window, and one window for each that it has overdrawn. */
export function waitSeconds(at: number, capacity: number, mine: WindowUse, tenants: number): number {
  const overdrawn = Math.floor(mine.asked / Math.max(1, capacity / Math.max(1, tenants)));
  return (
    Math.ceil((windowMs - (at % windowMs)) / 1000) +
    Math.min(30, Math.max(0, overdrawn - 1)) * (windowMs / 1000)
  );
}

/**
 * Counts a request of `characters` against what the account's quotas take in, and against what its tenant may ask,
 * before anything of it is kept.
 * @throws Problem throttled, with Retry-After; Unavailable when it cannot be counted
 */
export async function admit(
  ports: Pick<Ports, 'intake' | 'clock'>,
  tenantId: string,
  characters: number,
): Promise<void> {
  const intake: Intake | undefined = ports.intake;
  if (intake === undefined) return;
  const at = ports.clock();
  const window = Math.floor(at / windowMs);
  const capacity = (intake.charactersPerSecond * windowMs) / 1000;
  const { now, before } = await intake.take(window, tenantId, characters);
  const fit = fits(capacity, tenantId, now, before);
  const giveBack = () => intake.giveBack(window, tenantId, characters);
  let wait = 0;
  try {
    wait = fit ? ((await intake.mayAsk?.(tenantId)) ?? 0) : 0;
  } catch (thrown) {
    // Refused, too: what is not taken in takes nobody's place.
    await giveBack();
    throw thrown;
  }
  if (fit && wait === 0) return;
  await giveBack();
  if (fit) throw new Problem('throttled', { headers: { 'retry-after': String(wait) } });
  const mine = now[tenantId] ?? { used: 0, asked: 0, requests: 0 };
  const tenants = new Set([...Object.keys(now), ...Object.keys(before)]).size;
  const seconds = waitSeconds(at, capacity, mine, tenants);
  throw new Problem('throttled', { headers: { 'retry-after': String(seconds) } });
}
